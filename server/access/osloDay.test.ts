import { describe, expect, it } from 'vitest';
import { endOfOsloDay, osloDayOf } from './osloDay.ts';

describe('a day in Norway', () => {
  it.each([
    ['2026-06-01', '2026-06-01T22:00:00Z'],
    ['2026-12-31', '2026-12-31T23:00:00Z'],
    // The clocks change in the night of these.
    ['2026-03-28', '2026-03-28T23:00:00Z'],
    ['2026-03-29', '2026-03-29T22:00:00Z'],
    ['2026-10-24', '2026-10-24T22:00:00Z'],
    ['2026-10-25', '2026-10-25T23:00:00Z'],
  ])('%s ends at %s', (day, end) => {
    const moment = endOfOsloDay(day);
    expect(new Date(moment).toISOString()).toBe(end.replace('Z', '.000Z'));
    expect([osloDayOf(moment - 1), osloDayOf(moment) > day]).toEqual([day, true]);
  });
});
