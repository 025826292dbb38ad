import { describe, expect, it } from 'vitest';
import { passwordFault } from './password.ts';

describe('a password', () => {
  it('is long enough to be three or four words, and no longer than a page of them', () => {
    expect(passwordFault('elleve tegn')).toBe('passwordShort');
    expect(passwordFault('tolv tegn ja')).toBeUndefined();
    expect(passwordFault('å'.repeat(128))).toBeUndefined();
    expect(passwordFault('å'.repeat(129))).toBe('passwordLong');
  });

  it('is counted as people count, whatever keyboard it comes from', () => {
    expect(passwordFault('å'.repeat(128))).toBeUndefined();
    expect(passwordFault('👩'.repeat(11))).toBe('passwordShort');
  });
});
