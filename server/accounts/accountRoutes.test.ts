import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { WebSocket } from 'ws';
import { hashOf, mayTryOutOn } from '../access/index.ts';
import { openTestServer, type Person, patience, soonMs, type TestServer } from '../testing/index.ts';
import { offerSetup } from './setupLink.ts';

// Passwords are dear to look at, and to judge: on a busy machine each takes its second.
vi.setConfig({ testTimeout: 120_000 });

const password = 'traktor himmel saks onsdag';
const other = 'fire fine fjell på rad';
const minuteMs = 60_000;
const secrets = { newId: () => 'id', newSecret: () => 'S'.repeat(43) };

let server: TestServer;
afterEach(() => server?.close());

const open = async (options: Parameters<typeof openTestServer>[0] = {}) => {
  server = await openTestServer({ mayTryOut: mayTryOutOn(undefined), ...options });
  return server;
};

/** The link by which the first account is made. */
async function setupSecret(): Promise<string> {
  const offer = await offerSetup(server.storage.accounts, { secrets, now: server.now(), replaces: true });
  return offer.kind === 'made' ? (offer.path.split('#')[1] ?? '') : '';
}

async function setUp(person = server.person(), name = 'Mona'): Promise<Person> {
  const body = { secret: await setupSecret(), name, email: 'Mona@Kommune.no', password };
  const made = await person.post('/api/setup', body);
  expect(made.statusCode).toBe(201);
  return person;
}

const signIn = (person: Person, email: string, with_ = password) =>
  person.post('/api/session', { email, password: with_ });

/** Somebody more with an account, signed in. */
async function colleague(admin: Person, email: string, more: object = {}): Promise<Person> {
  const made = await admin.post('/api/accounts', {
    name: email.split('@')[0],
    email,
    mayLead: true,
    isAdmin: false,
    ...more,
  });
  const secret = new URL(made.json().url).hash.slice(1);
  const person = server.person();
  expect((await person.post('/api/account-invitation/accept', { secret, password: other })).statusCode).toBe(200);
  return person;
}

const kindOf = (reply: { json(): { type: string } }) => reply.json().type.replace('/problems/', '');

