import { describe, expect, it } from 'vitest';
import { passkeyPlace } from './passkeyPlace.ts';

describe('where passkeys can be used', () => {
  it.each([
    ['http://localhost:3000/konto', true, { kind: 'here' }],
    ['https://duk.example.no/', true, { kind: 'here' }],
    ['https://duk.example.no/', false, { kind: 'nowhere' }],
    ['http://127.0.0.1:3000/konto', false, { kind: 'byName', url: 'http://localhost:3000' }],
    ['http://[::1]:3000/', true, { kind: 'byName', url: 'http://localhost:3000' }],
    ['https://10.0.0.5/', true, { kind: 'nowhere' }],
    ['https://[2001:db8::1]/', true, { kind: 'nowhere' }],
  ])('%s', (page, isSupported, place) => {
    expect(passkeyPlace(new URL(page), isSupported)).toEqual(place);
  });
});
