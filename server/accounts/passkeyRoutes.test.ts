import type { AccountId } from '@duken/shared/access';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openTestServer, type Person, type TestServer } from '../testing/index.ts';
import { makeAccountLink } from './accountLink.ts';
import { attestationWithCertificate, TestPasskey } from './authenticatorForTests.ts';
import { offerSetup } from './setupLink.ts';

// Passwords are dear to look at, and to judge: on a busy machine each takes its second.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const password = 'traktor himmel saks onsdag';
const other = 'fire fine fjell på rad';
const minuteMs = 60_000;
const secrets = { newId: () => 'id', newSecret: () => 'S'.repeat(43) };

const kindOf = (reply: { json(): { type: string } }) => reply.json().type.replace('/problems/', '');

/** The link by which the first account is made. */
async function setupSecret(server: TestServer): Promise<string> {
  const offer = await offerSetup(server.storage.accounts, { secrets, now: server.now(), replaces: true });
  return offer.kind === 'made' ? (offer.path.split('#')[1] ?? '') : '';
}

/** The first account, made with a passkey. */
async function setUpWithPasskey(server: TestServer, passkey: TestPasskey, headers = {}): Promise<Person> {
  const person = server.person();
  const who = { secret: await setupSecret(server), name: 'Mona', email: 'mona@kommune.no' };
  const post = (url: string, payload: object) => person.ask({ method: 'POST', url, payload, headers });
  const asked = await post('/api/setup/passkey', who);
  const made = await post('/api/setup', { ...who, passkey: passkey.made(asked.json()) });
  expect([asked.statusCode, made.statusCode, made.body]).toEqual([200, 201, expect.stringContaining('Mona')]);
  return person;
}

async function ask(person: Person, anew = false) {
  return (await person.post('/api/session/passkey/options', { anew })).json();
}

async function signIn(person: Person, passkey: TestPasskey) {
  return person.post('/api/session/passkey', { passkey: passkey.used(await ask(person)) });
}

/** An invitation to a new account, by its secret. */
async function invite(admin: Person, email: string): Promise<string> {
  const made = await admin.post('/api/accounts', { name: email, email, mayLead: true, isAdmin: false });
  return new URL(made.json().url).hash.slice(1);
}

/** Adds one more to the account of whoever is signed in. */
async function add(person: Person, passkey: TestPasskey, name = 'Mobilen') {
  const asked = await person.post('/api/account/passkeys/options');
  if (asked.statusCode !== 200) return asked;
  return person.post('/api/account/passkeys', { name, passkey: passkey.made(asked.json()) });
}

