import { describe, expect, it } from 'vitest';
import type { Day } from '../board/index.ts';
import { comingMeetings } from './comingMeetings.ts';

const [today, soon, later] = ['2026-11-30', '2026-12-04', '2027-01-11'] as Day[] as [Day, Day, Day];

describe('when they meet next', () => {
  it('is the open meeting’s day, or what was said at the last one, and never a day that has been', () => {
    const yesterday = '2026-11-29' as Day;
    expect(comingMeetings([{ date: yesterday, version: 1, nextDate: later }, { date: soon }], today)).toEqual([
      soon,
      later,
    ]);
    expect(comingMeetings([{ date: today }, { date: yesterday, nextDate: today }], today)).toEqual([today]);
    expect(comingMeetings([{ date: later, version: 2 }], today)).toEqual([]);
  });
});
