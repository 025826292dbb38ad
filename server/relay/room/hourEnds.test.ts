import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hourEnds } from './hourEnds.ts';

const minutes = (count: number) => count * 60_000;
const entry = (position: number, updates = 1) => ({ position, updates: new Array(updates).fill(Uint8Array.of(0)) });

describe('where the hours in a journal end', () => {
  it('is at the last that was written in each', () => {
    const times = new Map([
      [4, minutes(10)],
      [5, minutes(59)],
      [6, minutes(60)],
    ]);
    expect(hourEnds([entry(4, 2), entry(5), entry(6)], times)).toEqual([
      { position: 5, takenAt: minutes(59), updates: 3 },
      { position: 6, takenAt: minutes(60), updates: 4 },
    ]);
  });

  it('takes what was written before times were kept along with the next', () => {
    expect(hourEnds([entry(1), entry(2), entry(3)], new Map([[2, minutes(5)]]))).toEqual([
      { position: 2, takenAt: minutes(5), updates: 2 },
    ]);
    expect(hourEnds([entry(1)], new Map())).toEqual([]);
  });

  it('rises, with one end for each hour, also where clocks differ', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(minutes(600)), { maxLength: 40 }), (times) => {
        const entries = times.map((_, index) => entry(index + 1));
        const ends = hourEnds(entries, new Map(times.map((time, index) => [index + 1, time])));
        expect(ends.map(({ updates }) => updates)).toEqual(ends.map(({ position }) => position));
        expect(ends).toEqual(ends.toSorted((a, b) => a.position - b.position));
        const hoursOf = (some: readonly number[]) => some.map((time) => Math.floor(time / minutes(60))).sort();
        expect(hoursOf(ends.map(({ takenAt }) => takenAt))).toEqual(
          hoursOf([...new Set(hoursOf(times))].map((hour) => hour * minutes(60))),
        );
        expect(ends.at(-1)?.position).toBe(times.length === 0 ? undefined : times.length);
      }),
    );
  });
});
