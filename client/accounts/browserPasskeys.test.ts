import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { signInByPasskey } from './browserPasskeys.ts';

const asked = { challenge: 'AAAA', rpId: 'localhost', timeout: 300_000, userVerification: 'required' };
const named = (name: string) => Object.assign(new Error('said by the browser'), { name });

describe('signing in with a passkey, when the browser gives none,', () => {
  const get = vi.fn();
  beforeEach(() => {
    vi.stubGlobal('location', new URL('http://localhost:3000/logg-inn'));
    vi.stubGlobal('PublicKeyCredential', class {});
    vi.stubGlobal('navigator', { credentials: { get } });
    vi.stubGlobal('fetch', async () => new Response(JSON.stringify(asked)));
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    get.mockReset();
  });

  it.each([
    ['people turned round', named('NotAllowedError'), 'passkeyCancelled'],
    ['another was asked for', named('AbortError'), 'passkeyCancelled'],
    ['the page is at another name', named('SecurityError'), 'passkeyCannot'],
    ['an app for passwords stands in for it and fails', new TypeError('undefined is not a function'), 'passkeyCannot'],
    ['it is no error at all', 'said in words', 'passkeyCannot'],
  ])('because %s, says so', async (_, thrown, kind) => {
    get.mockRejectedValue(thrown);
    expect(await signInByPasskey(false)).toEqual({ ok: false, failure: { kind } });
  });

  it('because there was none to give, says so', async () => {
    get.mockResolvedValue(null);
    expect(await signInByPasskey(false)).toEqual({ ok: false, failure: { kind: 'passkeyCannot' } });
  });
});
