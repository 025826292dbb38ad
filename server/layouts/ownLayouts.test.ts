import { documentIdOf } from '@duken/shared/access';
import { addNote, type BoardId, changeBoard, type NoteId, type ParticipantId } from '@duken/shared/board';
import { layoutFile, layoutsWith } from '@duken/shared/template';
import { afterEach, describe, expect, it } from 'vitest';
import { randomSecrets } from '../access/index.ts';
import { buildApp } from '../app.ts';
import { updatesIn } from '../storage/index.ts';
import { BoardUser, openTestServer, patience, type TestServer } from '../testing/index.ts';
import { Person } from '../testing/person.ts';

const asker = layoutFile.parse({
  id: 'asker',
  name: { nb: 'Askers duk' },
  columns: [
    { id: 'works', heading: { nb: 'Går bra' }, place: 'today', themes: 'oneOrNone' },
    { id: 'now', heading: { nb: 'Nå gjør vi' }, place: 'ahead', themes: 'one' },
    { id: 'dream', heading: { nb: 'Drømmen' }, place: 'band', themes: 'none' },
  ],
  themes: [{ id: 'football', name: { nb: 'Fotball' }, icon: 'ball' }],
});

/** A server on the same storage that was started without any layouts of its own. */
const serverOptions = {
  config: { publicUrl: undefined, hosts: [], trustedProxies: [] },
  secrets: randomSecrets,
  clock: Date.now,
  limits: { joinsPerMinute: 1000, newBoardsPerMinute: 1000, newDemosPerMinute: 1000, newBoardsPerDay: 10_000 },
  log: { level: 'info', stream: { write: () => {} } },
  clientDir: undefined,
} as const;

let server: TestServer;
afterEach(() => server.close());

/** Somebody writes on the duk, as a browser with the same layouts does. */
async function write(boardId: BoardId, theme: string): Promise<void> {
  const { journal } = server.storage;
  const documentId = documentIdOf(boardId, 'duk');
  const updates = updatesIn(await journal.read(documentId));
  const note = { id: 'goal' as NoteId, cell: { column: 'now', theme } as const, text: 'Bli med på trening' };
  const update = changeBoard(
    updates,
    (board) => {
      const laid = addNote(board, { ...note, voice: 'child', author: 'noah' as ParticipantId, createdAt: 1 });
      expect(laid.ok).toBe(true);
    },
    asker,
    layoutsWith([asker]),
  );
  await journal.append(new Map([[documentId, [update]]]));
}

async function boardOn(leader: Person, templateId: string): Promise<BoardId> {
  const made = await leader.post('/api/boards', { title: 'Planen til Noah', templateId });
  expect(made.statusCode).toBe(201);
  return made.json().boardId;
}

async function freeze(leader: Person, boardId: BoardId) {
  const api = `/api/boards/${boardId}`;
  const { meetingId } = (await leader.post(`${api}/meetings`, { date: '2026-11-22', present: [] })).json();
  return leader.post(`${api}/meetings/${meetingId}/freeze`);
}

describe('a layout of the operator’s own', () => {
  it('is offered after those that ship, to whoever asks', async () => {
    server = await openTestServer({ layouts: [asker] });
    const reply = await server.person().get('/api/layouts');
    expect(reply.json().layouts.map(({ id }: { id: string }) => id)).toEqual(['lorenskog', 'simple', 'asker']);
    expect(reply.json().layouts[2]).toEqual(asker);
  });

  it('makes boards that are written on, frozen as format 2 and exported with its words', async () => {
    server = await openTestServer({ layouts: [asker] });
    const leader = server.person();
    const boardId = await boardOn(leader, 'asker');
    expect((await leader.get(`/api/boards/${boardId}/me`)).json().layout).toEqual(asker);
    await write(boardId, 'football');
    expect((await freeze(leader, boardId)).statusCode).toBe(201);
    const plans = `/api/boards/${boardId}/plans`;
    const { planVersion, chainIsWhole } = (await leader.get(`${plans}/1`)).json();
    expect(chainIsWhole).toBe(true);
    expect(planVersion).toMatchObject({ format: 2, template: asker, sheet: { templateId: 'asker' } });
    expect(planVersion.plan.nowNotes).toMatchObject([{ theme: 'football', text: 'Bli med på trening' }]);
    const picture = (await leader.get(`${plans}/1.svg`)).payload;
    expect(picture).toContain('Fotball');
    expect((await leader.get(`${plans}/1.csv`)).statusCode).toBe(200);
    expect((await leader.get(`${plans}/1.pdf`)).payload).toContain('%PDF');
  });

  it('that nobody has is not made boards of, and the answer names those there are', async () => {
    server = await openTestServer({ layouts: [asker] });
    const refused = await server.person().post('/api/boards', { title: 'Planen', templateId: 'oslo' });
    expect(refused.json()).toMatchObject({
      status: 400,
      type: '/problems/invalidRequest',
      errors: [{ pointer: '/templateId', detail: 'Må være en av: lorenskog, simple, asker.' }],
    });
  });
});

describe('a layout that is taken away', () => {
  it('leaves boards that can be read and not frozen, and old versions as they were', async () => {
    server = await openTestServer({ layouts: [asker] });
    const leader = server.person();
    const boardId = await boardOn(leader, 'asker');
    await write(boardId, 'football');
    await freeze(leader, boardId);
    const before = (await leader.get(`/api/boards/${boardId}/plans/1`)).json();
    const picture = (await leader.get(`/api/boards/${boardId}/plans/1.svg`)).payload;

    const without = await buildApp({ ...serverOptions, storage: server.storage });
    const back = new Person(without, leader.cookie);
    expect((await back.get(`/api/boards/${boardId}/me`)).json()).not.toHaveProperty('layout');
    expect((await freeze(back, boardId)).json()).toMatchObject({ status: 409, type: '/problems/layoutMissing' });
    expect((await back.get(`/api/boards/${boardId}/plans/1`)).json()).toEqual(before);
    expect((await back.get(`/api/boards/${boardId}/plans/1.svg`)).payload).toBe(picture);
    await without.close();
  });

  it('leaves boards that no program writes on', async () => {
    server = await openTestServer({ layouts: [asker] });
    const made = await server.person().post('/api/boards', { title: 'Planen til Noah', templateId: 'asker' });
    const { boardId, joinUrl } = made.json();
    const without = await buildApp({ ...serverOptions, storage: server.storage });
    const origin = await without.listen({ port: 0, host: '127.0.0.1' });
    const secret = new URL(joinUrl).hash.slice(1);
    const editor = await BoardUser.joining(origin, boardId, secret, 'Kari');
    const window = editor.openBoard(origin);
    await expect.poll(() => window.doc.getMap('duk').get('title'), patience).toBe('Planen til Noah');
    window.doc.getMap('duk').set('title', 'Noe annet');
    await expect.poll(() => window.closeCodes, patience).toEqual([4403]);
    const { journal } = server.storage;
    expect(updatesIn(await journal.read(documentIdOf(boardId, 'duk')))).toHaveLength(1);
    await without.close();
  });
});