/** What the socket of a duk closes with, once it does. */
async function openSocket(person: Person, boardId: string, port: number) {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/sync/${boardId}`, {
    headers: { cookie: `duk=${person.cookie}` },
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

describe('the first account', () => {
  it('is made by the link, once, and is administrator and leader', async () => {
    await open();
    const secret = await setupSecret();
    const body = { secret, name: 'Mona', email: 'Mona@Kommune.no', password };
    expect(kindOf(await server.person().post('/api/setup', { ...body, secret: 'feil' }))).toBe('setupRefused');
    expect(kindOf(await server.person().post('/api/setup', { ...body, password: 'passord123456' }))).toBe(
      'passwordWeak',
    );
    expect((await server.person().post('/api/setup', { ...body, password: 'kort' })).statusCode).toBe(400);
    const mona = server.person();
    const made = await mona.post('/api/setup', body);
    expect([made.statusCode, made.json()]).toMatchObject([
      201,
      { name: 'Mona', email: 'mona@kommune.no', mayLead: true, isAdmin: true },
    ]);
    expect((await mona.get('/api/session')).json()).toMatchObject({ stage: 'accounts', account: { name: 'Mona' } });
    expect(kindOf(await server.person().post('/api/setup', body))).toBe('setupRefused');
    expect(made.body + JSON.stringify(server.logLines)).not.toContain(password);
  });

  it('cannot be made by a link that is an hour old', async () => {
    await open();
    const secret = await setupSecret();
    server.waitMs(60 * minuteMs);
    const body = { secret, name: 'Mona', email: 'mona@kommune.no', password };
    expect(kindOf(await server.person().post('/api/setup', body))).toBe('setupRefused');
  });

  it('leads what was tried out, by which nobody leads by a link any more; guests stay', async () => {
    await open();
    const tries = server.person();
    const { api, boardId, leaderSecret, joinSecret } = await tries.makeBoard();
    const elsewhere = server.person();
    await elsewhere.join(boardId, leaderSecret, 'Kari');
    const guest = server.person();
    await guest.join(boardId, joinSecret, 'Ola');
    const port = await server.listen();
    const socket = await openSocket(elsewhere, boardId, port);
    await setUp(tries);
    await expect.poll(socket.code, patience).toBe(4403);
    expect((await tries.get(`${api}/me`)).json()).toMatchObject({ role: 'leader', name: 'Mona', title: 'Vår duk' });
    expect(kindOf(await elsewhere.get(`${api}/me`))).toBe('accessEnded');
    expect(kindOf(await server.person().post(`${api}/join`, { secret: leaderSecret, name: 'Per' }))).toBe(
      'linkRefused',
    );
    expect((await guest.get(`${api}/me`)).json()).toMatchObject({ role: 'editor' });
    expect(kindOf(await tries.post(`${api}/leader-link`))).toBe('leadersHaveAccounts');
    expect((await tries.get('/api/boards')).json().boards).toMatchObject([{ boardId, role: 'leader' }]);
  });
});

describe('before there is an account', () => {
  const from = (headers: Record<string, string>, remoteAddress = '127.0.0.1') =>
    server.app.inject({
      method: 'POST',
      url: '/api/boards',
      remoteAddress,
      headers: { host: 'localhost:3000', ...headers },
      payload: { title: 'Duk', templateId: 'simple' },
    });

  it('the product is open on this machine itself, and to nobody who comes through something else', async () => {
    await open({ hosts: ['duk.lokal'] });
    for (const host of ['localhost:3000', '127.0.0.1:3000', '[::1]:3000'])
      expect([host, (await from({ host })).statusCode]).toEqual([host, 201]);
    expect((await from({}, '::ffff:127.0.0.1')).statusCode).toBe(201);
    for (const headers of [
      { host: 'duk.lokal' },
      { host: '192.0.2.1' },
      { 'x-forwarded-for': '127.0.0.1' },
      { forwarded: 'for=127.0.0.1' },
      { via: '1.1 proxy' },
    ])
      expect([headers, kindOf(await from(headers as Record<string, string>))]).toEqual([headers, 'notSetUp']);
    expect(kindOf(await from({}, '192.0.2.9'))).toBe('notSetUp');
  });

  it('there is only setting up where others reach it', async () => {
    const publicUrl = 'https://duk.example.no';
    await open({ publicUrl, mayTryOut: mayTryOutOn(new URL(publicUrl)) });
    const anybody = server.person();
    expect((await anybody.get('/api/session')).json()).toEqual({ stage: 'notSetUp', passwordIsEnough: false });
    for (const path of ['/api/boards', '/api/layouts', '/api/boards/x/me', '/sync/x'])
      expect([path, kindOf(await anybody.get(path))]).toEqual([path, 'notSetUp']);
    expect(kindOf(await anybody.post('/api/demos/eirin'))).toBe('notSetUp');
    const reply = await anybody.post('/api/setup', {
      secret: await setupSecret(),
      name: 'Mona',
      email: 'm@k.no',
      password,
    });
    expect(reply.cookies).toMatchObject([
      { name: '__Host-duk', secure: true, httpOnly: true },
      { name: '__Host-duk-browser', secure: true, httpOnly: true },
    ]);
    // A password alone leads on to a passkey: accounts/passkeyRoutes.test.ts.
    expect((await anybody.get('/api/session')).json()).toMatchObject({ halfway: { must: 'addPasskey' } });
  });
});

describe('once there is an account', () => {
  it('who is signed in and may lead makes boards, and nobody else', async () => {
    await open();
    const mona = await setUp();
    const board = { title: 'Planen til Eirin', templateId: 'simple' };
    for (const path of ['/api/boards', '/api/demos/eirin'])
      expect(kindOf(await server.person().post(path, board))).toBe('notSignedIn');
    const admin = await colleague(mona, 'it@kommune.no', { mayLead: false, isAdmin: true });
    expect(kindOf(await admin.post('/api/boards', board))).toBe('accountMayNot');
    const made = await mona.post('/api/boards', { ...board, name: 'Mona K' });
    const { boardId, leaderUrl, joinUrl } = made.json();
    expect([made.statusCode, leaderUrl]).toEqual([201, `http://localhost:80/duk/${boardId}`]);
    expect((await mona.get(`/api/boards/${boardId}/me`)).json()).toMatchObject({ role: 'leader', name: 'Mona K' });
    const guest = server.person();
    const joined = await guest.post(`/api/boards/${boardId}/join`, {
      secret: new URL(joinUrl).hash.slice(1),
      name: 'Ola',
      voice: 'citizen',
    });
    expect(joined.json()).toMatchObject({ state: 'waiting' });
    const { participants } = (await mona.get(`/api/boards/${boardId}/participants`)).json();
    expect(participants.map(({ state }: { state: string }) => state).toSorted()).toEqual(['in', 'waiting']);
    expect((await admin.get('/api/boards')).json()).toEqual({ boards: [] });
    expect((await admin.get(`/api/boards/${boardId}/me`)).statusCode).toBe(401);
    expect((await mona.post('/api/demos/eirin')).statusCode).toBe(201);
    expect((await mona.get('/api/accounts')).json().accounts).toMatchObject([
      { name: 'Mona', boards: 2, isOwn: true },
      { boards: 0 },
    ]);
    const listed = (await admin.get('/api/accounts')).body;
    expect(listed).not.toContain('Eirin');
  });

  it('a new link leads to the lobby unless the leader says otherwise', async () => {
    await open();
    const mona = await setUp();
    const { api } = await mona.makeBoard();
    await mona.post(`${api}/links`, { role: 'editor', label: 'usagt' });
    await mona.post(`${api}/links`, { role: 'editor', label: 'rett inn', lobby: false });
    const { links } = (await mona.get(`${api}/links`)).json<{ links: { label?: string; lobby: boolean }[] }>();
    expect(links.filter(({ label }) => label).map(({ label, lobby }) => [label, lobby])).toEqual([
      ['usagt', true],
      ['rett inn', false],
    ]);
  });
});

