import { describe, expect, it } from 'vitest';
import { BoardQuota } from './boardQuota.ts';

const hourMs = 60 * 60 * 1000;

describe('how many boards an address may make in a day', () => {
  it.each([1, 7, 1_000])('is %i, and then one more when its part of the day has passed', (perDay) => {
    const quota = new BoardQuota(perDay);
    const waits = Array.from({ length: perDay }, () => quota.take('192.0.2.1', 0));
    expect(waits.every((wait) => wait === 0)).toBe(true);
    const waitMs = quota.take('192.0.2.1', 0);
    expect(Math.abs(waitMs - (24 * hourMs) / perDay)).toBeLessThan(perDay + 1);
    expect(quota.take('192.0.2.1', waitMs - 1)).toBe(1);
    expect(quota.take('192.0.2.1', waitMs)).toBe(0);
    expect(quota.take('192.0.2.1', waitMs)).toBeGreaterThan(0);
  });

  it('is counted for each address by itself, and together for those of one IPv6 connection', () => {
    const quota = new BoardQuota(1);
    expect(quota.take('192.0.2.1', 0)).toBe(0);
    expect(quota.take('192.0.2.2', 0)).toBe(0);
    expect(quota.take('2001:db8:0:1::1', 0)).toBe(0);
    expect(quota.take('2001:db8:0:1::2', 0)).toBeGreaterThan(0);
  });

  it('is not held back for longer by those who ask again and again', () => {
    const quota = new BoardQuota(24);
    for (let board = 0; board < 24 + 100; board++) quota.take('192.0.2.1', 0);
    expect(quota.take('192.0.2.1', hourMs)).toBe(0);
  });

  it('keeps nobody out for more than a day when the clock is set back', () => {
    const quota = new BoardQuota(1);
    quota.take('192.0.2.1', 365 * 24 * hourMs);
    expect(quota.take('192.0.2.1', 0)).toBe(24 * hourMs);
  });

  it('takes no more memory however many addresses they come from', () => {
    const quota = new BoardQuota(1);
    for (let each = 0; each < 20_000; each++) quota.take(`10.${each >> 16}.${(each >> 8) & 255}.${each & 255}`, 0);
    expect(quota.size).toBe(10_000);
  });
});
