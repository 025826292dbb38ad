import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leastSquares, type Point, planeThrough, project } from './plane.ts';

const sheet: readonly Point[] = [
  { x: 0, y: 0 },
  { x: 1414, y: 0 },
  { x: 1414, y: 1000 },
  { x: 0, y: 1000 },
];

/** Where a camera that is held somewhat askew sees the corners of a sheet. */
const corners = fc
  .array(
    fc.record({
      x: fc.double({ min: -150, max: 150, noNaN: true }),
      y: fc.double({ min: -150, max: 150, noNaN: true }),
    }),
    {
      minLength: 4,
      maxLength: 4,
    },
  )
  .map((moved) =>
    sheet.map(({ x, y }, at) => ({ x: 2 * x + 300 + (moved[at]?.x ?? 0), y: 2 * y + 200 + (moved[at]?.y ?? 0) })),
  );
const place = fc.record({ x: fc.integer({ min: 0, max: 1414 }), y: fc.integer({ min: 0, max: 1000 }) });

const pairs = (from: readonly Point[], to: readonly Point[]) =>
  from.map((point, at) => [point, to[at] ?? point] as const);

describe('a plane seen by a camera', () => {
  it('takes every corner to where it was seen', () => {
    fc.assert(
      fc.property(corners, (seen) => {
        const plane = planeThrough(pairs(sheet, seen));
        sheet.forEach((corner, at) => {
          const { x, y } = project(plane ?? [], corner);
          expect(Math.hypot(x - (seen[at]?.x ?? 0), y - (seen[at]?.y ?? 0))).toBeLessThan(1e-5);
        });
      }),
    );
  });

  it('there and back again is where one was', () => {
    fc.assert(
      fc.property(corners, place, (seen, point) => {
        const there = planeThrough(pairs(sheet, seen)) ?? [];
        const back = planeThrough(pairs(seen, sheet)) ?? [];
        const { x, y } = project(back, project(there, point));
        expect(Math.hypot(x - point.x, y - point.y)).toBeLessThan(1e-4);
      }),
    );
  });

  it('keeps a straight line straight', () => {
    fc.assert(
      fc.property(corners, place, place, (seen, one, other) => {
        const plane = planeThrough(pairs(sheet, seen)) ?? [];
        const middle = { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
        const [a, b, c] = [one, middle, other].map((point) => project(plane, point)) as [Point, Point, Point];
        const across = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
        expect(Math.abs(across) / (1 + Math.hypot(c.x - a.x, c.y - a.y))).toBeLessThan(1e-5);
      }),
    );
  });

  it('is none through too few points, or through points in one line', () => {
    expect(planeThrough(pairs(sheet.slice(1), sheet))).toBeUndefined();
    const line = [0, 1, 2, 3].map((x) => ({ x, y: 2 * x }));
    expect(planeThrough(pairs(line, line))).toBeUndefined();
  });
});

describe('least squares', () => {
  it('finds the mean of what disagrees, and more of what counts for more', () => {
    const rows = [
      [1, 2],
      [1, 6],
    ];
    expect(leastSquares(rows)).toEqual([4]);
    expect(leastSquares(rows, [3, 1])).toEqual([3]);
    expect(leastSquares(rows, [0, 0])).toBeUndefined();
  });
});
