import { compareText, type Day } from '../board/index.ts';
import type { Meeting } from '../meeting/index.ts';

/** A whole day in somebody's calendar, and how often it has changed since they were first told of it (RFC 5545, SEQUENCE). */
export interface CalendarEvent {
  /** The same for ever, and says nothing of what it is about. */
  readonly uid: string;
  readonly day: Day;
  readonly isCancelled: boolean;
  readonly sequence: number;
  /** When it became as it is, in milliseconds since the epoch. */
  readonly changedAt: number;
}

/** What is to stand in the calendar now. */
export type CalendarDay = Pick<CalendarEvent, 'uid' | 'day'>;

/**
 * The events as they are now, after those that were told of before: one that was moved, is gone or came back has a higher sequence, and
 * one that is gone is cancelled and not left out, since a calendar keeps what it is not told the end of.
 *
 * @returns one for each that was ever told of
 */
export function nextEvents(
  kept: readonly CalendarEvent[],
  wanted: readonly CalendarDay[],
  now: number,
): readonly CalendarEvent[] {
  const before = new Map(kept.map((event) => [event.uid, event]));
  const days = new Map(wanted.map(({ uid, day }) => [uid, day]));
  const uids = [...new Set([...before.keys(), ...days.keys()])].sort(compareText);
  return uids.map((uid) => {
    const was = before.get(uid);
    const day = days.get(uid);
    if (!was) return { uid, day: day ?? '', isCancelled: false, sequence: 0, changedAt: now };
    const is = { day: day ?? was.day, isCancelled: day === undefined };
    if (is.day === was.day && is.isCancelled === was.isCancelled) return was;
    return { uid, ...is, sequence: was.sequence + 1, changedAt: now };
  });
}

/**
 * The days when a case meets, each under a key that is the same from when it is agreed on until it is over: a meeting is known by the one
 * before it, since it has no row of its own until it is opened.
 *
 * @param meetings in any order; at most one is open
 */
export function meetingDays(
  meetings: readonly Pick<Meeting, 'id' | 'date' | 'nextDate' | 'version'>[],
): readonly { readonly key: string; readonly day: Day }[] {
  const frozen = meetings
    .filter(({ version }) => version !== undefined)
    .toSorted((a, b) => (a.version ?? 0) - (b.version ?? 0));
  const keyAfter = (before: Pick<Meeting, 'id'> | undefined): string => (before ? `after ${before.id}` : 'first');
  const past = frozen.map(({ date }, index) => ({ key: keyAfter(frozen[index - 1]), day: date }));
  const last = frozen.at(-1);
  const open = meetings.find(({ version }) => version === undefined);
  const next = open?.date || last?.nextDate;
  return [
    ...past,
    ...(next ? [{ key: keyAfter(last), day: next }] : []),
    // Agreed on in the meeting that is open, or was never frozen.
    ...(open?.nextDate ? [{ key: keyAfter(open), day: open.nextDate }] : []),
  ];
}
