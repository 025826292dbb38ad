import { once } from 'node:events';
import type { BoardId, NoteId } from '@duken/shared/board';
import { setAction } from '@duken/shared/board';
import type { FollowUpReply, SinceLastReply, StatusReply } from '@duken/shared/protocol';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { openTestServer, type Person, type TestServer, Visitor } from '../testing/index.ts';

describe('between the meetings', { timeout: 180_000 }, () => {
  let server: TestServer;
  let port: number;
  let leader: Person;
  let boardId: BoardId;
  let api: string;
  beforeAll(async () => {
    server = await openTestServer({
      limits: { joinsPerMinute: 1000, newBoardsPerMinute: 1000, newDemosPerMinute: 1000, newBoardsPerDay: 1000 },
    });
    port = await server.listen();
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    leader = server.person();
    boardId = (await leader.post('/api/demos/eirin')).json().boardId;
    api = `/api/boards/${boardId}`;
  }, 180_000);

  async function sinceLastOf(person: Person): Promise<NonNullable<SinceLastReply['last']>> {
    const reply = await person.get(`${api}/since-last`);
    expect(reply.statusCode).toBe(200);
    return reply.json<SinceLastReply>().last as NonNullable<SinceLastReply['last']>;
  }

  async function editor(): Promise<Person> {
    const link = (await leader.post(`${api}/links`, { role: 'editor', lobby: false })).json();
    const person = server.person();
    await person.join(boardId, new URL(link.url).hash.slice(1), 'Ida');
    return person;
  }

  /** Kaja answers by her own link. */
  async function kajaAnswers(answer: 'help' | 'done' | 'started'): Promise<void> {
    const { people } = (await leader.get(`${api}/people`)).json();
    const { personId } = people.find(({ name }: { name: string }) => name === 'Kaja');
    const made = await leader.post(`${api}/people/${personId}/answer-links`, {});
    const secret = new URL(made.json().url).hash.slice(1);
    const kaja = server.person();
    const { items } = (await kaja.post('/api/status/enter', { secret })).json<StatusReply>();
    const answered = await kaja.post(`/api/status/${items[0]?.itemId}`, { answer, secret });
    expect(answered.statusCode).toBe(200);
  }

  it('is what was answered since the last meeting, the same to everybody at the duk, and without who needs help', async () => {
    const ida = await editor();
    await leader.post(`${api}/meetings`, { date: '2026-11-30', present: [] });
    const before = await sinceLastOf(ida);
    expect(before).toMatchObject({ date: '2026-09-16', done: [], help: 0, silent: before.open.length });
    expect(before.open.length).toBeGreaterThan(2);
    await kajaAnswers('help');
    const { items } = (await leader.get('/api/followup')).json<FollowUpReply>();
    const kajas = items.find(({ doers }) => doers.some(({ name }) => name === 'Kaja'))?.noteId as NoteId;
    const other = before.open.find((id) => id !== kajas) as NoteId;
    const atTable = new Visitor(`http://127.0.0.1:${port}`, boardId, leader.cookie ?? '');
    await atTable.atDuk((board) => void setAction(board, other, { status: 'done' }));
    const told = await sinceLastOf(ida);
    expect(told).toMatchObject({ done: [other], help: 1, silent: before.open.length - 2 });
    // In the same order as before: nothing points at Kaja's.
    expect(told.open).toEqual(before.open.filter((id) => id !== other));
    expect(await sinceLastOf(leader)).toEqual(told);
    await kajaAnswers('done');
    expect(await sinceLastOf(ida)).toMatchObject({ done: expect.arrayContaining([kajas, other]), help: 0 });
  });

  it('says nothing of help before a meeting is open, nor by news of it: the leader alone hears that somebody answered', async () => {
    const ida = await editor();
    const heardBy = async (person: Person): Promise<string[]> => {
      const headers = { cookie: `duk=${person.cookie}` };
      const line = new WebSocket(`ws://127.0.0.1:${port}/sync/${boardId}/news`, { headers });
      onTestFinished(() => line.terminate());
      const heard: string[] = [];
      line.on('message', (data) => heard.push(JSON.parse(String(data)).changed));
      await once(line, 'open');
      return heard;
    };
    const [idas, leaders] = [await heardBy(ida), await heardBy(leader)];
    const before = await sinceLastOf(ida);
    await kajaAnswers('help');
    await expect.poll(() => leaders).toContain('answers');
    expect(await sinceLastOf(ida)).toEqual(before);
    expect(await sinceLastOf(leader)).toEqual(before);
    const { items } = (await leader.get('/api/followup')).json<FollowUpReply>();
    const asking = items.find(({ group }) => group === 'help')?.noteId;
    leaders.length = 0;
    expect((await leader.post(`${api}/actions/${asking}/settle`, {})).statusCode).toBe(204);
    await expect.poll(() => leaders).toContain('answers');
    // What comes after is heard: so nothing is on its way.
    await leader.post(`${api}/meetings`, { date: '2026-11-30', present: [] });
    await expect.poll(() => idas).toContain('meetings');
    expect(idas).toEqual(['meetings']);
    expect(await sinceLastOf(ida)).toMatchObject({ help: 1, silent: before.silent - 1 });
  });

  it('begins anew with each version, and is nothing before the first', async () => {
    const first = await sinceLastOf(leader);
    const { meetingId } = (await leader.post(`${api}/meetings`, { date: '2026-11-30', present: [] })).json();
    await kajaAnswers('done');
    expect((await sinceLastOf(leader)).done.length).toBe(1);
    expect((await leader.post(`${api}/meetings/${meetingId}/freeze`, {})).statusCode).toBe(201);
    const next = await sinceLastOf(leader);
    expect(next).toMatchObject({ done: [], silent: first.open.length - 1 });
    expect(next.frozenAt).toBeGreaterThan(first.frozenAt);
    const made = (await leader.post('/api/boards', { title: 'Ny', name: 'Mona', templateId: 'simple' })).json();
    expect((await leader.get(`/api/boards/${made.boardId}/since-last`)).json()).toEqual({});
  });

  it('is for those who are in, has no word of the duk, and is in the log', async () => {
    const ida = await editor();
    const { body } = await ida.get(`${api}/since-last`);
    // How many versions there are is for those who may read plans.
    expect(body).not.toContain('version');
    for (const word of ['Eirin', 'Kaja', 'Jobb', 'sofa']) expect(body.replaceAll('eirin-', '')).not.toContain(word);
    expect((await server.person().get(`${api}/since-last`)).statusCode).toBe(401);
    const { lines } = (await leader.get(`${api}/log`)).json();
    expect(
      lines.some(
        ({ name, event }: { name: string; event: { kind: string } }) => name === 'Ida' && event.kind === 'duk',
      ),
    ).toBe(true);
  });
});
