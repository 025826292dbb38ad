import { describe, expect, it } from 'vitest';
import { isWayEnough, mayLoseLastPasskey, missingStep, type SignInWay, signInWay } from './signInWay.ts';

describe('ways to sign in', () => {
  it.each<[SignInWay, boolean, boolean]>([
    ['password', true, true],
    ['passkey', true, true],
    ['provider', true, true],
    ['password', false, false],
    ['passkey', false, true],
    ['provider', false, true],
  ])('by %s, on loopback: %s: is enough: %s', (way, isOnLoopback, isEnough) => {
    expect(isWayEnough(way, isOnLoopback)).toBe(isEnough);
  });

  it('are told by what is kept of the signing in', () => {
    expect(signInWay({ providerId: 'entra', passkeyId: null })).toBe('provider');
    expect(signInWay({ providerId: null, passkeyId: 'key' })).toBe('passkey');
    expect(signInWay({})).toBe('password');
  });

  it('lead on by a passkey: the first is added, and who has one uses it', () => {
    expect([missingStep(false), missingStep(true)]).toEqual(['addPasskey', 'usePasskey']);
  });

  it.each([
    [true, true, true],
    [true, false, false],
    [false, true, false],
    [false, false, false],
  ])('with a password: %s, on loopback: %s: the last passkey may go: %s', (hasPassword, isOnLoopback, may) => {
    expect(mayLoseLastPasskey({ hasPassword }, isOnLoopback)).toBe(may);
  });
});
