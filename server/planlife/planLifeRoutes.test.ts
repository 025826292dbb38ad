import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { BoardId } from '@duken/shared/board';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { readChain } from '../plans/index.ts';
import { openTestServer, type Person, patience, type TestServer } from '../testing/index.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

let leader: Person;
let boardId: BoardId;
let api: string;

/** Somebody who comes by a link of the role, and what the leader says of them. */
async function comes(name: string, person: object, role = 'editor'): Promise<Person> {
  const who = server.person();
  const secret = new URL((await leader.post(`${api}/links`, { role })).json().url).hash.slice(1);
  await who.post(`${api}/join`, { secret, name, voice: 'family' });
  const { personId } = (await who.get(`${api}/me`)).json();
  await leader.patch(`${api}/people/${personId}`, person);
  return who;
}

const answered = async (reply: Promise<{ statusCode: number; body: string }>) => {
  const { statusCode, body } = await reply;
  return statusCode === 204 ? 204 : [statusCode, JSON.parse(body).type];
};
const lifeOf = async (version: number, who = leader) => (await who.get(`${api}/plans/${version}/life`)).json();
const statesOf = async (who = leader) =>
  (await who.get(`${api}/plans`)).json().plans.map(({ state }: { state: string }) => state);
const dayOn = (days: number) => new Date(server.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Freezes the duk once more, with nothing said to it yet. */
async function freeze(present: readonly { name: string }[] = []): Promise<number> {
  const { meetingId } = (await leader.post(`${api}/meetings`, { date: dayOn(0), present })).json();
  return (await leader.post(`${api}/meetings/${meetingId}/freeze`)).json().version;
}

/** Somebody whom the plan is about. */
async function subjectName(): Promise<string> {
  const { people } = (await leader.get(`${api}/people`)).json();
  return people.find((person: { isSubject: boolean }) => person.isSubject).name;
}

beforeEach(async () => {
  leader = server.person();
  boardId = (await leader.post('/api/demos/sander')).json().boardId;
  api = `/api/boards/${boardId}`;
  // An example is played from its first note on, on a machine that may do much else.
});

describe('a version after it was frozen', () => {
  it('is a draft, and the examples are approved but for one that waits', async () => {
    expect(await statesOf()).toEqual(['approved', 'draft']);
    await freeze();
    expect(await statesOf()).toEqual(['approved', 'draft', 'draft']);
    expect((await leader.get(`${api}/plans/3`)).json().state).toBe('draft');
  });

  it('is approved by somebody whom it is about, from their own seat, and nothing that was frozen changes', async () => {
    const citizen = await comes('Ingrid', { isSubject: true });
    const before = (await leader.get(`${api}/plans/2.json`)).payload;
    const chain = await readChain(server.storage, boardId);
    expect(await answered(citizen.post(`${api}/plans/2/approve`, { by: 'citizen' }))).toBe(204);
    expect(await lifeOf(2)).toMatchObject({ state: 'approved', approval: { by: 'citizen', name: 'Ingrid' } });
    const after = (await leader.get(`${api}/plans/2.json`)).payload;
    expect(after).toBe(before);
    expect(createHash('sha256').update(after).digest('hex')).toBe(chain.at(-1)?.sha256);
    expect(await readChain(server.storage, boardId)).toEqual(chain);
  });

  it('is never approved as the citizen by whoever leads, nor by others whom it is not about', async () => {
    const viewer = await comes('Noen', { readsPlans: true }, 'viewer');
    const editor = await comes('Skriver', {});
    const { personId } = (await leader.get(`${api}/me`)).json();
    await leader.patch(`${api}/people/${personId}`, { isSubject: true });
    for (const who of [leader, viewer, editor])
      expect(await answered(who.post(`${api}/plans/2/approve`, { by: 'citizen' }))).toEqual([
        403,
        '/problems/notCitizen',
      ]);
    expect(await statesOf()).toEqual(['approved', 'draft']);
  });

  it('is not approved by a child, who says what it thinks of each tiltak', async () => {
    const child = await comes('Sander', { isSubject: true, voices: ['child'], readsPlans: true });
    expect(await answered(child.post(`${api}/plans/2/approve`, { by: 'citizen' }))).toEqual([
      403,
      '/problems/notCitizen',
    ]);
    const [action] = (await leader.get(`${api}/plans/2`)).json().planVersion.plan.actions;
    const said = child.ask({
      method: 'PUT',
      url: `${api}/plans/2/answers/${action.noteId}`,
      payload: { answer: 'no', line: 'Jeg vil ikke' },
    });
    expect(await answered(said)).toBe(204);
    expect(await lifeOf(2, child)).toMatchObject({ mayAnswer: true, mayApprove: false });
  });

  it('is approved as spoken, with the day and how, by the leader alone', async () => {
    const citizen = await comes('Ingrid', { isSubject: true });
    const spoken = { by: 'spoken', when: dayOn(0), how: 'På telefon, med tolk' };
    expect(await answered(citizen.post(`${api}/plans/2/approve`, spoken))).toEqual([403, '/problems/notAllowed']);
    for (const wrong of [
      { ...spoken, when: dayOn(1) },
      { ...spoken, when: '2026-08-24' },
      { ...spoken, how: ' ' },
      { by: 'spoken', when: dayOn(0) },
      { by: 'leader' },
    ])
      expect(await answered(leader.post(`${api}/plans/2/approve`, wrong))).toEqual([400, '/problems/invalidRequest']);
    expect(await answered(leader.post(`${api}/plans/2/approve`, spoken))).toBe(204);
    expect(await lifeOf(2)).toMatchObject({
      state: 'approved',
      approval: { by: 'spoken', name: 'Hanne', when: dayOn(0), how: 'På telefon, med tolk' },
    });
  });

  it('is approved once, and only while there is no newer one', async () => {
    await freeze();
    const spoken = { by: 'spoken', when: dayOn(0), how: 'På møtet' };
    expect(await answered(leader.post(`${api}/plans/2/approve`, spoken))).toEqual([409, '/problems/newerVersion']);
    const both = await Promise.all([1, 2].map(() => answered(leader.post(`${api}/plans/3/approve`, spoken))));
    expect(both).toEqual(expect.arrayContaining([204, [409, '/problems/planNotDraft']]));
    expect(await answered(leader.post(`${api}/plans/4/approve`, spoken))).toEqual([404, '/problems/versionNotFound']);
    expect(await statesOf()).toEqual(['approved', 'draft', 'approved']);
  });

  it('is answered tiltak by tiltak, which the leader sees all of and others their own', async () => {
    const ingrid = await comes('Ingrid', { isSubject: true });
    const leif = await comes('Leif', { isSubject: true });
    const reader = await comes('Noen', { readsPlans: true });
    const [first, second] = (await leader.get(`${api}/plans/2`)).json().planVersion.plan.actions;
    const say = (who: Person, noteId: string, payload: object) =>
      answered(who.ask({ method: 'PUT', url: `${api}/plans/2/answers/${noteId}`, payload }));
    expect(await say(ingrid, first.noteId, { answer: 'time', line: 'Må snakke med mor' })).toBe(204);
    expect(await say(ingrid, second.noteId, { answer: 'yes' })).toBe(204);
    expect(await say(leif, first.noteId, { answer: 'no', line: '<script>alert(1)</script>' })).toBe(204);
    expect(await say(ingrid, first.noteId, { answer: 'yes' })).toBe(204);
    const seen = (await lifeOf(2)).answers.map((given: Record<string, unknown>) => [
      given.name,
      given.answer,
      given.line,
    ]);
    expect(seen).toEqual([
      ['Ingrid', 'yes', ''],
      ['Leif', 'no', '<script>alert(1)</script>'],
      ['Ingrid', 'yes', ''],
    ]);
    expect((await lifeOf(2, ingrid)).answers).toHaveLength(2);
    expect((await lifeOf(2, reader)).answers).toEqual([]);
    expect(await say(ingrid, 'no-such-note', { answer: 'yes' })).toEqual([404, '/problems/actionNotInPlan']);
    expect(await say(ingrid, first.noteId, { answer: 'yes', line: 'x'.repeat(201) })).toEqual([
      400,
      '/problems/invalidRequest',
    ]);
    expect(await say(reader, first.noteId, { answer: 'yes' })).toEqual([403, '/problems/notCitizen']);
  });

  it('is taken into use without an approval when agreed time is over, with the reason, and can be approved after', async () => {
    const release = (version: number) =>
      answered(leader.post(`${api}/plans/${version}/release`, { reason: 'Familien er bortreist' }));
    expect(await lifeOf(2)).toMatchObject({ until: '2026-09-08', timeIsOver: true });
    expect(await answered(leader.post(`${api}/plans/2/release`, { reason: ' ' }))).toEqual([
      400,
      '/problems/invalidRequest',
    ]);
    expect(await release(2)).toBe(204);
    expect(await lifeOf(2)).toMatchObject({
      state: 'released',
      release: { name: 'Hanne', reason: 'Familien er bortreist' },
    });
    expect(await release(2)).toEqual([409, '/problems/planNotDraft']);
    const spoken = { by: 'spoken', when: dayOn(0), how: 'På telefon' };
    expect(await answered(leader.post(`${api}/plans/2/approve`, spoken))).toBe(204);
    expect((await lifeOf(2)).state).toBe('approved');

    await freeze([{ name: await subjectName() }]);
    expect(await release(3)).toEqual([409, '/problems/timeNotAgreed']);
    for (const days of [-1, 0])
      expect(await answered(leader.post(`${api}/plans/3/time`, { until: dayOn(days) }))).toEqual([
        400,
        '/problems/invalidRequest',
      ]);
    const until = dayOn(3);
    expect(await answered(leader.post(`${api}/plans/3/time`, { until }))).toBe(204);
    expect(await release(3)).toEqual([409, '/problems/timeNotPassed']);
    expect(await lifeOf(3)).toMatchObject({ until, timeIsOver: false });
    const shorter = leader.post(`${api}/plans/3/time`, { until: dayOn(2) });
    expect(await answered(shorter)).toEqual([409, '/problems/timeShortened']);
    expect(await answered(leader.post(`${api}/plans/3/time`, { until: dayOn(4) }))).toBe(204);
  });

  it('is never taken into use without whom it is about, who was not there', async () => {
    await freeze([{ name: 'Noen andre' }]);
    await leader.post(`${api}/plans/3/time`, { until: dayOn(1) });
    expect(await answered(leader.post(`${api}/plans/3/release`, { reason: 'Alle er enige' }))).toEqual([
      409,
      '/problems/citizenAbsent',
    ]);
    expect(await statesOf()).toEqual(['approved', 'draft', 'draft']);
    const spoken = { by: 'spoken', when: dayOn(0), how: 'Hjemme hos familien' };
    expect(await answered(leader.post(`${api}/plans/3/approve`, spoken))).toBe(204);
  });

  it('as a draft sends nobody a link to what they said yes to; in use, and with no plan at all, it does', async () => {
    const { people } = (await leader.get(`${api}/people`)).json();
    const links = `${api}/people/${people[0].personId}/answer-links`;
    const ask = async () => (await leader.post(links, {})).statusCode;
    const waits = await leader.post(links, {});
    expect([waits.statusCode, waits.json().type]).toEqual([409, '/problems/planIsDraft']);
    expect((await leader.get(links)).json().links).toBe(0);
    await leader.post(`${api}/plans/2/release`, { reason: 'Familien er bortreist' });
    expect(await ask()).toBe(201);
    await freeze();
    expect(await ask()).toBe(409);
    const other = server.person();
    const own = await other.makeBoard();
    const { personId } = (await other.get(`${own.api}/me`)).json();
    expect((await other.post(`${own.api}/people/${personId}/answer-links`, {})).statusCode).toBe(201);
  });

  it('keeps what the archive called it, of what is no draft', async () => {
    const receipt = { archiveId: '2026/1234-5', day: '2026-03-01' };
    expect(await answered(leader.post(`${api}/plans/2/receipts`, receipt))).toEqual([409, '/problems/planIsDraft']);
    const early = leader.post(`${api}/plans/1/receipts`, { ...receipt, day: dayOn(1) });
    expect(await answered(early)).toEqual([400, '/problems/invalidRequest']);
    expect(await answered(leader.post(`${api}/plans/1/receipts`, receipt))).toBe(204);
    expect((await lifeOf(1)).receipts).toEqual([{ ...receipt, name: 'Hanne' }]);
    const reader = await comes('Noen', { readsPlans: true });
    expect((await lifeOf(1, reader)).receipts).toEqual([]);
  });

  it('tells those who are there that the plans changed', async () => {
    const port = await server.listen();
    const news = new WebSocket(`ws://127.0.0.1:${port}/sync/${boardId}/news`, {
      headers: { cookie: `duk=${leader.cookie}` },
    });
    const heard: string[] = [];
    news.on('message', (message) => heard.push(String(message)));
    await once(news, 'open');
    await leader.post(`${api}/plans/2/time`, { until: dayOn(7) });
    await expect.poll(() => heard.some((message) => message.includes('plans')), patience).toBe(true);
    news.terminate();
  });

  it('says whether anybody whom it is about was there', async () => {
    const name = await subjectName();
    expect((await lifeOf(2)).subject).toBe('present');
    await freeze([{ name: 'Noen andre' }]);
    expect((await lifeOf(3)).subject).toBe('absent');
    await freeze([{ name: name.toUpperCase() }]);
    expect(await lifeOf(4)).toMatchObject({ subject: 'present', subjects: expect.any(Number) });
    // Whoever comes by a link under the same name is another person of the case.
    const again = await comes(name, {});
    const { personId, participantId } = (await again.get(`${api}/me`)).json();
    await freeze([{ name, personId, participantId } as { name: string }]);
    expect((await lifeOf(5)).subject).toBe('present');
  });

  it('keeps who was there when it was frozen, whoever is marked after', async () => {
    const other = await comes('Noen andre', {});
    const { personId } = (await other.get(`${api}/me`)).json();
    await freeze([{ name: 'Noen andre' }]);
    const mark = (id: string, isSubject: boolean) => leader.patch(`${api}/people/${id}`, { isSubject });
    await mark(personId, true);
    await leader.post(`${api}/plans/3/time`, { until: dayOn(1) });
    const release = () => answered(leader.post(`${api}/plans/3/release`, { reason: 'Alle er enige' }));
    expect(await release()).toEqual([409, '/problems/citizenAbsent']);
    const { people } = (await leader.get(`${api}/people`)).json();
    for (const person of people) await mark(person.personId, false);
    expect(await release()).toEqual([409, '/problems/citizenAbsent']);
    expect(await lifeOf(3)).toMatchObject({ subject: 'absent', subjects: 0 });
    // With nobody marked there is nobody who was there.
    await freeze([{ name: 'Noen andre' }]);
    await mark(personId, true);
    expect(await lifeOf(4)).toMatchObject({ subject: 'unmarked', subjects: 1 });
    const unmarked = leader.post(`${api}/plans/4/release`, { reason: 'Alle er enige' });
    expect(await answered(unmarked)).toEqual([409, '/problems/citizenAbsent']);
  });
});
