import type { BoardId } from '@duken/shared/board';
import type { IntakeReply, ProposalReply } from '@duken/shared/protocol';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { mayTryOutOn } from '../access/index.ts';
import { offerSetup } from '../accounts/index.ts';
import { openTestServer, type Person, type TestServer } from '../testing/index.ts';

// Passwords are dear to look at: on a busy machine each takes its second.
vi.setConfig({ testTimeout: 120_000 });

const password = 'traktor himmel saks onsdag';
const sentinel = 'Vaktordinntak';
const dayMs = 24 * 60 * 60_000;

describe('the core team’s list', () => {
  let server: TestServer;
  let mona: Person;
  let gro: Person;
  let admin: Person;
  let groId: string;
  beforeAll(async () => {
    const staff = { idleMs: 100 * dayMs, ageMs: 100 * dayMs };
    server = await openTestServer({ mayTryOut: mayTryOutOn(undefined), intakeEraseAfterDays: 30, staff });
    const secrets = { newId: () => 'id', newSecret: () => 'S'.repeat(43) };
    const offer = await offerSetup(server.storage.accounts, { secrets, now: server.now(), replaces: true });
    mona = server.person();
    const secret = offer.kind === 'made' ? (offer.path.split('#')[1] ?? '') : '';
    await mona.post('/api/setup', { secret, name: 'Mona', email: 'mona@kommune.no', password });
    gro = await colleague('Gro', { mayLead: true, isAdmin: false });
    admin = await colleague('Ada', { mayLead: false, isAdmin: true });
    groId = (await gro.get('/api/session')).json().account.accountId;
  }, 120_000);
  afterAll(() => server.close());

  async function colleague(name: string, rights: object): Promise<Person> {
    const made = await mona.post('/api/accounts', { name, email: `${name}@kommune.no`, ...rights });
    const person = server.person();
    const secret = new URL(made.json().url).hash.slice(1);
    expect((await person.post('/api/account-invitation/accept', { secret, password })).statusCode).toBe(200);
    return person;
  }

  const body = {
    called: sentinel,
    criteria: { wantsChange: 'yes', waivesSecrecy: 'unknown', complexNeeds: 'yes', longTermPlan: 'unknown' },
    team: [
      { name: 'Tor', service: 'NAV', why: 'Kjenner henne fra før' },
      { name: 'Siv', why: 'Treneren' },
    ],
  };
  const consent = {
    name: 'Eirin',
    services: ['NAV'],
    purpose: 'Plan',
    words: 'NAV kan være med.',
    givenBy: 'Eirin',
    how: 'spoken',
    givenOn: '2026-11-30',
    until: '2199-01-01',
  };
  const propose = async (more: object = {}) =>
    (await mona.post('/api/intake', { ...body, ...more })).json<ProposalReply>();
  const list = async () => (await mona.get('/api/intake')).json<IntakeReply>();
  const kindOf = (reply: { json(): { type: string } }) => reply.json().type.replace('/problems/', '');
  const put = (by: Person, id: string, payload: object) => by.ask({ method: 'PUT', url: `/api/intake/${id}`, payload });

  it('is for those who lead, and for no administrator and nobody else', async () => {
    const { proposalId } = await propose();
    for (const [url, payload] of [
      ['/api/intake', undefined],
      [`/api/intake/${proposalId}`, undefined],
      ['/api/intake', body],
      [`/api/intake/${proposalId}/ask`, { revision: 1 }],
    ] as const) {
      const ask = (by: Person) => (payload ? by.post(url, payload) : by.get(url));
      const [asAdmin, asNobody] = [await ask(admin), await ask(server.person())];
      expect([kindOf(asAdmin), kindOf(asNobody)]).toEqual(['accountMayNot', 'notSignedIn']);
      expect(asAdmin.body + asNobody.body).not.toContain(sentinel);
    }
    expect((await admin.delete(`/api/intake/${proposalId}`)).statusCode).toBe(403);
    expect((await gro.get(`/api/intake/${proposalId}`)).json()).toMatchObject({ called: sentinel, state: 'proposed' });
    expect((await list()).leaders.map(({ name }) => name)).toEqual(['Mona', 'Gro']);
  });

  it('lets nobody write over what another has written meanwhile, and asks nobody to lead who does not', async () => {
    const { proposalId, revision } = await propose();
    const changed = await put(gro, proposalId, { ...body, revision, leaderId: groId, called: 'Hun på Torget' });
    expect(changed.json()).toMatchObject({ called: 'Hun på Torget', leader: 'Gro', revision: 2 });
    expect(kindOf(await put(mona, proposalId, { ...body, revision }))).toBe('proposalChanged');
    expect((await put(mona, proposalId, { ...body, revision: 2, leaderId: 'ingen' })).statusCode).toBe(400);
    expect(kindOf(await put(mona, 'finnes-ikke', { ...body, revision }))).toBe('proposalNotFound');
  });

  it('writes down who has read each before it is shown, one line a sitting, and shows nothing when it cannot', async () => {
    const { proposalId } = await propose();
    const kinds = async () =>
      (await mona.get(`/api/intake/${proposalId}`)).json<ProposalReply>().log.map(({ name, did }) => `${name} ${did}`);
    await gro.get(`/api/intake/${proposalId}`);
    await gro.get(`/api/intake/${proposalId}`);
    expect(await kinds()).toEqual(['Gro proposal', 'Mona proposalMade']);
    expect(await kinds()).toEqual(['Mona proposal', 'Gro proposal', 'Mona proposalMade']);
    server.waitMs(5 * 60 * 60_000);
    const listed = async () => (await mona.get('/api/intake')).json<{ proposals: object[] }>().proposals.length;
    const before = await listed();
    const append = vi.spyOn(server.storage.caseLog, 'append').mockRejectedValue(new Error('disken er full'));
    expect((await mona.post('/api/intake', body)).statusCode).toBe(500);
    const unseen = [await gro.get(`/api/intake/${proposalId}`), await gro.get('/api/intake')];
    append.mockRestore();
    // Nor is anybody proposed of whom no line tells.
    expect(await listed()).toBe(before);
    expect(unseen.map(({ statusCode }) => statusCode)).toEqual([500, 500]);
    expect(unseen.map((reply) => reply.body).join('')).not.toContain(sentinel);
  });

  it('makes one duk of a yes, with the consent, whom it is about, and the team and why', async () => {
    const { proposalId } = await propose({ leaderId: groId });
    const duk = (by: Person, revision: number) =>
      by.post(`/api/intake/${proposalId}/duk`, { revision, templateId: 'lorenskog' });
    expect(kindOf(await duk(gro, 1))).toBe('proposalStandsElse');
    await mona.post(`/api/intake/${proposalId}/ask`, { revision: 1 });
    const past = await mona.post(`/api/intake/${proposalId}/consent`, { revision: 2, ...consent, until: '2026-11-30' });
    expect([past.statusCode, past.json().errors[0].pointer]).toEqual([400, '/until']);
    const said = await mona.post(`/api/intake/${proposalId}/consent`, { revision: 2, ...consent });
    expect(said.json()).toMatchObject({
      state: 'consented',
      consented: { name: 'Eirin', words: consent.words },
      criteria: { waivesSecrecy: 'yes' },
    });
    expect(kindOf(await duk(mona, 3))).toBe('anotherLeads');

    const twice = await Promise.all([duk(gro, 3), duk(gro, 3)]);
    expect(twice.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 409]);
    const { boardId } = twice.find(({ statusCode }) => statusCode === 201)?.json() ?? {};
    const api = `/api/boards/${boardId}`;
    const boards = (await gro.get('/api/boards')).json().boards;
    expect(boards.map(({ title }: { title: string }) => title)).toEqual(['Planen til Eirin']);
    const people = (await gro.get(`${api}/people`)).json().people;
    expect(
      people.map((one: { name: string; reason?: string; isSubject: boolean }) => [one.name, one.reason, one.isSubject]),
    ).toEqual([
      ['Gro', undefined, false],
      ['Eirin', undefined, true],
      ['Tor', 'Kjenner henne fra før', false],
      ['Siv', 'Treneren', false],
    ]);
    expect((await gro.get(`${api}/consents`)).json().consents).toMatchObject([
      { services: ['NAV'], words: consent.words, givenBy: 'Eirin', recordedBy: 'Gro', state: 'given' },
    ]);
    const logged = (await gro.get(`${api}/log`)).json().lines.map(({ event }: { event: object }) => event);
    expect(logged).toEqual(
      expect.arrayContaining([{ kind: 'subjectMarked', whom: 'Eirin' }, { kind: 'consentRecorded' }]),
    );

    // The team sees that there is a case, and nothing of it; who leads it finds the way.
    const seen = (await mona.get(`/api/intake/${proposalId}`)).json<ProposalReply>();
    expect([seen.state, seen.team, seen.boardId]).toEqual(['underway', [], undefined]);
    expect(JSON.stringify(seen)).not.toMatch(/Eirin|NAV kan/);
    expect(new Set(Object.values(seen.criteria))).toEqual(new Set(['unknown']));
    expect((await gro.get(`/api/intake/${proposalId}`)).json().boardId).toBe(boardId);
    expect(kindOf(await mona.delete(`/api/intake/${proposalId}`))).toBe('proposalStandsElse');
    await gro.patch(api, { archived: true });
    expect((await gro.get(`/api/intake/${proposalId}`)).json().state).toBe('closed');
    await server.storage.directory.endBoard(boardId, server.now());
    expect(kindOf(await gro.get(`/api/intake/${proposalId}`))).toBe('proposalNotFound');
  });

  it('ends a duk again that could not be made whole', async () => {
    const { proposalId } = await propose();
    await mona.post(`/api/intake/${proposalId}/consent`, { revision: 1, ...consent });
    const before = (await mona.get('/api/boards')).json().boards.length;
    const record = vi.spyOn(server.storage.consents, 'record').mockRejectedValueOnce(new Error('disken er full'));
    const failed = await mona.post(`/api/intake/${proposalId}/duk`, { revision: 2, templateId: 'simple' });
    record.mockRestore();
    expect(failed.statusCode).toBe(500);
    expect((await mona.get('/api/boards')).json().boards.length).toBe(before);
    expect((await mona.get(`/api/intake/${proposalId}`)).json()).toMatchObject({ state: 'consented', revision: 2 });
  });

  it('says why one is not needed, takes a no without a reason, and takes up either again without the name', async () => {
    const { proposalId } = await propose();
    const end = (revision: number, more: object) => mona.post(`/api/intake/${proposalId}/end`, { revision, ...more });
    expect((await end(1, { as: 'notNeeded' })).statusCode).toBe(400);
    expect((await end(1, { as: 'declined', reason: 'Tør ikke' })).statusCode).toBe(400);
    const ended = (await end(1, { as: 'notNeeded', reason: 'NAV er nok' })).json();
    expect([ended.state, ended.reason]).toEqual(['notNeeded', 'NAV er nok']);
    expect((await mona.post(`/api/intake/${proposalId}/reopen`, { revision: 2 })).json().state).toBe('proposed');
    await mona.post(`/api/intake/${proposalId}/consent`, { revision: 3, ...consent });
    const no = await end(4, { as: 'declined' });
    expect([no.json().state, no.body.includes('Eirin')]).toEqual(['declined', false]);
    expect((await mona.post(`/api/intake/${proposalId}/ask`, { revision: 5 })).statusCode).toBe(409);
  });

  it('asks to erase what nothing came of, and then leaves nothing that can be read', async () => {
    const { proposalId } = await propose();
    const mine = async () => (await list()).proposals.find((one) => one.proposalId === proposalId);
    expect([(await mine())?.isForErasing, (await list()).eraseAfterDays]).toEqual([false, 30]);
    server.waitMs(30 * dayMs);
    expect((await mine())?.isForErasing).toBe(true);
    expect((await gro.delete(`/api/intake/${proposalId}`)).statusCode).toBe(204);
    expect(await mine()).toBeUndefined();
    expect(kindOf(await gro.delete(`/api/intake/${proposalId}`))).toBe('proposalNotFound');
    expect(await server.storage.caseLog.stored(proposalId as BoardId)).toEqual([]);
    expect(await server.storage.keyring.store.find([proposalId])).toMatchObject([{ wrapped: undefined }]);
    expect(server.logLines.join('')).not.toContain(sentinel);
  });
});
