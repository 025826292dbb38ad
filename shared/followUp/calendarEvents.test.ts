import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MeetingId } from '../meeting/index.ts';
import { type CalendarEvent, meetingDays, nextEvents } from './calendarEvents.ts';

const now = 5_000;
const event = (more: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: 'a',
  day: '2026-12-01',
  isCancelled: false,
  sequence: 3,
  changedAt: 1_000,
  ...more,
});

describe('what stands in a calendar', () => {
  it('is as it was while nothing has changed, to the byte', () => {
    expect(nextEvents([event()], [{ uid: 'a', day: '2026-12-01' }], now)).toEqual([event()]);
  });

  it('has a higher sequence when its day moves, when it is gone, and when it comes back', () => {
    const moved = nextEvents([event()], [{ uid: 'a', day: '2026-12-08' }], now);
    expect(moved).toEqual([event({ day: '2026-12-08', sequence: 4, changedAt: now })]);
    const gone = nextEvents(moved, [], now + 1);
    expect(gone).toEqual([event({ day: '2026-12-08', sequence: 5, changedAt: now + 1, isCancelled: true })]);
    expect(nextEvents(gone, [], now + 2)).toEqual(gone);
    const back = nextEvents(gone, [{ uid: 'a', day: '2026-12-08' }], now + 3);
    expect(back).toEqual([event({ day: '2026-12-08', sequence: 6, changedAt: now + 3 })]);
  });

  it('tells of each that was ever told of, never goes back, and changes exactly what changed', () => {
    const uid = fc.constantFrom('a', 'b', 'c');
    const day = fc.constantFrom('2026-12-01', '2026-12-02', '2026-12-03');
    const wanted = fc.uniqueArray(fc.record({ uid, day }), { selector: (one) => one.uid });
    fc.assert(
      fc.property(fc.array(wanted, { minLength: 1, maxLength: 8 }), (rounds) => {
        let kept: readonly CalendarEvent[] = [];
        rounds.forEach((round, at) => {
          const next = nextEvents(kept, round, now + at);
          const days = new Map<string, string>(round.map((one) => [one.uid, one.day]));
          expect(next.map((one) => one.uid)).toEqual(
            [...new Set([...kept.map((one) => one.uid), ...days.keys()])].toSorted(),
          );
          for (const one of next) {
            expect(one.isCancelled).toBe(!days.has(one.uid));
            if (!one.isCancelled) expect(one.day).toBe(days.get(one.uid));
            const was = kept.find((before) => before.uid === one.uid);
            if (!was) expect(one.sequence).toBe(0);
            else if (was.day === one.day && was.isCancelled === one.isCancelled) expect(one).toBe(was);
            else expect(one.sequence).toBe(was.sequence + 1);
          }
          expect(nextEvents(next, round, now + 100)).toEqual(next);
          kept = next;
        });
      }),
    );
  });
});

describe('the days when a case meets', () => {
  const meeting = (id: string, date: string, more: { version?: number; nextDate?: string } = {}) => ({
    id: id as MeetingId,
    date,
    ...more,
  });

  it('are known by the meeting before, from when they are agreed on until they are over', () => {
    const first = meeting('m1', '2026-09-16', { version: 1, nextDate: '2026-10-25' });
    const key = 'after m1';
    expect(meetingDays([first])).toEqual([
      { key: 'first', day: '2026-09-16' },
      { key, day: '2026-10-25' },
    ]);
    const opened = meeting('m2', '2026-10-26');
    expect(meetingDays([opened, first]).at(-1)).toEqual({ key, day: '2026-10-26' });
    const over = meeting('m2', '2026-10-26', { version: 2 });
    expect(meetingDays([over, first])).toEqual([
      { key: 'first', day: '2026-09-16' },
      { key, day: '2026-10-26' },
    ]);
  });

  it('has the day they agree on in a meeting from then on, under the key it keeps when that one is frozen', () => {
    const first = meeting('m1', '2026-09-16', { version: 1 });
    const open = meeting('m2', '2026-10-26', { nextDate: '2026-12-01' });
    const key = 'after m2';
    expect(meetingDays([open, first]).slice(-2)).toEqual([
      { key: 'after m1', day: '2026-10-26' },
      { key, day: '2026-12-01' },
    ]);
    expect(meetingDays([{ ...open, version: 2 }, first]).at(-1)).toEqual({ key, day: '2026-12-01' });
  });

  it('are none where none was agreed on, and the open one before any was frozen', () => {
    expect(meetingDays([])).toEqual([]);
    expect(meetingDays([meeting('m1', '2026-09-16')])).toEqual([{ key: 'first', day: '2026-09-16' }]);
  });
});