describe('passkeys on the machine itself', () => {
  let server: TestServer;
  let mona: Person;
  const first = new TestPasskey();
  beforeAll(async () => {
    server = await openTestServer();
    mona = await setUpWithPasskey(server, first);
  });
  afterAll(() => server?.close());

  it('make the first account, which has no password, and sign in to it', async () => {
    expect((await mona.get('/api/session')).json()).toMatchObject({
      stage: 'accounts',
      account: { name: 'Mona', isAdmin: true, hasPassword: false, hasPasskey: true },
    });
    const elsewhere = server.person();
    const signedIn = await signIn(elsewhere, first);
    expect([signedIn.statusCode, signedIn.json()]).toMatchObject([200, { email: 'mona@kommune.no' }]);
    expect((await elsewhere.get('/api/accounts')).statusCode).toBe(200);
  });

  it('make an invited account, instead of a password', async () => {
    const secret = await invite(mona, 'per@kommune.no');
    const per = server.person();
    const passkey = new TestPasskey();
    const asked = await per.post('/api/account-invitation/passkey', { secret });
    expect((await per.post('/api/account-invitation/accept', { secret })).statusCode).toBe(400);
    const both = { secret, password, passkey: passkey.made(asked.json()) };
    expect((await per.post('/api/account-invitation/accept', both)).statusCode).toBe(400);
    const accepted = await per.post('/api/account-invitation/accept', { secret, passkey: passkey.made(asked.json()) });
    expect([accepted.statusCode, accepted.json()]).toMatchObject([200, { hasPassword: false, hasPasskey: true }]);
    expect((await signIn(server.person(), passkey)).json()).toMatchObject({ email: 'per@kommune.no' });
    const all = (await mona.get('/api/accounts')).json().accounts;
    expect(all).toContainEqual(expect.objectContaining({ email: 'per@kommune.no', hasPasskey: true }));
  });

  it('are several, named, with when they were made and used; one that is removed signs nobody in', async () => {
    const secret = await invite(mona, 'anne@kommune.no');
    const anne = server.person();
    await anne.post('/api/account-invitation/accept', { secret, password: other });
    const [phone, key] = [new TestPasskey(), new TestPasskey()];
    expect((await add(anne, phone, ' Mobilen ')).json()).toMatchObject({ name: 'Mobilen', passkeyId: phone.id });
    expect((await add(anne, key, 'Nøkkelen')).statusCode).toBe(201);
    expect(kindOf(await add(anne, key, 'Den samme'))).toBe('passkeyKnown');
    const elsewhere = server.person();
    await signIn(elsewhere, key);
    const list = async () => (await anne.get('/api/account/passkeys')).json().passkeys;
    const madeAt = expect.any(Number);
    expect(await list()).toEqual([
      { passkeyId: phone.id, name: 'Mobilen', madeAt },
      { passkeyId: key.id, name: 'Nøkkelen', madeAt, usedAt: madeAt },
    ]);
    expect(kindOf(await mona.delete(`/api/account/passkeys/${key.id}`))).toBe('passkeyNotFound');
    expect((await anne.delete(`/api/account/passkeys/${key.id}`)).statusCode).toBe(204);
    // What was signed in with it is over, and she who removed it is here still.
    expect((await elsewhere.get('/api/session')).json()).not.toHaveProperty('account');
    expect(kindOf(await signIn(server.person(), key))).toBe('passkeyRefused');
    expect((await anne.delete(`/api/account/passkeys/${phone.id}`)).statusCode).toBe(204);
    expect(await list()).toEqual([]);
  });

  it('stay where there is no other way in, and need a fresh sign-in to be added and removed', async () => {
    expect(kindOf(await mona.delete(`/api/account/passkeys/${first.id}`))).toBe('lastPasskeyStays');
    const again = server.person();
    await signIn(again, first);
    server.waitMs(6 * minuteMs);
    expect(kindOf(await again.post('/api/account/passkeys/options'))).toBe('freshSignInNeeded');
    expect(kindOf(await again.delete(`/api/account/passkeys/${first.id}`))).toBe('freshSignInNeeded');
    const asked = await ask(again, true);
    expect(asked.allowCredentials).toEqual([{ type: 'public-key', id: first.id }]);
    const { accountId } = (await again.get('/api/session')).json().account;
    const linkToOwn = `/api/accounts/${accountId}/invitation`;
    expect(kindOf(await again.post(linkToOwn))).toBe('freshSignInNeeded');
    expect((await again.post('/api/session/passkey', { passkey: first.used(asked) })).statusCode).toBe(200);
    const toMake = (await again.post('/api/account/passkeys/options')).json();
    expect(toMake.excludeCredentials).toEqual([{ type: 'public-key', id: first.id }]);
    expect((await again.post(linkToOwn)).statusCode).toBe(201);
    mona = again;
  });

  it('are lost with a new link, as passwords are', async () => {
    const passkey = new TestPasskey();
    const secret = await invite(mona, 'kari@kommune.no');
    const kari = server.person();
    await kari.post('/api/account-invitation/accept', { secret, password: other });
    expect((await add(kari, passkey)).statusCode).toBe(201);
    const { accountId } = (await kari.get('/api/session')).json().account;
    const link = await mona.post(`/api/accounts/${accountId}/invitation`);
    const body = { secret: new URL(link.json().url).hash.slice(1), password };
    // The device that has the one of before may make the next.
    const asked = await server.person().post('/api/account-invitation/passkey', { secret: body.secret });
    expect(asked.json().excludeCredentials).toEqual([]);
    const accepted = await server.person().post('/api/account-invitation/accept', body);
    expect(accepted.json()).toMatchObject({ hasPassword: true, hasPasskey: false });
    expect(kindOf(await signIn(server.person(), passkey))).toBe('passkeyRefused');
  });

  it('are chosen anew by a link that is made where the server runs, once, for an hour', async () => {
    const { accounts } = server.storage;
    const link = async (email: string) =>
      makeAccountLink(accounts, email, { secrets: { ...secrets, newSecret: () => 'L'.repeat(43) }, now: server.now() });
    expect(await link('nobody@kommune.no')).toBeUndefined();
    const made = new TestPasskey();
    await invite(mona, 'gro@kommune.no');
    expect(await link(' Gro@kommune.no')).toBe(`/ny-konto#${'L'.repeat(43)}`);
    const gro = server.person();
    const secret = 'L'.repeat(43);
    const passkey = made.made((await gro.post('/api/account-invitation/passkey', { secret })).json());
    expect((await gro.post('/api/account-invitation/accept', { secret, passkey })).statusCode).toBe(200);
    expect(kindOf(await gro.post('/api/account-invitation/accept', { secret, passkey }))).toBe(
      'accountInvitationRefused',
    );
    expect(kindOf(await gro.post('/api/account-invitation/passkey', { secret }))).toBe('accountInvitationRefused');
    expect((await signIn(server.person(), made)).json()).toMatchObject({ email: 'gro@kommune.no' });
    await link('gro@kommune.no');
    server.waitMs(60 * minuteMs);
    expect(kindOf(await gro.post('/api/account-invitation/passkey', { secret }))).toBe('accountInvitationRefused');
  });

  it('are asked for only so often from one address, also by who has a link', async () => {
    const admin = server.person();
    await signIn(admin, first);
    const invited = { secret: await invite(admin, 'asks@kommune.no') };
    const who = { secret: await setupSecret(server), name: 'Mona', email: 'mona@kommune.no' };
    const asked = await Promise.all([
      server.person().post('/api/session/passkey/options', { anew: false }),
      server.person().post('/api/account-invitation/passkey', invited),
      server.person().post('/api/setup/passkey', who),
      admin.post('/api/account/passkeys/options'),
    ]);
    expect(asked.map(({ headers }) => headers['x-ratelimit-limit'])).toEqual(Array(4).fill('600'));
  });

  it('are asked for as often from all addresses of one network', async () => {
    const from = (remoteAddress: string) =>
      server
        .person()
        .ask({ method: 'POST', url: '/api/session/passkey/options', payload: { anew: false }, remoteAddress });
    const [one, next, other] = [await from('2001:db8::1'), await from('2001:db8::2'), await from('2001:db8:0:1::1')];
    const left = ({ headers }: typeof one) => headers['x-ratelimit-remaining'];
    expect([left(one), left(next), left(other)]).toEqual(['599', '598', '599']);
  });

  it('are twenty at most, also when more were asked for before', async () => {
    const admin = server.person();
    await signIn(admin, first);
    const many = server.person();
    const secret = await invite(admin, 'many@kommune.no');
    await many.post('/api/account-invitation/accept', { secret, password: other });
    const late = (await many.post('/api/account/passkeys/options')).json();
    const before = server.logLines.length;
    for (let number = 0; number < 20; number++) expect((await add(many, new TestPasskey())).statusCode).toBe(201);
    const { accountId } = (await many.get('/api/session')).json().account;
    const added = server.logLines.slice(before).filter((line) => line.includes('a passkey was added'));
    expect(added.map((line) => JSON.parse(line).accountId)).toEqual(Array(20).fill(accountId));
    expect(kindOf(await add(many, new TestPasskey()))).toBe('tooManyPasskeys');
    const tooLate = await many.post('/api/account/passkeys', { name: 'X', passkey: new TestPasskey().made(late) });
    expect(kindOf(tooLate)).toBe('tooManyPasskeys');
    const [{ passkeyId }] = (await many.get('/api/account/passkeys')).json().passkeys;
    expect((await many.delete(`/api/account/passkeys/${passkeyId}`)).statusCode).toBe(204);
    expect(server.logLines.some((line) => line.includes('a passkey was removed') && line.includes(accountId))).toBe(
      true,
    );
    expect((await add(many, new TestPasskey())).statusCode).toBe(201);
  });

  it('cannot be made or used by an address in numbers, or by what is none', async () => {
    const payload = { anew: false };
    const url = '/api/session/passkey/options';
    for (const host of ['127.0.0.1:3000', 'localhost:99999', '[::1']) {
      const asked = await server.person().ask({ method: 'POST', url, payload, headers: { host } });
      expect([host, kindOf(asked)]).toEqual([host, 'passkeyNotHere']);
    }
  });

  describe('are refused, with a line in the log and no session,', () => {
    const refusedFor = async (body: object, reason: string | RegExp, person = server.person()) => {
      const before = server.logLines.length;
      const refused = await person.post('/api/session/passkey', { passkey: body });
      expect([refused.statusCode, kindOf(refused)]).toEqual([401, 'passkeyRefused']);
      expect((await person.get('/api/session')).json()).not.toHaveProperty('account');
      const lines = server.logLines.slice(before).filter((line) => line.includes('a passkey was refused'));
      expect(lines.map((line) => JSON.parse(line).reason)).toEqual([expect.stringMatching(reason)]);
    };

    it('when what was asked is answered twice', async () => {
      const asked = await ask(server.person());
      expect((await server.person().post('/api/session/passkey', { passkey: first.used(asked) })).statusCode).toBe(200);
      await refusedFor(first.used(asked), /answered already/);
    });

    it('when nothing was asked, or it is too long ago, or to make one was', async () => {
      await refusedFor(first.used({ challenge: 'A'.repeat(43), rpId: 'localhost' }), /nothing that was asked/);
      const asked = await ask(server.person());
      const toMake = (await (await signedInAnew()).post('/api/account/passkeys/options')).json();
      await refusedFor(first.used({ ...toMake, rpId: 'localhost' }), /something else than was asked/);
      server.waitMs(5 * minuteMs);
      await refusedFor(first.used(asked), /too late/);
    });

    it('from another origin', async () => {
      const asked = await ask(server.person());
      await refusedFor(first.used(asked, { origin: 'https://duk.example' }), /origin/);
    });

    it('for another site', async () => {
      await refusedFor(first.used(await ask(server.person()), { rpId: 'duk.example' }), /RP ID/);
    });

    it('without finger, face or code', async () => {
      await refusedFor(first.used(await ask(server.person()), { userVerified: false }), /verif/);
    });

    it('with a signature by another key', async () => {
      const asked = await ask(server.person());
      const forged = new TestPasskey().used(asked).response;
      const { response, ...rest } = first.used(asked);
      await refusedFor({ ...rest, response: { ...response, signature: forged.signature } }, /signature/);
    });

    it('that name another account than their own', async () => {
      const asked = await ask(server.person());
      const userHandle = Buffer.from('somebody else').toString('base64url');
      await refusedFor(first.used(asked, { userHandle }), /another account/);
      const { userHandle: _, ...response } = first.used(await ask(server.person())).response;
      await refusedFor({ ...first.used(asked), response }, /another account/);
    });

    it('that nobody knows here', async () => {
      const unknown = new TestPasskey();
      unknown.made({ challenge: '', user: { id: 'x' } });
      await refusedFor(unknown.used(await ask(server.person())), /not known/);
    });

    it('when whoever is signed in must prove it, and another does', async () => {
      const secret = await invite(await signedInAnew(), 'ola@kommune.no');
      const [ola, olas] = [server.person(), new TestPasskey()];
      const asked = await ola.post('/api/account-invitation/passkey', { secret });
      await ola.post('/api/account-invitation/accept', { secret, passkey: olas.made(asked.json()) });
      const before = server.logLines.length;
      const anew = first.used(await ask(ola, true));
      expect(kindOf(await ola.post('/api/session/passkey', { passkey: anew }))).toBe('passkeyRefused');
      expect((await ola.get('/api/session')).json()).toMatchObject({ account: { email: 'ola@kommune.no' } });
      expect(server.logLines.slice(before).join('')).toContain('of another account than was asked');
    });

    it('when the counter has gone back: another has a copy', async () => {
      const counting = new TestPasskey();
      const person = await signedInAnew();
      expect((await add(person, counting)).statusCode).toBe(201);
      counting.counter = 7;
      expect((await signIn(server.person(), counting)).statusCode).toBe(200);
      await refusedFor(counting.used(await ask(server.person())), /counter has gone back/);
      counting.counter = 6;
      await refusedFor(counting.used(await ask(server.person())), /counter has gone back/);
      counting.counter = 0;
      await refusedFor(counting.used(await ask(server.person())), /counter has gone back/);
      counting.counter = 8;
      expect((await signIn(server.person(), counting)).statusCode).toBe(200);
    });

    it('when they are made amiss, or for another account', async () => {
      const person = await signedInAnew();
      const made = async (amiss: object) => {
        const asked = await person.post('/api/account/passkeys/options');
        const passkey = new TestPasskey().made(asked.json(), amiss);
        return kindOf(await person.post('/api/account/passkeys', { name: 'Mobilen', passkey }));
      };
      expect(await made({ origin: 'https://duk.example' })).toBe('passkeyRefused');
      expect(await made({ rpId: 'duk.example' })).toBe('passkeyRefused');
      expect(await made({ userVerified: false })).toBe('passkeyRefused');
      expect(await made({ attestation: attestationWithCertificate })).toBe('passkeyRefused');
      expect(server.logLines.join('')).toContain('an attestation that nobody asked for: packed');
      const secret = await invite(person, 'eva@kommune.no');
      const evas = await server.person().post('/api/account-invitation/passkey', { secret });
      const passkey = new TestPasskey().made(evas.json());
      expect(kindOf(await person.post('/api/account/passkeys', { name: 'Mobilen', passkey }))).toBe('passkeyRefused');
    });

    /** Mona, who has just proved who she is. */
    async function signedInAnew(): Promise<Person> {
      const person = server.person();
      expect((await signIn(person, first)).statusCode).toBe(200);
      return person;
    }
  });
});