describe('signing in', () => {
  it('answers an unknown name and a wrong password alike', async () => {
    await open();
    await setUp();
    const wrong = await signIn(server.person(), 'mona@kommune.no', 'feil passord helt sikkert');
    const unknown = await signIn(server.person(), 'ukjent@kommune.no', 'feil passord helt sikkert');
    expect([wrong.statusCode, wrong.body]).toEqual([unknown.statusCode, unknown.body]);
    expect([kindOf(wrong), wrong.cookies]).toEqual(['signInRefused', []]);
  });

  it('gives another cookie each time, which is the only one that is signed in', async () => {
    await open();
    await setUp();
    const browser = server.person('P'.repeat(43));
    expect((await signIn(browser, ' MONA@kommune.no ')).json()).toMatchObject({ name: 'Mona' });
    const first = browser.cookie;
    expect(first).not.toBe('P'.repeat(43));
    await signIn(browser, 'mona@kommune.no');
    expect(browser.cookie).not.toBe(first);
    expect((await server.person(first).get('/api/session')).json()).toEqual({
      stage: 'accounts',
      passwordIsEnough: true,
    });
    expect((await browser.get('/api/session')).json()).toMatchObject({ account: { name: 'Mona' } });
  });

  it('gives nothing to whoever planted a cookie, and takes along what the browser came in to by links', async () => {
    await open();
    const mona = await setUp();
    const { boardId, api } = await mona.makeBoard();
    const link = (await mona.post(`${api}/links`, { role: 'viewer', lobby: false })).json();
    const attacker = server.person();
    await attacker.join(boardId, new URL(link.url).hash.slice(1), 'Angriper');
    const victim = server.person(attacker.cookie);
    await signIn(victim, 'mona@kommune.no');
    expect((await victim.get(`${api}/me`)).json()).toMatchObject({ role: 'leader' });
    expect((await attacker.get(`${api}/me`)).json()).toMatchObject({ role: 'viewer' });
    expect((await attacker.get('/api/session')).json()).toEqual({ stage: 'accounts', passwordIsEnough: true });
  });

  it('ends by idling for half an hour, and after ten hours whatever is done', async () => {
    await open();
    const mona = await setUp();
    const { api } = await mona.makeBoard();
    server.waitMs(29 * minuteMs);
    expect((await mona.get(`${api}/me`)).statusCode).toBe(200);
    await expect
      .poll(async () => {
        const [used] = await server.storage.accounts.listSignIns(
          (await mona.get('/api/session')).json().account.accountId,
        );
        return (used?.usedAt ?? 0) > (used?.signedInAt ?? 0);
      }, patience)
      .toBe(true);
    server.waitMs(29 * minuteMs);
    expect((await mona.get(`${api}/me`)).statusCode).toBe(200);
    server.waitMs(31 * minuteMs);
    expect([(await mona.get(`${api}/me`)).statusCode, (await mona.get('/api/session')).json()]).toEqual([
      401,
      { stage: 'accounts', passwordIsEnough: true },
    ]);
    expect((await mona.get('/api/boards')).json()).toEqual({ boards: [] });
    await signIn(mona, 'mona@kommune.no');
    expect((await mona.get(`${api}/me`)).statusCode).toBe(200);
    for (let half = 0; half < 20; half += 1) {
      server.waitMs(29 * minuteMs + 50_000);
      await server.storage.directory.useSession(hashOf(mona.cookie ?? ''), server.now());
    }
    expect((await mona.get(`${api}/me`)).statusCode).toBe(200);
    server.waitMs(5 * minuteMs);
    expect((await mona.get(`${api}/me`)).statusCode).toBe(401);
  });
});

