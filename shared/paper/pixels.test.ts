import { describe, expect, it } from 'vitest';
import { hangingTogether } from './pixels.ts';

/** Of a picture drawn in letters: the points that hang together with the first #, as places from 0. */
function partOf(...lines: readonly string[]): readonly number[] {
  const [width, height] = [lines[0]?.length ?? 0, lines.length];
  const all = lines.join('');
  const start = all.indexOf('#');
  const taken = new Uint8Array(all.length);
  return hangingTogether(start, { width, height }, taken, (near) => all[near] === '#').toSorted((a, b) => a - b);
}

describe('points that hang together', () => {
  it('go up, down and sideways', () => {
    expect(partOf('.#.', '##.', '..#')).toEqual([1, 3, 4]);
  });

  it('never go from the end of a line to the beginning of the next', () => {
    expect(partOf('..#', '#..', '...')).toEqual([2]);
    expect(partOf('...', '#..', '..#')).toEqual([3]);
    expect(partOf('..#', '#.#', '#..')).toEqual([2, 5]);
  });

  it('are told of once each, in the order one comes to them', () => {
    const orders: number[] = [];
    const taken = new Uint8Array(9);
    const points = hangingTogether(
      4,
      { width: 3, height: 3 },
      taken,
      () => true,
      (at, order) => orders.push(order, at),
    );
    expect(new Set(points).size).toBe(9);
    expect(orders).toEqual([...points.keys()].flatMap((order) => [order, points[order]]));
    expect([...taken]).toEqual(Array.from({ length: 9 }, () => 1));
  });
});