describe('beyond the machine itself', () => {
  const publicUrl = 'https://duk.example.no';
  let server: TestServer;
  let mona: Person;
  const first = new TestPasskey(publicUrl);
  beforeAll(async () => {
    server = await openTestServer({ publicUrl });
    mona = await setUpWithPasskey(server, first);
  });
  afterAll(() => server?.close());

  it('a passkey is of the public name, and lets its owner lead and keep accounts', async () => {
    expect(await ask(server.person())).toMatchObject({ rpId: 'duk.example.no', userVerification: 'required' });
    expect((await mona.post('/api/boards', { title: 'Duk', templateId: 'simple' })).statusCode).toBe(201);
    expect((await mona.get('/api/accounts')).statusCode).toBe(200);
  });

  it('a password alone leads to the passkey that must be added, and to nothing else; then all is there', async () => {
    const secret = await invite(mona, 'per@kommune.no');
    const per = server.person();
    expect((await per.post('/api/account-invitation/accept', { secret, password: other })).statusCode).toBe(200);
    expect((await per.get('/api/session')).json()).toEqual({
      stage: 'accounts',
      passwordIsEnough: false,
      halfway: { name: 'per@kommune.no', email: 'per@kommune.no', must: 'addPasskey' },
    });
    const { boardId } = await mona.makeBoard();
    expect((await mona.post(`/api/boards/${boardId}/leaders`, { email: 'per@kommune.no' })).statusCode).toBe(204);
    expect((await per.get('/api/boards')).json()).toEqual({ boards: [] });
    expect(kindOf(await per.get(`/api/boards/${boardId}/me`))).toBe('notIn');
    expect(kindOf(await per.post('/api/boards', { title: 'Duk', templateId: 'simple' }))).toBe('notSignedIn');
    expect(kindOf(await per.get('/api/account/passkeys'))).toBe('notSignedIn');
    expect(kindOf(await per.get('/api/account/sign-ins'))).toBe('notSignedIn');
    const before = per.cookie;
    expect((await add(per, new TestPasskey(publicUrl))).statusCode).toBe(201);
    expect(per.cookie).not.toBe(before);
    expect((await per.get('/api/session')).json()).toMatchObject({ account: { hasPasskey: true } });
    expect((await per.get(`/api/boards/${boardId}/me`)).json()).toMatchObject({ role: 'leader' });
    // The cookie of before is no more than it was.
    expect(kindOf(await server.person(before).get(`/api/boards/${boardId}/me`))).toBe('notIn');
  });

  it('who has a passkey adds none by a password, sees to none, and uses it', async () => {
    const secret = await invite(mona, 'anne@kommune.no');
    const [anne, passkey] = [server.person(), new TestPasskey(publicUrl)];
    await anne.post('/api/account-invitation/accept', { secret, password: other });
    const late = server.person();
    await late.post('/api/session', { email: 'anne@kommune.no', password: other });
    const asked = await late.post('/api/account/passkeys/options');
    expect((await add(anne, passkey)).statusCode).toBe(201);
    // Whoever only knows the password, and asked before she had one.
    const made = { name: 'Tyvens', passkey: new TestPasskey(publicUrl).made(asked.json()) };
    expect(kindOf(await late.post('/api/account/passkeys', made))).toBe('passkeyMustBeUsed');
    expect(kindOf(await late.delete(`/api/account/passkeys/${passkey.id}`))).toBe('passkeyMustBeUsed');
    expect((await late.get('/api/session')).json()).toMatchObject({ halfway: { must: 'usePasskey' } });
    expect((await signIn(late, passkey)).statusCode).toBe(200);
    expect((await late.get('/api/session')).json()).toMatchObject({ account: { email: 'anne@kommune.no' } });
    // A password would not be enough alone.
    expect(kindOf(await late.delete(`/api/account/passkeys/${passkey.id}`))).toBe('lastPasskeyStays');
  });

  it('of two who come at once by a password, one adds the passkey', async () => {
    const accountId = 'two at once' as AccountId;
    const account = { id: accountId, name: 'To', email: 'to@kommune.no', mayLead: true, isAdmin: false, createdAt: 1 };
    await server.storage.accounts.create(account);
    const key = (id: string) => ({ id: id as never, accountId, name: '', publicKey: 'k', counter: 0, madeAt: 1 });
    const added = await Promise.all(['a', 'b'].map((id) => server.storage.passkeys.add(key(id), true)));
    expect(added.filter(Boolean)).toHaveLength(1);
  });
});
