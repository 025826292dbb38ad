import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestWaitMs, waitBeforeComingBackMs } from './comeBack.ts';

describe('coming back to the relay', () => {
  it('happens within a fifth of a second after a connection that worked', () => {
    expect(waitBeforeComingBackMs(1, 1)).toBe(200);
    expect(waitBeforeComingBackMs(1, 0)).toBe(0);
  });

  it('spreads two hundred people over all of that time, and not over one millisecond', () => {
    const waits = Array.from({ length: 200 }, (_, person) => waitBeforeComingBackMs(1, person / 200));
    const inOneMillisecond = Map.groupBy(waits, Math.floor);
    expect(Math.max(...[...inOneMillisecond.values()].map(({ length }) => length))).toBeLessThanOrEqual(2);
  });

  it('takes longer the more often it failed, and never longer than the longest wait', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.double({ min: 0, max: 1, noNaN: true }), (failures, chance) => {
        const wait = waitBeforeComingBackMs(failures, chance);
        expect(wait).toBeGreaterThanOrEqual(0);
        expect(wait).toBeLessThanOrEqual(longestWaitMs);
        expect(waitBeforeComingBackMs(failures + 1, chance)).toBeGreaterThanOrEqual(wait);
      }),
    );
  });
});
