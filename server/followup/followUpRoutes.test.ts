import { once } from 'node:events';
import { documentIdOf } from '@duken/shared/access';
import { addNote, type BoardId, changeBoard, type NoteId, type ParticipantId, setAction } from '@duken/shared/board';
import { followUp } from '@duken/shared/followUp';
import { demoIds, type FollowUpReply } from '@duken/shared/protocol';
import { shippedLayouts } from '@duken/shared/template';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { JournalUnreadable, updatesIn } from '../storage/index.ts';
import { openTestServer, type Person, patience, soonMs, type TestServer, Visitor } from '../testing/index.ts';
import { ActionIndexes } from './actionIndexes.ts';

const sunday = Date.parse('2026-11-29T10:00:00+01:00');

async function weekOf(person: Person): Promise<FollowUpReply> {
  const reply = await person.get('/api/followup');
  expect([reply.statusCode, reply.body]).toEqual([200, expect.any(String)]);
  return reply.json();
}

/** Some person's cases, at a given time. */
async function leaderOf(server: TestServer, ...demos: readonly string[]) {
  const leader = server.person();
  const boards: BoardId[] = [];
  for (const demo of demos) boards.push((await leader.post(`/api/demos/${demo}`)).json().boardId);
  return { leader, boards };
}

describe('a leader’s week', () => {
  let server: TestServer;
  let port: number;
  beforeAll(async () => {
    server = await openTestServer();
    server.waitMs(sunday - server.now());
    port = await server.listen();
  });
  afterAll(() => server.close());

  it('has the three demo cases’ tiltak, as many over as their duks say, on that day and on later ones', async () => {
    const { leader, boards } = await leaderOf(server, ...demoIds);
    const week = await weekOf(leader);
    expect([week.today, week.items.length]).toEqual(['2026-11-29', 12]);
    const over = week.items.filter(({ daysOver }) => daysOver > 0);
    expect(boards.map((board) => over.filter(({ boardId }) => boardId === board).length)).toEqual([2, 4, 2]);
    expect(over.map(({ doers, daysOver }) => [doers[0]?.name, daysOver]).slice(0, 2)).toEqual([
      ['Elif', 101],
      ['Guro', 80],
    ]);
    expect(
      over
        .slice(2, 4)
        .map(({ doers, daysOver }) => [doers[0]?.name, daysOver])
        .toSorted(),
    ).toEqual([
      ['Eirin', 59],
      ['Sindre', 59],
    ]);
    expect(week.cases.map(({ over }) => over)).toEqual([4, 2, 2]);
    const indexes = await server.storage.followUp.readActionIndexes(boards);
    const cases = boards.map((boardId) => ({
      boardId,
      title: '',
      actions: indexes.get(boardId)?.actions ?? [],
      people: [],
      answers: [],
      meetings: [],
      checked: new Set<NoteId>(),
      consents: [],
    }));
    const days = ['2026-11-29', '2026-12-01', '2026-12-02', '2026-12-06', '2026-12-16'];
    expect(days.map((day) => followUp(cases, day).items.filter(({ daysOver }) => daysOver > 0).length)).toEqual([
      8, 9, 10, 11, 12,
    ]);
  });

  it('has the plans that wait for a yes, and no longer when it is given', async () => {
    const { leader, boards } = await leaderOf(server, ...demoIds);
    const sander = boards[demoIds.indexOf('sander')];
    expect((await weekOf(leader)).plans).toEqual([
      { boardId: sander, version: 2, date: '2026-08-25', until: '2026-09-08', timeIsOver: true },
    ]);
    const spoken = { by: 'spoken', when: '2026-11-28', how: 'På telefon' };
    await leader.post(`/api/boards/${sander}/plans/2/approve`, spoken);
    expect((await weekOf(leader)).plans).toEqual([]);
  });

  it('says who was at the last meeting without a tiltak', async () => {
    const { leader } = await leaderOf(server, 'eirin');
    const names = (await weekOf(leader)).withoutAction.map(({ name }) => name);
    expect(names.toSorted()).toEqual(['Henning', 'Marit', 'Tor']);
  });

  it('says who has no interpreter for the next meeting, until one is ordered, and again when it is moved', async () => {
    const leader = server.person();
    const { boardId, api } = await leader.makeBoard();
    const lacking = async () => (await weekOf(leader)).withoutInterpreter;
    const selam = (await leader.post(`${api}/people`, { name: 'Selam', interpreter: {} })).json().personId;
    await leader.post(`${api}/people`, { name: 'Yonas' });
    expect(await lacking()).toEqual([]);
    const { meetingId } = (await leader.post(`${api}/meetings`, { date: '2026-12-04', present: [] })).json();
    expect(await lacking()).toEqual([{ boardId, date: '2026-12-04', personId: selam, name: 'Selam' }]);
    await leader.patch(`${api}/people/${selam}`, { interpreter: { orderedFor: '2026-12-04' } });
    expect(await lacking()).toEqual([]);
    await leader.patch(`${api}/meetings/${meetingId}`, { date: '2026-12-07' });
    expect(await lacking()).toMatchObject([{ date: '2026-12-07' }]);
    await leader.patch(`${api}/people/${selam}`, { interpreter: null });
    expect(await lacking()).toEqual([]);
  });

  it('says which services’ consent runs out, until it is withdrawn', async () => {
    const leader = server.person();
    const { boardId, api } = await leader.makeBoard();
    const consent = {
      ...{ services: ['NAV'], themes: [], purpose: 'Plan', words: 'Ja', givenBy: 'Eirin' },
      ...{ how: 'spoken', givenOn: '2026-11-29', until: '2026-12-10' },
    };
    const { consentId } = (await leader.post(`${api}/consents`, consent)).json();
    expect((await weekOf(leader)).consentsEnding).toEqual([{ boardId, until: '2026-12-10', services: ['NAV'] }]);
    await leader.post(`${api}/consents/${consentId}/withdraw`, { by: 'Eirin', how: 'spoken' });
    expect((await weekOf(leader)).consentsEnding).toEqual([]);
  });

  it('is of the cases that a session leads, and of no other; nobody else gets one', async () => {
    const { leader, boards } = await leaderOf(server, 'eirin');
    const { leader: other } = await leaderOf(server, 'sander');
    const link = (await leader.post(`/api/boards/${boards[0]}/links`, { role: 'editor', lobby: false })).json();
    const secret = new URL(link.url).hash.slice(1);
    await other.join(boards[0] ?? '', secret, 'Noen');
    const week = await weekOf(other);
    expect(new Set(week.items.map(({ boardId }) => boardId)).has(boards[0] ?? '')).toBe(false);
    expect(week.cases.length).toBe(1);
    const body = (await other.get('/api/followup')).body;
    for (const word of ['Eirin', 'Kaja', 'hagesenteret', 'Boligkontoret']) expect(body).not.toContain(word);
    const editor = server.person();
    await editor.join(boards[0] ?? '', secret, 'Noen andre');
    expect((await editor.get('/api/followup')).statusCode).toBe(403);
    expect((await server.person().get('/api/followup')).statusCode).toBe(401);
  });

  it('has no word of a note that is no tiltak, and nothing of a case that is put away', async () => {
    const { leader, boards } = await leaderOf(server, 'eirin');
    const { body } = await leader.get('/api/followup');
    for (const word of ['sofa', 'angst', 'inkasso', 'hasj', 'skissebok']) expect(body).not.toContain(word);
    await leader.patch(`/api/boards/${boards[0]}`, { archived: true, reason: 'Planen er gjennomført' });
    expect(await weekOf(leader)).toMatchObject({ items: [], cases: [], meetings: [], withoutAction: [] });
  });

  it('holds an edit that came after the last freeze, also one that only the journal knows of', async () => {
    const { leader, boards } = await leaderOf(server, 'eirin');
    const [boardId] = boards as [BoardId];
    await weekOf(leader);
    const duk = documentIdOf(boardId, 'duk');
    const updates = updatesIn(await server.storage.journal.read(duk));
    const id = 'etterpå' as NoteId;
    const update = changeBoard(updates, (board) => {
      const cell = { column: 'now', theme: 'work' } as const;
      addNote(board, { id, cell, text: 'Ringe Tor', voice: 'service', author: 'x' as ParticipantId, createdAt: 1 });
      setAction(board, id, { owner: 'Kaja', due: '2026-11-01' });
    });
    await server.storage.journal.append(new Map([[duk, [update]]]));
    expect((await weekOf(leader)).items.find(({ noteId }) => noteId === id)).toMatchObject({
      text: 'Ringe Tor',
      group: 'overdue',
      daysOver: 28,
    });
    // Missing altogether, it is made anew.
    await server.storage.followUp.storeActionIndexes([{ boardId, position: 1_000_000, actions: [] }]);
    expect((await weekOf(leader)).items.some(({ noteId }) => noteId === id)).toBe(true);
  });

  it('leaves out a duk whose journal is damaged, and no other', async () => {
    const { boards } = await leaderOf(server, ...demoIds);
    const [damaged] = boards as [BoardId];
    const { followUp: store, journal } = server.storage;
    const failures: unknown[] = [];
    const indexes = new ActionIndexes({
      store: { ...store, readActionIndexes: async () => new Map(), storeActionIndexes: async () => undefined },
      journal: {
        heads: (documentIds) => journal.heads(documentIds),
        async read(documentId) {
          if (documentId === documentIdOf(damaged, 'duk')) throw new JournalUnreadable(documentId, 2, 'was altered');
          return journal.read(documentId);
        },
      },
      layouts: shippedLayouts,
      peek: () => undefined,
      onChanged: () => undefined,
      onFailed: (error) => failures.push(error),
    });
    onTestFinished(() => indexes.stop());
    expect([...(await indexes.read(boards)).keys()]).toEqual(boards.slice(1));
    expect(failures).toEqual([expect.any(JournalUnreadable)]);
  });

  it('moves a date and says what is done, in the leader’s name; not of what is no tiltak, nor for anybody else', async () => {
    const { leader, boards } = await leaderOf(server, 'eirin');
    const api = `/api/boards/${boards[0]}/actions`;
    const [first, second] = (await weekOf(leader)).items;
    expect((await leader.patch(`${api}/${first?.noteId}`, { due: '2026-12-20' })).statusCode).toBe(204);
    expect((await leader.patch(`${api}/${second?.noteId}`, { status: 'done' })).statusCode).toBe(204);
    const { items } = await weekOf(leader);
    expect(items.find(({ noteId }) => noteId === first?.noteId)).toMatchObject({ due: '2026-12-20', group: 'later' });
    expect(items.some(({ noteId }) => noteId === second?.noteId)).toBe(false);
    expect((await leader.patch(`${api}/${first?.noteId}`, { due: '2026-02-30' })).statusCode).toBe(400);
    for (const noteId of ['finnes-ikke', 'eirin-sofaen']) {
      const refused = await leader.patch(`${api}/${noteId}`, { due: '2026-12-20' });
      expect([noteId, refused.statusCode, refused.json().type]).toEqual([noteId, 404, '/problems/actionNotFound']);
    }
  });

  it('is told within a second of a change on the duk, by one line for all cases', async () => {
    const { leader, boards } = await leaderOf(server, 'eirin', 'sander');
    const [boardId] = boards as [BoardId];
    await weekOf(leader);
    const line = new WebSocket(`ws://127.0.0.1:${port}/sync/followup/news`, {
      headers: { cookie: `duk=${leader.cookie}` },
    });
    onTestFinished(() => line.terminate());
    const heard: string[] = [];
    line.on('message', (data) => heard.push(JSON.parse(String(data)).changed));
    await once(line, 'open');
    const { items } = await weekOf(leader);
    const mine = items.find((item) => item.boardId === boardId);
    const atTable = new Visitor(`http://127.0.0.1:${port}`, boardId, leader.cookie ?? '');
    await atTable.atDuk((board) => void setAction(board, mine?.noteId as NoteId, { status: 'done' }));
    const savedAt = performance.now();
    await expect.poll(() => heard.includes('actions'), patience).toBe(true);
    expect(performance.now() - savedAt).toBeLessThan(soonMs);
    expect((await weekOf(leader)).items.length).toBe(items.length - 1);
    // A word on another note is no news of it.
    const { participantId } = (await leader.get(`/api/boards/${boardId}/me`)).json();
    heard.length = 0;
    await atTable.atDuk((board) => {
      const cell = { column: 'works', theme: 'work' } as const;
      const note = { id: 'ny' as NoteId, cell, text: 'Hei', voice: 'service', createdAt: 1 } as const;
      void addNote(board, { ...note, author: participantId });
    });
    await leader.patch(
      `/api/boards/${boardId}/actions/${items.find((i) => i.boardId === boardId && i !== mine)?.noteId}`,
      {
        due: '2026-12-30',
      },
    );
    await expect.poll(() => heard.filter((changed) => changed === 'actions').length, patience).toBe(1);
  });

  it('is not told to whoever leads nothing', async () => {
    const nobody = new WebSocket(`ws://127.0.0.1:${port}/sync/followup/news`);
    nobody.on('error', () => undefined);
    const [, reply] = await once(nobody, 'unexpected-response');
    expect(reply.statusCode).toBe(403);
  });

  it('of thirty cases with eighty over is one quick question', async () => {
    const { leader } = await leaderOf(server, ...Array.from({ length: 10 }, () => demoIds).flat());
    await weekOf(leader);
    const times: number[] = [];
    for (let round = 0; round < 5; round++) {
      const startedAt = performance.now();
      const week = await weekOf(leader);
      times.push(performance.now() - startedAt);
      expect(week.items.filter(({ group }) => group === 'overdue').length).toBe(80);
    }
    // 200 ms on a machine of its own; what grows with the number of notes takes many times as long.
    expect(Math.min(...times)).toBeLessThan(1_000);
  });
});
