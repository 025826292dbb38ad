import { createSecretKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { exportJWK, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openTestServer, type TestServer } from '../testing/index.ts';
import { clientId, clientSecret, closeServer, listen, ourOrigin, TestBrowser } from './providerForTests.ts';
import type { LoginProvider } from './readLoginProviders.ts';
import { offerSetup } from './setupLink.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** What stands in an ID token or a logout token, and how it is signed. */
interface Said {
  readonly claims?: Record<string, unknown>;
  readonly header?: Record<string, unknown>;
  readonly sign?: (payload: JWTPayload, header: Record<string, unknown>) => Promise<string>;
}

/** A provider that says whatever it is told to, signed as a good one signs. */
class HostileIssuer {
  readonly #http: Server = createServer();
  readonly #key = generateKeyPairSync('rsa', { modulusLength: 2048 });
  origin = '';
  says: Said = {};
  answersWith = 200;

  async open(): Promise<void> {
    this.origin = await listen(this.#http);
    this.#http.on('request', async (request, response) => {
      const send = (json: object, status = 200) =>
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json));
      const { pathname } = new URL(request.url ?? '', this.origin);
      if (pathname === '/.well-known/openid-configuration')
        return send({
          issuer: this.origin,
          authorization_endpoint: `${this.origin}/auth`,
          token_endpoint: `${this.origin}/token`,
          jwks_uri: `${this.origin}/jwks`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['RS256', 'none', 'HS256'],
          authorization_response_iss_parameter_supported: true,
        });
      if (pathname === '/jwks')
        return send({ keys: [{ ...(await exportJWK(this.#key.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' }] });
      if (this.answersWith !== 200) return send({ error: 'invalid_grant' }, this.answersWith);
      return send({ access_token: 'x', token_type: 'Bearer', id_token: await this.token(this.says) });
    });
  }

  /** Signed with the provider's key unless it is said how. */
  token({ claims = {}, header = {}, sign = (payload, all) => signed(this.#key.privateKey)(payload, all) }: Said) {
    const now = Math.floor(Date.now() / 1000);
    return sign(
      { iss: this.origin, aud: clientId, iat: now, exp: now + 300, ...claims },
      { alg: 'RS256', kid: 'one', ...header },
    );
  }

  get publicKey(): KeyObject {
    return this.#key.publicKey;
  }

  close(): Promise<void> {
    return closeServer(this.#http);
  }
}

const signed = (key: KeyObject) => (payload: JWTPayload, header: Record<string, unknown>) =>
  new SignJWT(payload).setProtectedHeader(header as { alg: string }).sign(key);
const secondsAgo = (seconds: number) => Math.floor(Date.now() / 1000) - seconds;

describe('a provider that says what is not right', () => {
  let server: TestServer;
  const issuer = new HostileIssuer();
  const other = new HostileIssuer();
  const settings = (id: string, at: string): LoginProvider => ({
    id,
    label: id,
    issuer: new URL(at),
    clientId,
    proof: { kind: 'secret', secret: clientSecret },
    scopes: ['openid'],
    acr: ['high'],
    maxAgeSeconds: 600,
    par: undefined,
    mayLead: 'everybody',
    nameClaim: 'name',
    emailClaim: undefined,
  });

  beforeAll(async () => {
    await issuer.open();
    await other.open();
    server = await openTestServer({
      publicUrl: ourOrigin,
      loginProviders: [settings('one', issuer.origin), settings('other', other.origin)],
    });
    const secrets = { newId: () => 'id', newSecret: () => 'S'.repeat(43) };
    await offerSetup(server.storage.accounts, { secrets, now: server.now(), replaces: true });
    const body = { name: 'Admin', email: 'admin@kommune.no', password: 'traktor himmel saks onsdag' };
    expect((await server.person().post('/api/setup', { ...body, secret: 'S'.repeat(43) })).statusCode).toBe(201);
  });
  afterAll(async () => {
    await server.close();
    await issuer.close();
    await other.close();
  });
  beforeEach(() => {
    issuer.says = {};
    issuer.answersWith = 200;
    server.logLines.length = 0;
  });

  /** Goes to a provider, and says what it was asked. */
  async function leave(browser: TestBrowser, provider = 'one') {
    const { goesTo = '' } = await browser.step(`/api/login/${provider}`);
    const { searchParams } = new URL(goesTo);
    return { state: searchParams.get('state') ?? '', nonce: searchParams.get('nonce') ?? '' };
  }
  const good = (nonce: string, more: Record<string, unknown> = {}) => ({
    claims: { sub: 'mona', name: 'Mona', nonce, acr: 'high', auth_time: secondsAgo(10), ...more },
  });
  const comeBack = (browser: TestBrowser, query: Record<string, string>, provider = 'one') =>
    browser.step(`/api/login/${provider}/callback?${new URLSearchParams(query)}`);
  const signInsOf = async () => {
    const all = await server.storage.accounts.list(server.now());
    const lists = await Promise.all(all.map(({ id }) => server.storage.accounts.listSignIns(id)));
    return lists.flat().length;
  };
  const refusals = () => server.logLines.map((line) => JSON.parse(line)).filter(({ provider }) => provider);

  /** Is refused: a sentence for the person, one line in the log, no session and nobody signed in. */
  async function isRefused(
    kind: string,
    attempt: () => Promise<{ location: string | undefined }>,
    browser: TestBrowser,
  ) {
    const before = await signInsOf();
    const { location } = await attempt();
    expect(location).toMatch(new RegExp(`^/logg-inn\\?feil=${kind}&fra=(one|other)$`));
    expect(browser.session).toBeUndefined();
    expect(await signInsOf()).toBe(before);
    expect(refusals()).toHaveLength(1);
    expect(server.logLines.join()).not.toContain('Mona');
  }

  it('signs in while all is right, or the rest would show nothing', async () => {
    const browser = new TestBrowser(server);
    const { state, nonce } = await leave(browser);
    issuer.says = good(nonce);
    const back = await comeBack(browser, { code: 'c', state, iss: issuer.origin });
    expect([back.location, refusals()]).toEqual(['/', []]);
    expect(browser.session).toBeDefined();
  });

  const wrong: readonly (readonly [string, string, (nonce: string) => Said])[] = [
    ['another nonce', 'refused', () => good('en annen')],
    ['no nonce', 'refused', (nonce) => good(nonce, { nonce: undefined })],
    ['another issuer', 'refused', (nonce) => good(nonce, { iss: 'https://ond.example' })],
    ['another audience', 'refused', (nonce) => good(nonce, { aud: 'en-annen' })],
    ['us among others, and for another', 'refused', (nonce) => good(nonce, { aud: [clientId, 'x'], azp: 'x' })],
    ['nobody', 'refused', (nonce) => good(nonce, { sub: undefined })],
    ['a way of proving that is too weak', 'tooWeak', (nonce) => good(nonce, { acr: 'substantial' })],
    ['no way of proving', 'tooWeak', (nonce) => good(nonce, { acr: undefined })],
    ['that they proved it long ago', 'refused', (nonce) => good(nonce, { auth_time: secondsAgo(700) })],
    ['not when they proved it', 'refused', (nonce) => good(nonce, { auth_time: undefined })],
    ['what has run out', 'refused', (nonce) => good(nonce, { exp: secondsAgo(100) })],
    [
      'it without a signature',
      'refused',
      (nonce) => ({ ...good(nonce), sign: async (payload) => new UnsecuredJWT(payload).encode() }),
    ],
    [
      'it with the signature of somebody else',
      'refused',
      (nonce) => ({ ...good(nonce), sign: signed(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey) }),
    ],
    [
      'it signed with its public key as a secret',
      'refused',
      (nonce) => ({
        ...good(nonce),
        header: { alg: 'HS256' },
        sign: signed(createSecretKey(Buffer.from(String(issuer.publicKey.export({ type: 'spki', format: 'pem' }))))),
      }),
    ],
    [
      'it signed with the secret that we share',
      'refused',
      (nonce) => ({
        ...good(nonce),
        header: { alg: 'HS256' },
        sign: signed(createSecretKey(Buffer.from(clientSecret))),
      }),
    ],
  ];
  it.each(wrong)('is refused when it says %s', async (_, kind, says) => {
    const browser = new TestBrowser(server);
    const { state, nonce } = await leave(browser);
    issuer.says = says(nonce);
    await isRefused(kind, () => comeBack(browser, { code: 'c', state, iss: issuer.origin }), browser);
  });

  it('is refused when the browser comes back with another state, or another’s', async () => {
    const [browser, attacker] = [new TestBrowser(server), new TestBrowser(server)];
    const own = await leave(browser);
    const theirs = await leave(attacker);
    issuer.says = good(own.nonce);
    await isRefused(
      'tooLate',
      () => comeBack(browser, { code: 'c', state: theirs.state, iss: issuer.origin }),
      browser,
    );
  });

  it('is done by the tab that began last, after one that began before it has come back too', async () => {
    const browser = new TestBrowser(server);
    const first = await leave(browser);
    const last = await leave(browser);
    await isRefused('tooLate', () => comeBack(browser, { code: 'c', state: first.state, iss: issuer.origin }), browser);
    issuer.says = good(last.nonce);
    expect((await comeBack(browser, { code: 'c', state: last.state, iss: issuer.origin })).location).toBe('/');
    expect(browser.session).toBeDefined();
  });

  it('is refused in a browser that has not gone there', async () => {
    const attacker = new TestBrowser(server);
    const { state, nonce } = await leave(attacker);
    issuer.says = good(nonce);
    const victim = new TestBrowser(server);
    await isRefused('tooLate', () => comeBack(victim, { code: 'c', state, iss: issuer.origin }), victim);
  });

  it.each([
    ['of another issuer', () => ({ iss: other.origin })],
    ['of none', () => ({})],
  ])('is refused when the answer is %s (RFC 9207)', async (_, iss) => {
    const browser = new TestBrowser(server);
    const { state, nonce } = await leave(browser);
    issuer.says = good(nonce);
    await isRefused('refused', () => comeBack(browser, { code: 'c', state, ...iss() }), browser);
  });

  it('is refused when the browser went to one provider and comes back from another', async () => {
    const browser = new TestBrowser(server);
    const { state, nonce } = await leave(browser, 'one');
    other.says = good(nonce);
    await isRefused('refused', () => comeBack(browser, { code: 'c', state, iss: other.origin }, 'other'), browser);
  });

  it('is refused when somebody comes back by the same address twice', async () => {
    const browser = new TestBrowser(server);
    const { state, nonce } = await leave(browser);
    const cookie = browser.cookiesOf(ourOrigin).get('__Host-duk-login') ?? '';
    issuer.says = good(nonce);
    const query = { code: 'c', state, iss: issuer.origin };
    expect((await comeBack(browser, query)).location).toBe('/');
    // Also for who has seen both the address and the cookie, at a provider that takes a code twice.
    const thief = new TestBrowser(server);
    thief.cookiesOf(ourOrigin).set('__Host-duk-login', cookie);
    await isRefused('tooLate', () => comeBack(thief, query), thief);
  });

  it('is refused when the provider does not take the code', async () => {
    const browser = new TestBrowser(server);
    const { state } = await leave(browser);
    issuer.answersWith = 400;
    await isRefused('refused', () => comeBack(browser, { code: 'c', state, iss: issuer.origin }), browser);
  });

  it('is away when it answers that it has failed', async () => {
    const browser = new TestBrowser(server);
    const { state } = await leave(browser);
    issuer.answersWith = 503;
    await isRefused('providerAway', () => comeBack(browser, { code: 'c', state, iss: issuer.origin }), browser);
  });

  it('must prove anew when that is asked, not by what it remembers', async () => {
    const browser = new TestBrowser(server);
    const { goesTo = '' } = await browser.step('/api/login/one?anew=true');
    const { searchParams } = new URL(goesTo);
    expect([searchParams.get('prompt'), searchParams.get('max_age')]).toEqual(['login', '0']);
    issuer.says = good(searchParams.get('nonce') ?? '', { auth_time: secondsAgo(300) });
    const state = searchParams.get('state') ?? '';
    await isRefused('refused', () => comeBack(browser, { code: 'c', state, iss: issuer.origin }), browser);
  });

  describe('signing somebody out', () => {
    const event = { 'http://schemas.openid.net/event/backchannel-logout': {} };
    const logout = { sub: 'mona', sid: 'økt', jti: 'j', events: event };
    let browser: TestBrowser;
    beforeEach(async () => {
      browser = new TestBrowser(server);
      const { state, nonce } = await leave(browser);
      issuer.says = good(nonce, { sid: 'økt' });
      await comeBack(browser, { code: 'c', state, iss: issuer.origin });
      server.logLines.length = 0;
    });
    const isIn = async () => (await server.person(browser.session).get('/api/session')).json().account !== undefined;
    const tell = async (said: Said, provider = 'one', by = issuer) =>
      server.app.inject({
        method: 'POST',
        url: `/api/login/${provider}/logout`,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: `logout_token=${await by.token({ header: { typ: 'logout+jwt' }, ...said })}`,
      });

    it.each([
      ['by its session', { ...logout, sub: undefined }],
      ['by who they are', { ...logout, sid: undefined }],
      ['by both', logout],
    ])('is done when all is right, %s', async (_, claims) => {
      expect([(await tell({ claims })).statusCode, await isIn()]).toEqual([204, false]);
    });

    it('signs out nobody else', async () => {
      expect((await tell({ claims: { ...logout, sub: 'per' } })).statusCode).toBe(204);
      expect((await tell({ claims: { ...logout, sid: 'en annen' } })).statusCode).toBe(204);
      // Another provider has a word about its own alone.
      expect((await tell({ claims: logout }, 'one', other)).statusCode).toBe(400);
      expect((await tell({ claims: logout }, 'other', other)).statusCode).toBe(204);
      expect(await isIn()).toBe(true);
    });

    it.each([
      ['of another issuer', { claims: { ...logout, iss: 'https://ond.example' } }],
      ['to another', { claims: { ...logout, aud: 'en-annen' } }],
      ['with a nonce, as an ID token has', { claims: { ...logout, nonce: 'n' } }],
      ['about something else', { claims: { ...logout, events: { 'http://example.no/event': {} } } }],
      ['about nothing', { claims: { ...logout, events: undefined } }],
      ['without a number', { claims: { ...logout, jti: undefined } }],
      ['that names nobody', { claims: { ...logout, sub: undefined, sid: undefined } }],
      ['that is old', { claims: { ...logout, iat: secondsAgo(600), exp: undefined } }],
      ['that has run out', { claims: { ...logout, exp: secondsAgo(100) } }],
      ['of another kind', { claims: logout, header: { typ: 'at+jwt' } }],
      [
        'without a signature',
        { claims: logout, sign: async (payload: JWTPayload) => new UnsecuredJWT(payload).encode() },
      ],
      [
        'that somebody else has signed',
        { claims: logout, sign: signed(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey) },
      ],
      [
        'signed with the secret that we share',
        { claims: logout, header: { alg: 'HS256' }, sign: signed(createSecretKey(Buffer.from(clientSecret))) },
      ],
    ] as const)('is refused by a token %s', async (_, said) => {
      const reply = await tell(said);
      expect([reply.statusCode, reply.json().type, await isIn()]).toEqual([400, '/problems/logoutTokenRefused', true]);
      expect(refusals()).toHaveLength(1);
    });

    it('is refused by an ID token', async () => {
      const reply = await tell({ ...issuer.says, header: {} });
      expect([reply.statusCode, await isIn()]).toEqual([400, true]);
    });

    it('is done in the browser too, by a session’s name that nobody else knows', async () => {
      const told = (iss: string, sid: string) =>
        server.app.inject({ url: `/api/login/one/logout?${new URLSearchParams({ iss, sid })}` });
      for (const [iss, sid] of [
        ['https://ond.example', 'økt'],
        [issuer.origin, 'en annen'],
      ] as const) {
        expect((await told(iss, sid)).statusCode).toBe(204);
        expect(await isIn()).toBe(true);
      }
      expect((await told(issuer.origin, 'økt')).statusCode).toBe(204);
      expect(await isIn()).toBe(false);
    });
  });

  // Last: the server's clock stays where it was put.
  it('is refused after a quarter of an hour', async () => {
    const browser = new TestBrowser(server);
    const { state, nonce } = await leave(browser);
    issuer.says = good(nonce);
    server.waitMs(16 * 60_000);
    await isRefused('tooLate', () => comeBack(browser, { code: 'c', state, iss: issuer.origin }), browser);
  });
});