describe('where one is signed in', () => {
  it('is listed, and ends one by one, and all but here, within a second for what is open', async () => {
    await open();
    const here = await setUp();
    const { api, boardId } = await here.makeBoard();
    const [one, two, three] = [server.person(), server.person(), server.person()];
    for (const browser of [one, two, three]) await signIn(browser, 'mona@kommune.no');
    const port = await server.listen();
    const sockets = await Promise.all([one, two, three, here].map((person) => openSocket(person, boardId, port)));
    const codes = () => sockets.map(({ code }) => code());
    const { signIns } = (await one.get('/api/account/sign-ins')).json<{
      signIns: { signInId: string; isOwn?: true }[];
    }>();
    expect(signIns).toHaveLength(4);
    const own = signIns.find(({ isOwn }) => isOwn)?.signInId;
    const endedAt = performance.now();
    await here.delete(`/api/account/sign-ins/${own}`);
    await expect.poll(codes, patience).toEqual([4401, undefined, undefined, undefined]);
    expect(performance.now() - endedAt).toBeLessThan(soonMs);
    expect((await one.get(`${api}/me`)).statusCode).toBe(401);
    await two.delete('/api/session');
    await expect.poll(codes, patience).toEqual([4401, 4401, undefined, undefined]);
    await here.delete('/api/account/sign-ins');
    await expect.poll(codes, patience).toEqual([4401, 4401, 4401, undefined]);
    expect((await here.get(`${api}/me`)).statusCode).toBe(200);
  });

  it('is nobody else’s to see or end', async () => {
    await open();
    const mona = await setUp();
    const per = await colleague(mona, 'per@kommune.no');
    const [own] = (await mona.get('/api/account/sign-ins')).json().signIns;
    await per.delete(`/api/account/sign-ins/${own.signInId}`);
    await per.delete('/api/account/sign-ins');
    expect((await mona.get('/api/session')).json()).toHaveProperty('account');
    for (const asks of [server.person().get('/api/account/sign-ins'), server.person().delete('/api/account/sign-ins')])
      expect(kindOf(await asks)).toBe('notSignedIn');
  });

  it('ends elsewhere when the password is another, which the old one must be known for', async () => {
    await open();
    const mona = await setUp();
    const elsewhere = server.person();
    await signIn(elsewhere, 'mona@kommune.no');
    const change = (from: string, to: string) =>
      mona.ask({ method: 'PUT', url: '/api/account/password', payload: { password: from, newPassword: to } });
    expect(kindOf(await change('feil passord helt sikkert', other))).toBe('signInRefused');
    expect(kindOf(await change(password, 'mona@kommune.no'))).toBe('passwordWeak');
    expect((await change(password, other)).statusCode).toBe(204);
    expect((await elsewhere.get('/api/session')).json()).toEqual({ stage: 'accounts', passwordIsEnough: true });
    expect((await mona.get('/api/session')).json()).toHaveProperty('account');
    expect([
      (await signIn(server.person(), 'mona@kommune.no')).statusCode,
      (await signIn(server.person(), 'mona@kommune.no', other)).statusCode,
    ]).toEqual([401, 200]);
  });
});

