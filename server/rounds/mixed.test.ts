import { describe, expect, it } from 'vitest';
import { mixed } from './mixed.ts';

describe('what is mixed', () => {
  it('is all that came, in each order as often as in any other', () => {
    const counts = new Map<string, number>();
    const times = 6000;
    for (let time = 0; time < times; time++) {
      const order = mixed(['a', 'b', 'c']).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect([...counts.keys()].toSorted()).toEqual(['abc', 'acb', 'bac', 'bca', 'cab', 'cba']);
    // Six standard deviations from a sixth: chance alone leaves that once in hundreds of millions.
    const deviation = 6 * Math.sqrt(times * (1 / 6) * (5 / 6));
    for (const count of counts.values()) expect(Math.abs(count - times / 6)).toBeLessThan(deviation);
  });
});
