import { describe, expect, it } from 'vitest';
import { WrongSecrets } from './wrongSecrets.ts';

describe('wrong secrets', () => {
  it('are answered at once until there are many, and then after waits that grow to a minute', () => {
    const wrong = new WrongSecrets(3);
    const waits = Array.from({ length: 11 }, () => wrong.count('192.0.2.1', 0));
    expect(waits).toEqual([0, 0, 0, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 64_000, 64_000]);
    expect(wrong.count('192.0.2.2', 0)).toBe(0);
  });

  it('are forgotten, a few each minute, and the waits with the last', () => {
    const wrong = new WrongSecrets(3);
    for (let attempt = 0; attempt < 5; attempt++) wrong.count('192.0.2.1', 0);
    expect(wrong.count('192.0.2.1', 20_001)).toBe(0);
    expect(wrong.count('192.0.2.1', 20_002)).toBe(4_000);
    expect([1, 2, 3, 4].map(() => wrong.count('192.0.2.1', 200_000))).toEqual([0, 0, 0, 1_000]);
  });

  it('count together for the addresses that one IPv6 connection has', () => {
    const wrong = new WrongSecrets(1);
    expect(wrong.count('2001:db8:0:1::1', 0)).toBe(0);
    expect(wrong.count('2001:0db8:0000:0001:ffff:ffff:ffff:ffff', 0)).toBe(1_000);
    expect(wrong.count('2001:db8:0:2::1', 0)).toBe(0);
    expect(wrong.count('::1', 0)).toBe(0);
    expect(wrong.count('::ffff:192.0.2.1', 0)).toBe(0);
    expect(wrong.count('::ffff:192.0.2.2', 0)).toBe(0);
  });

  it('take no more memory however many addresses they come from', () => {
    const wrong = new WrongSecrets(1);
    for (let each = 0; each < 20_000; each++) wrong.count(`10.${each >> 16}.${(each >> 8) & 255}.${each & 255}`, 0);
    expect(wrong.size).toBe(10_000);
  });
});