describe('accounts', () => {
  it('are kept by administrators alone', async () => {
    await open();
    const mona = await setUp();
    const per = await colleague(mona, 'per@kommune.no');
    const [monas] = (await mona.get('/api/accounts')).json().accounts;
    const asks = (person: Person) => [
      person.get('/api/accounts'),
      person.post('/api/accounts', { name: 'X', email: 'x@kommune.no', mayLead: true, isAdmin: true }),
      person.post(`/api/accounts/${monas.accountId}/invitation`),
      person.delete(`/api/accounts/${monas.accountId}`),
    ];
    for (const reply of await Promise.all(asks(per))) expect(kindOf(reply)).toBe('accountMayNot');
    for (const reply of await Promise.all(asks(server.person()))) expect(kindOf(reply)).toBe('notSignedIn');
  });

  it('are made by a link of one use, that tells whose it is', async () => {
    await open();
    const mona = await setUp();
    const body = { name: 'Per', email: 'per@kommune.no', mayLead: true, isAdmin: false };
    const made = await mona.post('/api/accounts', body);
    const secret = new URL(made.json().url).hash.slice(1);
    expect(kindOf(await mona.post('/api/accounts', body))).toBe('accountExists');
    expect((await server.person().post('/api/account-invitation', { secret })).json()).toEqual({
      name: 'Per',
      email: 'per@kommune.no',
    });
    expect(kindOf(await server.person().post('/api/account-invitation', { secret: 'feil' }))).toBe(
      'accountInvitationRefused',
    );
    expect(kindOf(await signIn(server.person(), 'per@kommune.no'))).toBe('signInRefused');
    const per = server.person();
    expect((await per.post('/api/account-invitation/accept', { secret, password: other })).json()).toMatchObject({
      name: 'Per',
    });
    expect((await per.get('/api/session')).json()).toMatchObject({ account: { name: 'Per', isAdmin: false } });
    expect(kindOf(await server.person().post('/api/account-invitation/accept', { secret, password: other }))).toBe(
      'accountInvitationRefused',
    );
  });

  it('are made, and given another way in, only just after one has proved who one is', async () => {
    await open();
    const mona = await setUp();
    await colleague(mona, 'per@kommune.no');
    server.waitMs(6 * minuteMs);
    const { accounts } = (await mona.get('/api/accounts')).json<{ accounts: { accountId: string; name: string }[] }>();
    const per = accounts.find(({ name }) => name === 'per')?.accountId;
    const asks = [
      () => mona.post('/api/accounts', { name: 'X', email: 'x@kommune.no', mayLead: true, isAdmin: true }),
      () => mona.post(`/api/accounts/${per}/invitation`),
    ];
    for (const ask of asks) expect(kindOf(await ask())).toBe('freshSignInNeeded');
    expect((await mona.get('/api/accounts')).json().accounts).toHaveLength(2);
    await signIn(mona, 'mona@kommune.no');
    for (const ask of asks) expect((await ask()).statusCode).toBe(201);
  });

  it('end at once for all that is open by them, after a fresh sign-in, and the last administrator stays', async () => {
    await open();
    const mona = await setUp();
    const per = await colleague(mona, 'per@kommune.no');
    const { boardId } = await per.makeBoard();
    const socket = await openSocket(per, boardId, await server.listen());
    const { accounts } = (await mona.get('/api/accounts')).json<{ accounts: { accountId: string; name: string }[] }>();
    const idOf = (name: string) => accounts.find((account) => account.name === name)?.accountId;
    expect(kindOf(await mona.delete(`/api/accounts/${idOf('Mona')}`))).toBe('lastAdminStays');
    server.waitMs(6 * minuteMs);
    expect(kindOf(await mona.delete(`/api/accounts/${idOf('per')}`))).toBe('freshSignInNeeded');
    await signIn(mona, 'mona@kommune.no');
    expect((await mona.delete(`/api/accounts/${idOf('per')}`)).statusCode).toBe(204);
    await expect.poll(socket.code, patience).toBe(4401);
    expect(kindOf(await signIn(server.person(), 'per@kommune.no', other))).toBe('signInRefused');
    expect(kindOf(await mona.delete(`/api/accounts/${idOf('per')}`))).toBe('accountNotFound');
  });
});

