import { generateKeyPairSync } from 'node:crypto';
import { exportJWK } from 'jose';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { WebSocket } from 'ws';
import { openTestServer, type Person, patience, soonMs, type TestServer } from '../testing/index.ts';
import { TestPasskey } from './authenticatorForTests.ts';
import {
  type AtProvider,
  clientId,
  clientSecret,
  openProvider,
  ourOrigin,
  type ProviderSettings,
  TestBrowser,
  type TestProvider,
} from './providerForTests.ts';
import type { LoginProvider } from './readLoginProviders.ts';
import { offerSetup } from './setupLink.ts';

vi.setConfig({ testTimeout: 60_000 });

let server: TestServer;
const providers: TestProvider[] = [];
afterEach(async () => {
  await server?.close();
  for (const provider of providers.splice(0)) await provider.close();
});

const mona: AtProvider = {
  subject: 'mona-hos-dem',
  claims: { name: 'Mona Berg', groups: ['ansatte', 'duk-ledere'], email: 'Mona@Kommune.no', email_verified: true },
};
const per: AtProvider = { subject: 'per-hos-dem', claims: { name: 'Per', groups: ['ansatte'] } };

const asWeKnowIt = (id: string, issuer: string, more: Partial<LoginProvider> = {}): LoginProvider => ({
  id,
  label: id === 'entra' ? 'Entra ID' : 'Ansattporten',
  issuer: new URL(issuer),
  clientId,
  proof: { kind: 'secret', secret: clientSecret },
  scopes: ['openid', 'profile', 'email'],
  acr: [],
  maxAgeSeconds: undefined,
  par: undefined,
  mayLead: { claim: 'groups', contains: ['duk-ledere'] },
  nameClaim: 'name',
  emailClaim: undefined,
  ...more,
});

async function providerOf(
  settings: Omit<ProviderSettings, 'id'> & { readonly id?: string } = {},
): Promise<TestProvider> {
  const provider = await openProvider({ id: 'entra', ...settings });
  provider.sits = mona;
  providers.push(provider);
  return provider;
}

/** The administrator's: beyond the machine itself a password is not enough. */
const adminsPasskey = new TestPasskey(ourOrigin);

/** A server with an account already, as all that let people in by a provider. */
async function openWith(loginProviders: readonly LoginProvider[], isSetUp = true): Promise<Person> {
  server = await openTestServer({ publicUrl: ourOrigin, loginProviders });
  const admin = server.person();
  if (!isSetUp) return admin;
  const secrets = { newId: () => 'id', newSecret: () => 'S'.repeat(43) };
  await offerSetup(server.storage.accounts, { secrets, now: server.now(), replaces: true });
  const body = { name: 'Admin', email: 'admin@kommune.no', secret: 'S'.repeat(43) };
  const asked = (await admin.post('/api/setup/passkey', body)).json();
  const made = await admin.post('/api/setup', { ...body, passkey: adminsPasskey.made(asked) });
  expect(made.statusCode).toBe(201);
  return admin;
}

const asPerson = (browser: TestBrowser) => server.person(browser.session);
const whoIs = async (browser: TestBrowser) => (await asPerson(browser).get('/api/session')).json().account;
const warnings = () => server.logLines.map((line) => JSON.parse(line)).filter(({ provider }) => provider !== undefined);

