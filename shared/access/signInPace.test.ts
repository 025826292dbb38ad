import { describe, expect, it } from 'vitest';
import { type SignInFailures, signInWait, withFailure } from './signInPace.ts';

const failing = (times: number, now: number): SignInFailures | undefined => {
  let failures: SignInFailures | undefined;
  for (let time = 0; time < times; time += 1) failures = withFailure(failures, now);
  return failures;
};

describe('waiting after wrong passwords', () => {
  it('is asked of nobody who mistypes a few times', () => {
    expect([0, 1, 4].map((times) => signInWait(failing(times, 100), 100))).toEqual([0, 0, 0]);
  });

  it('doubles from then on, up to about a minute, and never more', () => {
    const waits = [5, 6, 7, 8, 9, 10, 11, 12, 1_000].map((times) => signInWait(failing(times, 100), 100));
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 64_000, 64_000, 64_000]);
  });

  it('passes, and is forgotten little by little', () => {
    const failures = failing(6, 0);
    expect(signInWait(failures, 1_999)).toBe(1);
    expect(signInWait(failures, 2_000)).toBe(0);
    expect(withFailure(failures, 10 * 60_000)).toEqual({ count: 5, lastAt: 10 * 60_000 });
    expect(withFailure(failures, 24 * 3_600_000)).toEqual({ count: 1, lastAt: 24 * 3_600_000 });
  });
});