describe('a case that is shared', () => {
  async function shared() {
    await open();
    const mona = await setUp();
    const per = await colleague(mona, 'per@kommune.no');
    const kari = await colleague(mona, 'kari@kommune.no');
    const board = await mona.makeBoard();
    const share = (email: string) => mona.post(`${board.api}/leaders`, { email });
    return { mona, per, kari, share, ...board };
  }
  const leadersOf = async (person: Person, api: string) =>
    (await person.get(`${api}/leaders`)).json<{ leaders: { accountId: string; name: string; isOwner: boolean }[] }>()
      .leaders;

  it('is led by the co-leader where they are signed in, who cannot take the owner out', async () => {
    const { mona, per, kari, api, share, boardId } = await shared();
    expect((await per.get(`${api}/me`)).statusCode).toBe(401);
    expect(kindOf(await share('ingen@kommune.no'))).toBe('leaderNotFound');
    for (const email of ['Per@kommune.no', 'kari@kommune.no']) expect((await share(email)).statusCode).toBe(204);
    expect(kindOf(await share('per@kommune.no'))).toBe('leadsAlready');
    expect((await per.get(`${api}/me`)).json()).toMatchObject({ role: 'leader', name: 'per' });
    const leaders = await leadersOf(per, api);
    const idOf = (name: string) => leaders.find((leader) => leader.name === name)?.accountId;
    expect(leaders.map(({ name, isOwner }) => [name, isOwner])).toEqual([['Mona', true], ['per', false], ['kari', false]]); // biome-ignore format: as pairs
    for (const name of ['Mona', 'kari'])
      expect(kindOf(await per.delete(`${api}/leaders/${idOf(name)}`))).toBe('ownerStays');
    const seatOf = async (person: Person) => (await person.get(`${api}/me`)).json().participantId;
    expect(kindOf(await per.delete(`${api}/participants/${await seatOf(mona)}`))).toBe('makerStays');
    expect(kindOf(await per.delete(`${api}/participants/${await seatOf(kari)}`))).toBe('notAllowed');
    const socket = await openSocket(per, boardId, await server.listen());
    expect((await mona.delete(`${api}/leaders/${idOf('per')}`)).statusCode).toBe(204);
    await expect.poll(socket.code, patience).toBe(4403);
    expect((await kari.delete(`${api}/leaders/${idOf('kari')}`)).statusCode).toBe(204);
    expect(await leadersOf(mona, api)).toHaveLength(1);
    expect((await share('per@kommune.no')).statusCode).toBe(204);
    expect((await per.get(`${api}/me`)).json()).toMatchObject({ role: 'leader' });
  });

  it('is handed over after a fresh sign-in, by who owns it', async () => {
    const { mona, per, api, share } = await shared();
    await share('per@kommune.no');
    const leaders = await leadersOf(mona, api);
    const handTo = (person: Person, name: string) =>
      person.ask({
        method: 'PUT',
        url: `${api}/owner`,
        payload: { accountId: leaders.find((leader) => leader.name === name)?.accountId ?? 'x' },
      });
    expect(kindOf(await handTo(per, 'per'))).toBe('ownerStays');
    expect(kindOf(await per.delete(api))).toBe('ownerErases');
    server.waitMs(6 * minuteMs);
    expect(kindOf(await handTo(mona, 'per'))).toBe('freshSignInNeeded');
    await signIn(mona, 'mona@kommune.no');
    expect((await handTo(mona, 'per')).statusCode).toBe(204);
    expect((await leadersOf(mona, api)).map(({ name, isOwner }) => [name, isOwner])).toEqual([['per', true], ['Mona', false]]); // biome-ignore format: as pairs
  });

  it('is nothing to who leads by a link, or is a guest', async () => {
    await open();
    const tries = server.person();
    const { api, boardId, joinSecret } = await tries.makeBoard();
    const guest = server.person();
    await guest.join(boardId, joinSecret, 'Ola');
    expect(kindOf(await tries.get(`${api}/leaders`))).toBe('notSignedIn');
    expect(kindOf(await guest.get(`${api}/leaders`))).toBe('notAllowed');
  });
});

