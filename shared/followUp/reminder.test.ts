import { describe, expect, it } from 'vitest';
import { dayAfter } from '../board/index.ts';
import { mayRemindAt, reminderDue } from './reminder.ts';

const action = { due: '2026-12-10', status: 'agreed' } as const;
const on = (days: number) => dayAfter(action.due, { days });
const kinds = (answer?: { answeredOn: string }) => {
  const found = new Map<string, number[]>();
  for (let day = -30; day <= 30; day++) {
    const kind = reminderDue(action, answer, on(day));
    if (kind) found.set(kind, [...(found.get(kind) ?? []), day]);
  }
  return Object.fromEntries([...found].map(([kind, days]) => [kind, [days[0], days.at(-1)]]));
};

describe('when somebody is reminded', () => {
  it('is a week before, the day after, and once a week later; late only by some days', () => {
    expect(kinds()).toEqual({ before: [-7, -5], after: [1, 6], again: [8, 14] });
  });

  it('is not after an answer, and is again for a date that was moved', () => {
    expect(kinds({ answeredOn: on(-7) })).toEqual({});
    expect(kinds({ answeredOn: on(2) })).toEqual({});
    expect(kinds({ answeredOn: on(-8) })).toEqual(kinds());
  });

  it('is not of what has to wait for something else', () => {
    for (const day of [-7, 1, 8]) expect(reminderDue(action, undefined, on(day), true)).toBeUndefined();
  });

  it('is not of what is done or stopped, or has no date', () => {
    for (const status of ['done', 'stopped'] as const)
      expect(reminderDue({ ...action, status }, undefined, on(1))).toBeUndefined();
    expect(reminderDue({ ...action, due: '' }, undefined, on(1))).toBeUndefined();
    expect(reminderDue({ ...action, status: 'started' }, undefined, on(1))).toBe('after');
  });

  it('is never at night', () => {
    expect([0, 6, 7, 12, 19, 20, 23].map(mayRemindAt)).toEqual([false, false, true, true, true, false, false]);
  });
});
