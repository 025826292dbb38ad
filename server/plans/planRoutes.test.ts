import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestServer, type Person, type TestServer } from '../testing/index.ts';

let server: TestServer;
let leader: Person;
let api: string;

beforeAll(async () => {
  server = await openTestServer();
  leader = server.person();
  const made = await leader.post('/api/demos/eirin');
  expect(made.statusCode).toBe(201);
  api = `/api/boards/${made.json().boardId}`;
});
afterAll(() => server.close());

/** A board of Eirin's with somebody on it who may only read. */
async function viewerOf(boardId: string): Promise<Person> {
  const link = await leader.post(`/api/boards/${boardId}/links`, { role: 'viewer' });
  const viewer = server.person();
  await viewer.join(boardId, new URL(link.json().url).hash.slice(1));
  return viewer;
}

describe('plan versions', () => {
  it('are listed oldest first, with their day, who was there, the phase and a whole chain', async () => {
    const reply = await leader.get(`${api}/plans`);
    expect(reply.statusCode).toBe(200);
    const { plans, chainIsWhole } = reply.json();
    expect(chainIsWhole).toBe(true);
    expect(plans).toMatchObject([
      { version: 1, date: '2025-11-12', present: 6, phase: 'untenable', isWhole: true },
      { version: 2, date: '2026-03-04', present: 7, phase: 'untenable', isWhole: true },
      { version: 3, date: '2026-09-16', present: 6, phase: 'exposed', isWhole: true },
    ]);
  });

  it('are read one at a time, with the duk as it was then', async () => {
    const reply = await leader.get(`${api}/plans/1`);
    expect(reply.statusCode).toBe(200);
    const { planVersion, sha256, chainIsWhole } = reply.json();
    expect(chainIsWhole).toBe(true);
    expect(planVersion.plan.actions).toHaveLength(6);
    expect(planVersion.sheet.notes).toHaveLength(23);
    expect(planVersion.sheet.strokes).toHaveLength(2);
    const file = await leader.get(`${api}/plans/1.json`);
    expect(createHash('sha256').update(file.rawPayload).digest('hex')).toBe(sha256);
  });

  it('are compared note by note, in either direction', async () => {
    const diff = (await leader.get(`${api}/plans/1/diff/3`)).json();
    expect(diff).toMatchObject({ from: { version: 1 }, to: { version: 3 }, horizons: [{ horizon: 'short' }] });
    const kindsOf = (noteId: string) =>
      diff.notes
        .find((change: { noteId: string }) => change.noteId === noteId)
        ?.differences.map(({ kind }: { kind: string }) => kind);
    expect(kindsOf('eirin-formiddager')).toEqual(['changed', 'moved']);
    expect(kindsOf('eirin-t-gjelden')).toEqual(['done']);
    expect(kindsOf('eirin-sofaen')).toEqual(['gone']);
    expect(kindsOf('eirin-har-nokkel')).toEqual(['new']);
    expect(diff.notes.find((change: { noteId: string }) => change.noteId === 'eirin-t-gjelden').after.owner).toBe(
      'Henning',
    );
    expect((await leader.get(`${api}/plans/3/diff/1`)).json().to.version).toBe(1);
    expect((await leader.get(`${api}/plans/2/diff/2`)).json().notes).toEqual([]);
  });

  it('can be read by those whom the leader gave them to, and by nobody else; others are told whom to ask', async () => {
    const viewer = await viewerOf(api.split('/')[3] ?? '');
    const { personId } = (await viewer.get(`${api}/me`)).json();
    const give = (readsPlans: boolean) => leader.patch(`${api}/people/${personId}`, { readsPlans });
    const { name } = (await leader.get(`${api}/me`)).json();
    for (const path of ['plans', 'plans/1', 'plans/1/diff/2']) {
      const refused = await viewer.get(`${api}/${path}`);
      expect([refused.statusCode, refused.json().type]).toEqual([403, '/problems/plansNotGiven']);
      expect(refused.json().detail).toContain(`Be ${name} om å dele dem`);
      await give(true);
      expect((await viewer.get(`${api}/${path}`)).statusCode).toBe(200);
      await give(false);
      expect((await server.person().get(`${api}/${path}`)).statusCode).toBe(401);
    }
  });

  it('are not told of to those who may not read them: meetings are only frozen, and boards count none', async () => {
    const viewer = await viewerOf(api.split('/')[3] ?? '');
    const { meetings } = (await viewer.get(`${api}/meetings`)).json();
    expect(meetings.map((meeting: { isFrozen: boolean }) => meeting.isFrozen)).toContain(true);
    for (const meeting of meetings) expect(meeting).not.toHaveProperty('version');
    expect((await viewer.get('/api/boards')).json().boards[0]).not.toHaveProperty('versions');
    expect((await leader.get(`${api}/meetings`)).json().meetings[0]).toHaveProperty('version');
  });

  it.each([
    ['plans/4', 404, 'versionNotFound'],
    ['plans/1/diff/9', 404, 'versionNotFound'],
    ['plans/0', 400, 'invalidRequest'],
    ['plans/en', 400, 'invalidRequest'],
    ['plans/1/diff/x', 400, 'invalidRequest'],
  ])('answer %s with %i %s', async (path, status, kind) => {
    const reply = await leader.get(`${api}/${path}`);
    expect([reply.statusCode, reply.json().type]).toEqual([status, `/problems/${kind}`]);
  });
});

describe('freezing over HTTP', () => {
  it('makes the next version of an open meeting, once', async () => {
    const demo = (await leader.post('/api/demos/sander')).json();
    const board = `/api/boards/${demo.boardId}`;
    const { meetingId } = (await leader.post(`${board}/meetings`, { date: '2026-11-22', present: [] })).json();
    const freeze = `${board}/meetings/${meetingId}/freeze`;
    const viewer = await viewerOf(demo.boardId);
    expect((await viewer.post(freeze)).json()).toMatchObject({ status: 403, type: '/problems/notAllowed' });
    expect((await server.person().post(freeze)).statusCode).toBe(401);
    const answers = await Promise.all([leader.post(freeze), leader.post(freeze)]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409]);
    const frozen = answers.find(({ statusCode }) => statusCode === 201);
    expect(frozen?.json()).toEqual({ version: 3, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect((await leader.get(`${board}/plans`)).json()).toMatchObject({
      chainIsWhole: true,
      plans: [{}, {}, { version: 3 }],
    });
    expect((await leader.post(`${board}/meetings/nonesuch/freeze`)).statusCode).toBe(404);
  });

  it('refuses an empty duk', async () => {
    const { api: board } = await leader.makeBoard();
    const { meetingId } = (await leader.post(`${board}/meetings`, { date: '2026-11-22', present: [] })).json();
    const refused = await leader.post(`${board}/meetings/${meetingId}/freeze`);
    expect(refused.json()).toMatchObject({ status: 409, type: '/problems/boardEmpty' });
  });
});
