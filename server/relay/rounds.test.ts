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
    fc.property(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 40 }), (count, steps) => {
      const items = new Set(Array.from({ length: count }, (_, index) => index));
      const seen: number[] = [];
      const rounds = new Rounds({ everyMs: steps * 100, all: () => items, lookAfter: (item) => seen.push(item) });
      for (let round = 1; round <= 2; round++) {
        for (let step = 0; step < steps; step++) {
          const before = seen.length;
          vi.advanceTimersByTime(100);
          expect(seen.length - before).toBeLessThanOrEqual(Math.ceil((count + 1) / steps));
        }
        expect(seen.splice(0)).toEqual([...items]);
      }
      rounds.stop();
    }),
  );
});

test('whoever comes meanwhile has a turn too, and whoever leaves has none', () => {
  const people = new Set(['Anna', 'Bilal', 'Carmen', 'Dag', 'Eva']);
  const seen: string[] = [];
  const rounds = new Rounds({ everyMs: 200, all: () => people, lookAfter: (person) => seen.push(person) });
  vi.advanceTimersByTime(100);
  expect(seen).toEqual(['Anna', 'Bilal', 'Carmen']);
  people.delete('Dag');
  for (const newcomer of ['Frida', 'Gro', 'Hans']) people.add(newcomer);
  vi.advanceTimersByTime(200);
  expect(seen).toEqual(['Anna', 'Bilal', 'Carmen', 'Eva', 'Frida', 'Gro', 'Hans']);
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