async function openSocket(person: Person, boardId: string, port: number) {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/sync/${boardId}`, {
    headers: { cookie: `__Host-duk=${person.cookie}` },
  });
  onTestFinished(() => socket.terminate());
  let code: number | undefined;
  let isIn = false;
  socket.on('message', () => {
    isIn = true;
  });
  socket.on('close', (closedWith) => {
    code = closedWith;
  });
  await expect.poll(() => isIn, patience).toBe(true);
  return { code: () => code };
}

describe('signing in by a provider', () => {
  it.each([
    ['with a secret', {}, {}],
    ['with what is asked pushed to it first', { par: true }, {}],
    ['with all that it says in the ID token', { allInIdToken: true }, { par: false }],
  ] as const)('signs in whom it vouches for, %s', async (_, settings, more) => {
    const provider = await providerOf(settings);
    await openWith([asWeKnowIt('entra', provider.issuer, more)]);
    const browser = new TestBrowser(server);
    const at = await browser.go('/api/login/entra?back=%2Fuka');
    expect(at.url.href).toBe(`${ourOrigin}/uka`);
    expect(await whoIs(browser)).toMatchObject({
      name: 'Mona Berg',
      email: 'mona@kommune.no',
      mayLead: true,
      isAdmin: false,
      hasPassword: false,
      provider: { providerId: 'entra', label: 'Entra ID' },
    });
    expect(provider.asked.includes('POST /request')).toBe('par' in settings);
    expect(provider.asked.includes('GET /me')).toBe(!('allInIdToken' in settings));
    expect(warnings()).toEqual([]);
    const said = JSON.stringify(server.logLines);
    for (const secret of ['Mona', 'mona-hos-dem', clientSecret]) expect(said).not.toContain(secret);
  });

  it('proves who we are by a key, where the provider asks for one', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const provider = await providerOf({
      clientKey: { ...(await exportJWK(publicKey)), kid: 'ours', alg: 'ES256', use: 'sig' },
      par: true,
    });
    const key = await crypto.subtle.importKey(
      'jwk',
      { ...(privateKey.export({ format: 'jwk' }) as object), key_ops: ['sign'] },
      { name: 'ECDSA', namedCurve: 'P-256' },
      false,
      ['sign'],
    );
    await openWith([asWeKnowIt('entra', provider.issuer, { proof: { kind: 'key', key, kid: 'ours' } })]);
    const browser = new TestBrowser(server);
    await browser.go('/api/login/entra');
    expect(await whoIs(browser)).toMatchObject({ name: 'Mona Berg' });
  });

  it('lets several be side by side, to which one subject is two people', async () => {
    const entra = await providerOf();
    const porten = await providerOf({ id: 'ansattporten' });
    porten.sits = { ...mona, claims: { ...mona.claims, name: 'En annen Mona' } };
    const admin = await openWith([asWeKnowIt('entra', entra.issuer), asWeKnowIt('ansattporten', porten.issuer)]);
    expect((await server.person().get('/api/login')).json()).toEqual({
      providers: [
        { providerId: 'entra', label: 'Entra ID' },
        { providerId: 'ansattporten', label: 'Ansattporten' },
      ],
    });
    const [one, two] = [new TestBrowser(server), new TestBrowser(server)];
    await one.go('/api/login/entra');
    await two.go('/api/login/ansattporten');
    expect([(await whoIs(one)).name, (await whoIs(two)).name]).toEqual(['Mona Berg', 'En annen Mona']);
    // The address is the first one's: it proves nothing.
    const { accounts } = (await admin.get('/api/accounts')).json();
    expect(accounts).toMatchObject([
      { name: 'Admin', hasPasskey: true },
      { name: 'Mona Berg', email: 'mona@kommune.no', provider: { label: 'Entra ID' } },
      { name: 'En annen Mona', email: '', provider: { label: 'Ansattporten' } },
    ]);
  });

  it('is the same account each time, as the provider calls them now, and never one that has the address', async () => {
    const provider = await providerOf();
    provider.sits = { ...mona, claims: { ...mona.claims, email: 'admin@kommune.no' } };
    await openWith([asWeKnowIt('entra', provider.issuer)]);
    const browser = new TestBrowser(server);
    await browser.go('/api/login/entra');
    const first = await whoIs(browser);
    expect(first).toMatchObject({ name: 'Mona Berg', email: '', isAdmin: false });
    provider.sits = { ...mona, claims: { ...mona.claims, name: 'Mona Dahl', email_verified: false } };
    const again = new TestBrowser(server);
    await again.go('/api/login/entra');
    expect(await whoIs(again)).toEqual({ ...first, name: 'Mona Dahl' });
  });

  it('gives another session, which alone is signed in, and takes along what the browser came in to by a link', async () => {
    const provider = await providerOf();
    const admin = await openWith([asWeKnowIt('entra', provider.issuer)]);
    const { boardId, api } = await admin.makeBoard();
    const link = (await admin.post(`${api}/links`, { role: 'viewer', lobby: false })).json();
    const attacker = server.person();
    await attacker.join(boardId, new URL(link.url).hash.slice(1), 'Angriper');
    const victim = new TestBrowser(server);
    victim.cookiesOf(ourOrigin).set('__Host-duk', attacker.cookie ?? '');
    await victim.go('/api/login/entra');
    expect(victim.session).not.toBe(attacker.cookie);
    expect((await asPerson(victim).get(`${api}/me`)).json()).toMatchObject({ role: 'viewer' });
    expect((await attacker.get('/api/session')).json()).toEqual({ stage: 'accounts', passwordIsEnough: false });
  });

  it('leads, is shared with and ends like any other account', async () => {
    const provider = await providerOf();
    const admin = await openWith([asWeKnowIt('entra', provider.issuer)]);
    const browser = new TestBrowser(server);
    await browser.go('/api/login/entra');
    const person = asPerson(browser);
    const { accountId } = await whoIs(browser);
    const own = await person.makeBoard({ title: 'Planen til Eirin', templateId: 'simple' });
    expect((await person.get('/api/boards')).json().boards).toMatchObject([{ boardId: own.boardId, role: 'leader' }]);
    expect((await person.get('/api/account/sign-ins')).json().signIns).toMatchObject([{ isOwn: true }]);
    const other = await admin.makeBoard();
    expect((await admin.post(`${other.api}/leaders`, { email: 'mona@kommune.no' })).statusCode).toBe(204);
    expect((await person.get(`${other.api}/me`)).json()).toMatchObject({ role: 'leader' });
    // No address is nobody's.
    expect((await admin.post(`${other.api}/leaders`, { email: ' ' })).json().type).toBe('/problems/leaderNotFound');
    // And no password is made past the provider.
    const invited = await admin.post(`/api/accounts/${accountId}/invitation`);
    expect([invited.statusCode, invited.json().type]).toEqual([409, '/problems/accountOfProvider']);
    expect((await admin.delete(`/api/accounts/${accountId}`)).statusCode).toBe(204);
    expect(await whoIs(browser)).toBeUndefined();
    const back = new TestBrowser(server);
    expect((await back.go('/api/login/entra')).url.search).toBe('?feil=ended&fra=entra');
    expect(back.session).toBeUndefined();
  });

  it('tells whoever may not lead, and gives them nothing', async () => {
    const provider = await providerOf();
    provider.sits = per;
    const admin = await openWith([asWeKnowIt('entra', provider.issuer)]);
    const browser = new TestBrowser(server);
    const at = await browser.go('/api/login/entra');
    expect(at.url.href).toBe(`${ourOrigin}/logg-inn?feil=mayNotLead&fra=entra`);
    expect(browser.session).toBeUndefined();
    expect((await admin.get('/api/accounts')).json().accounts).toHaveLength(1);
  });

  it('signs out everywhere who may not lead any more', async () => {
    const provider = await providerOf();
    await openWith([asWeKnowIt('entra', provider.issuer)]);
    const browser = new TestBrowser(server);
    await browser.go('/api/login/entra');
    const person = asPerson(browser);
    const { boardId } = await person.makeBoard();
    const socket = await openSocket(person, boardId, await server.listen());
    provider.sits = { ...mona, claims: { ...mona.claims, groups: ['ansatte'] } };
    const elsewhere = new TestBrowser(server);
    expect((await elsewhere.go('/api/login/entra')).url.search).toBe('?feil=mayNotLead&fra=entra');
    await expect.poll(socket.code, patience).toBe(4401);
    expect(await whoIs(browser)).toBeUndefined();
  });

  it('lets everybody lead who can sign in there, where that is chosen', async () => {
    const provider = await providerOf();
    provider.sits = per;
    await openWith([asWeKnowIt('entra', provider.issuer, { mayLead: 'everybody' })]);
    const browser = new TestBrowser(server);
    await browser.go('/api/login/entra');
    expect(await whoIs(browser)).toMatchObject({ name: 'Per', mayLead: true });
  });

  it('says so when somebody turns round, when the provider is away, and before there is an account', async () => {
    const provider = await providerOf();
    const gone = await providerOf({ id: 'ansattporten' });
    await gone.close();
    providers.pop();
    const all = [asWeKnowIt('entra', provider.issuer), asWeKnowIt('ansattporten', gone.issuer)];
    await openWith(all);
    provider.sits = undefined;
    const browser = new TestBrowser(server);
    expect((await browser.go('/api/login/entra')).url.search).toBe('?feil=cancelled&fra=entra');
    expect((await browser.go('/api/login/ansattporten')).url.search).toBe('?feil=providerAway&fra=ansattporten');
    expect(warnings()).toMatchObject([{ kind: 'cancelled' }, { kind: 'providerAway' }]);
    // Nothing else breaks.
    expect((await server.person().get('/api/session')).json()).toEqual({ stage: 'accounts', passwordIsEnough: false });
    await server.close();
    await openWith(all, false);
    expect((await new TestBrowser(server).step('/api/login/entra')).location).toBe(
      '/logg-inn?feil=beforeSetup&fra=entra',
    );
  });

  it('comes back to a page of ours, and to no other', async () => {
    const provider = await providerOf();
    await openWith([asWeKnowIt('entra', provider.issuer)]);
    const odd = [
      ...['//ond.example', 'https://ond.example/', '/\\ond.example', '/api/session', 'uka', '/\t/ond.example'],
      ...['/.//ond.example/x', '/x/..//ond.example', '/x/../api/session', '/.\\\\ond.example'],
    ];
    for (const back of odd) {
      const at = await new TestBrowser(server).go(`/api/login/entra?back=${encodeURIComponent(back)}`);
      expect([back, at.location]).toEqual([back, '/']);
    }
    const at = await new TestBrowser(server).go(`/api/login/entra?back=${encodeURIComponent('/duk/x/plan/1?a=b')}`);
    expect(at.location).toBe('/duk/x/plan/1?a=b');
  });

  it('is not begun by a page of another site', async () => {
    const provider = await providerOf();
    await openWith([asWeKnowIt('entra', provider.issuer)]);
    const reply = await server.app.inject({ url: '/api/login/entra', headers: { 'sec-fetch-site': 'cross-site' } });
    expect([reply.headers.location, reply.cookies]).toEqual(['/logg-inn', []]);
  });
});

describe('proving anew who one is', () => {
  it('is needed before what cannot be undone, where the provider let through whom it remembered', async () => {
    const provider = await providerOf({ allInIdToken: true });
    await openWith([asWeKnowIt('entra', provider.issuer)]);
    const browser = new TestBrowser(server);
    await browser.go('/api/login/entra');
    const handsOver = async () => {
      const person = asPerson(browser);
      const [board] = (await person.get('/api/boards')).json().boards;
      const reply = await person.ask({
        method: 'PUT',
        url: `/api/boards/${board.boardId}/owner`,
        payload: { accountId: otherId },
      });
      return reply.statusCode === 204 ? 204 : reply.json().type;
    };
    const { boardId } = await asPerson(browser).makeBoard();
    provider.sits = { ...mona, subject: 'grete', claims: { ...mona.claims, name: 'Grete', email: 'grete@kommune.no' } };
    const other = new TestBrowser(server);
    await other.go('/api/login/entra');
    const otherId = (await whoIs(other)).accountId;
    await asPerson(browser).post(`/api/boards/${boardId}/leaders`, { email: 'grete@kommune.no' });
    // It said nothing of when: then it does not count as now.
    expect(await handsOver()).toBe('/problems/freshSignInNeeded');
    provider.sits = mona;
    const before = provider.asked.filter((asked) => asked.includes('/interaction/')).length;
    const at = await browser.go('/api/login/entra?anew=true&back=%2Fkonto');
    expect(at.location).toBe('/konto');
    expect(provider.asked.filter((asked) => asked.includes('/interaction/')).length).toBe(before + 1);
    expect(await handsOver()).toBe(204);
  });
});

describe('signing out', () => {
  it('at us leads to signing out there, without being asked who one is', async () => {
    const provider = await providerOf();
    await openWith([asWeKnowIt('entra', provider.issuer)]);
    const browser = new TestBrowser(server);
    await browser.go('/api/login/entra');
    const out = await asPerson(browser).delete('/api/session');
    expect(out.statusCode).toBe(200);
    const url = new URL(out.json().signOutUrl);
    expect([url.origin, url.searchParams.get('post_logout_redirect_uri')]).toEqual([provider.issuer, `${ourOrigin}/`]);
    expect(url.searchParams.get('id_token_hint')).toMatch(/^ey/);
    expect(await whoIs(browser)).toBeUndefined();
    // Whoever signed in by a passkey has nowhere else to sign out.
    const admin = server.person();
    const asked = (await admin.post('/api/session/passkey/options')).json();
    expect((await admin.post('/api/session/passkey', { passkey: adminsPasskey.used(asked) })).statusCode).toBe(200);
    expect((await admin.delete('/api/session')).statusCode).toBe(204);
  });

  it('at the provider ends what was signed in by there, and what is open, within a second', async () => {
    const provider = await providerOf();
    await openWith([asWeKnowIt('entra', provider.issuer)]);
    provider.tells = server;
    const browser = new TestBrowser(server);
    await browser.go('/api/login/entra');
    const elsewhere = new TestBrowser(server);
    await elsewhere.go('/api/login/entra');
    const person = asPerson(browser);
    const { boardId } = await person.makeBoard();
    const port = await server.listen();
    const socket = await openSocket(person, boardId, port);
    const stays = await openSocket(asPerson(elsewhere), boardId, port);
    // As the button there does it.
    const page = await browser.step(`${provider.issuer}/session/end`);
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
    const endedAt = performance.now();
    await browser.step(`${provider.issuer}/session/end/confirm`, { xsrf, logout: 'yes' });
    await expect.poll(socket.code, patience).toBe(4401);
    expect(performance.now() - endedAt).toBeLessThan(soonMs);
    expect(await whoIs(browser)).toBeUndefined();
    expect([stays.code(), (await whoIs(elsewhere))?.name]).toEqual([undefined, 'Mona Berg']);
  });

  it('is done at the start for who came by a provider that has been taken away', async () => {
    const provider = await providerOf();
    await openWith([asWeKnowIt('entra', provider.issuer)]);
    const browser = new TestBrowser(server);
    await browser.go('/api/login/entra');
    expect(await server.storage.accounts.endSignInsOfOtherProviders(['entra'])).toEqual([]);
    expect(await whoIs(browser)).toBeDefined();
    await server.storage.accounts.endSignInsOfOtherProviders(['ansattporten']);
    expect(await whoIs(browser)).toBeUndefined();
  });
});
