import { describe, expect, it } from 'vitest';
import { TokenBucket } from './tokenBucket.ts';

describe('a token bucket', () => {
  it('allows a burst, and then a steady pace', () => {
    const bucket = new TokenBucket({ burst: 3, perSecond: 2 }, 0);
    expect([1, 2, 3, 4].map(() => bucket.take(1, 0))).toEqual([true, true, true, false]);
    expect(bucket.take(1, 499)).toBe(false);
    expect(bucket.take(1, 500)).toBe(true);
    expect(bucket.take(1, 500)).toBe(false);
  });

  it('never holds more than a burst, however long nothing came', () => {
    const bucket = new TokenBucket({ burst: 3, perSecond: 2 }, 0);
    expect(bucket.take(4, 1_000_000)).toBe(false);
    expect(bucket.take(3, 1_000_000)).toBe(true);
    expect(bucket.take(1, 1_000_000)).toBe(false);
  });

  it('gives credit, and tells how long until it is paid', () => {
    const bucket = new TokenBucket({ burst: 3, perSecond: 2 }, 0);
    expect(bucket.spend(3, 0)).toBe(0);
    expect(bucket.spend(1, 0)).toBe(500);
    expect(bucket.spend(1, 250)).toBe(750);
    expect(bucket.take(1, 1_000)).toBe(false);
    expect(bucket.take(1, 1_500)).toBe(true);
  });

  it('lets nobody owe more than a burst', () => {
    const bucket = new TokenBucket({ burst: 3, perSecond: 2 }, 0);
    expect(bucket.spend(1_000, 0)).toBe(1_500);
    expect(bucket.take(3, 3_000)).toBe(true);
  });
});
