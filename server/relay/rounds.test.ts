import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Rounds } from './rounds.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('each is looked after once in a round, and never many more at one step than at another', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 40 }), (count, tenths) => {
      const items = Array.from({ length: count }, (_, index) => index);
      const seen: number[] = [];
      const rounds = new Rounds({ everyMs: tenths * 100, all: () => items, lookAfter: (item) => seen.push(item) });
      const steps: number[] = [];
      for (let step = 0; step < tenths; step++) {
        const before = seen.length;
        vi.advanceTimersByTime(100);
        steps.push(seen.length - before);
      }
      rounds.stop();
      expect(seen).toEqual(items);
      expect(Math.max(...steps)).toBeLessThanOrEqual(Math.ceil(count / tenths));
    }),
  );
});

test('who comes during a round has a turn in the next', () => {
  const items = ['Anna'];
  const seen: string[] = [];
  const rounds = new Rounds({ everyMs: 200, all: () => items, lookAfter: (item) => seen.push(item) });
  vi.advanceTimersByTime(100);
  items.push('Bilal');
  vi.advanceTimersByTime(100);
  expect(seen).toEqual(['Anna']);
  vi.advanceTimersByTime(200);
  expect(seen).toEqual(['Anna', 'Anna', 'Bilal']);
  rounds.stop();
});

test('a round shorter than a step is one step', () => {
  let times = 0;
  const rounds = new Rounds({ everyMs: 20, all: () => ['Anna', 'Bilal'], lookAfter: () => times++ });
  vi.advanceTimersByTime(60);
  rounds.stop();
  vi.advanceTimersByTime(60);
  expect(times).toBe(6);
});
