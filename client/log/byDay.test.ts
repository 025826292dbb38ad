import { describe, expect, it } from 'vitest';
import { byDay } from './byDay.ts';

const lines = ['2026-03-03T22:30Z', '2026-03-03T08:00Z', '2026-03-02T22:59Z'].map((at) => ({ at: Date.parse(at) }));

describe('the lines of the log', () => {
  it('stand by the day they were written on where the reader is, in the order they came in', () => {
    const inOslo = (moment: Date) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' }).format(moment);
    const days = byDay(lines, inOslo);
    expect(days.map(({ day, lines }) => [day, lines.length])).toEqual([
      ['2026-03-03', 2],
      ['2026-03-02', 1],
    ]);
    expect(days.flatMap((day) => day.lines)).toEqual(lines);
  });

  it('are none where there are none', () => {
    expect(byDay([], () => '')).toEqual([]);
  });
});