describe('a case that is over', () => {
  it('is erased by its leader after a fresh sign-in alone', async () => {
    await open();
    const mona = await setUp();
    const { api } = await mona.makeBoard();
    server.waitMs(6 * minuteMs);
    expect(kindOf(await mona.delete(api))).toBe('freshSignInNeeded');
    expect((await mona.get(`${api}/me`)).statusCode).toBe(200);
    await signIn(mona, 'mona@kommune.no');
    expect((await mona.delete(api)).statusCode).toBe(204);
    expect((await mona.get('/api/closed-cases')).json()).toMatchObject({
      proposed: [],
      erased: [{ as: 'leader', name: 'Mona' }],
    });
  });

  it('is proposed to an administrator when it has been closed for long, and erased after a fresh sign-in', async () => {
    await open({ eraseAfterDays: 3 });
    const mona = await setUp();
    const per = await colleague(mona, 'per@kommune.no');
    const { api, boardId } = await per.makeBoard({ title: 'Ingen skal se dette', templateId: 'simple' });
    const openCase = await per.makeBoard();
    const proposed = async () => (await mona.get('/api/closed-cases')).json();
    const erase = (id: string) => mona.delete(`/api/closed-cases/${id}`);
    await per.patch(api, { archived: true, reason: 'Hemmelig grunn' });
    server.waitMs(3 * 24 * 60 * minuteMs - 20 * minuteMs);
    await signIn(mona, 'mona@kommune.no');
    expect(await proposed()).toEqual({ afterDays: 3, proposed: [], erased: [] });
    // Not before its time, however fresh the sign-in.
    expect((await erase(boardId)).statusCode).toBe(404);
    server.waitMs(21 * minuteMs);
    expect(await proposed()).toMatchObject({ proposed: [{ boardId, owner: 'per', closedAt: expect.any(Number) }] });
    expect(JSON.stringify(await proposed())).not.toMatch(/Ingen skal|Hemmelig/);
    expect(kindOf(await erase(boardId))).toBe('freshSignInNeeded');
    await signIn(mona, 'mona@kommune.no');
    expect((await erase(openCase.boardId)).statusCode).toBe(404);
    expect((await erase(boardId)).statusCode).toBe(204);
    expect(await proposed()).toMatchObject({ proposed: [], erased: [{ boardId, as: 'administrator', name: 'Mona' }] });
    await signIn(per, 'per@kommune.no', other);
    expect(kindOf(await per.get('/api/closed-cases'))).toBe('accountMayNot');
    expect((await per.get(`${openCase.api}/me`)).statusCode).toBe(200);
    expect((await per.get(`${api}/me`)).statusCode).toBe(401);
  });
});
