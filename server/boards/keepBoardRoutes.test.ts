import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type BoardId, replayBoard } from '@duken/shared/board';
import { messageType, syncType } from '@duken/shared/protocol';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { syncFrame, typed } from '../relay/relayForTests.ts';
import { updatesIn } from '../storage/index.ts';
import { openTestServer, type Person, patience, soonMs, type TestServer } from '../testing/index.ts';
import { Sweep } from './sweep.ts';

let server: TestServer;
let port: number;
beforeEach(async () => {
  server = await openTestServer();
  port = await server.listen();
});
afterEach(() => server.close());

/** Mona leads, Kari writes, and both are there. */
async function table() {
  const [mona, kari] = [server.person(), server.person()];
  const board = await mona.makeBoard({ title: 'Planen til Eirin', templateId: 'simple', name: 'Mona' });
  await kari.join(board.boardId, board.joinSecret);
  return { ...board, boardId: board.boardId as BoardId, mona, kari };
}

/** A socket of somebody, and how it ended. */
async function open(person: Person, path: string) {
  const headers = { cookie: `duk=${person.cookie}` };
  const socket = new WebSocket(`ws://127.0.0.1:${port}/sync/${path}`, { headers });
  onTestFinished(() => socket.terminate());
  const ended = once(socket, 'close').then(([code]) => ({ code: code as number, at: performance.now() }));
  const heard: Buffer[] = [];
  socket.on('message', (frame: Buffer) => heard.push(frame));
  await once(socket, 'open');
  return { socket, ended, heard };
}

const titleOnDuk = async (boardId: BoardId) => {
  const board = replayBoard(updatesIn(await server.storage.journal.read(boardId)));
  return board.ok ? board.value.title : board.failure.kind;
};

describe('a board that is renamed', () => {
  it('has the new name on the duk, in the list and for everybody, cleaned as any title', async () => {
    const { mona, kari, api, boardId } = await table();
    const reply = await mona.patch(api, { title: '  Ida og\u202e barna ' });
    expect([reply.statusCode, reply.json()]).toEqual([200, { boardId, title: 'Ida og barna' }]);
    expect(await titleOnDuk(boardId)).toBe('Ida og barna');
    for (const person of [mona, kari]) {
      expect((await person.get('/api/boards')).json().boards).toMatchObject([{ title: 'Ida og barna' }]);
      expect((await person.get(`${api}/me`)).json().title).toBe('Ida og barna');
    }
    // Whom the plan is for is another thing.
    const board = replayBoard(updatesIn(await server.storage.journal.read(boardId)));
    expect(board).toMatchObject({ ok: true, value: { for: 'Eirin' } });
  });
});

describe('a board that is put away', () => {
  it('can be read by those who could, with its people, links and plans', async () => {
    const { mona, kari, api } = await table();
    expect((await mona.patch(api, { archived: true, reason: 'Planen er gjennomført' })).json().archivedAt).toEqual(
      expect.any(Number),
    );
    for (const path of ['me', 'participants', 'meetings'])
      expect((await kari.get(`${api}/${path}`)).statusCode).toBe(200);
    for (const path of ['people', 'links', 'plans']) expect((await mona.get(`${api}/${path}`)).statusCode).toBe(200);
    expect((await kari.get(`${api}/me`)).json().archivedAt).toEqual(expect.any(Number));
    expect((await kari.get('/api/boards')).json().boards).toMatchObject([{ archivedAt: expect.any(Number) }]);
  });

  it('takes no change, and says why; who may read it can still be changed', async () => {
    const { mona, kari, api } = await table();
    const { meetingId } = (await mona.post(`${api}/meetings`, { date: '2026-11-22', present: [] })).json();
    await mona.patch(api, { archived: true, reason: 'Planen er gjennomført' });
    for (const ask of [
      () => mona.post(`${api}/meetings`, { date: '2026-11-22', present: [] }),
      () => mona.patch(`${api}/meetings/${meetingId}`, { date: '2026-11-23' }),
      () => mona.post(`${api}/meetings/${meetingId}/freeze`),
      () => mona.post(`${api}/bin/empty`, {}),
      () => mona.patch(api, { title: 'Et annet navn' }),
    ]) {
      const refused = await ask();
      expect([refused.statusCode, refused.json().type]).toEqual([409, '/problems/boardArchived']);
    }
    // Whose role would not let them anyway is told that.
    expect((await kari.post(`${api}/meetings`, { date: '2026-11-22', present: [] })).statusCode).toBe(403);
    const { participantId } = (await kari.get(`${api}/me`)).json();
    expect((await mona.delete(`${api}/participants/${participantId}`)).statusCode).toBe(204);
  });

  it('takes nothing more from those who write on it at that moment, on any of its documents', async () => {
    const { mona, kari, api, boardId } = await table();
    const lines = await Promise.all(['', '/private'].map((part) => open(kari, boardId + part)));
    const news = await open(kari, `${boardId}/news`);
    await mona.patch(api, { archived: true, reason: 'Planen er gjennomført' });
    await expect.poll(() => news.heard.map(String), patience).toContain('{"changed":"access"}');
    for (const { socket, ended } of lines) {
      socket.send(Uint8Array.of(messageType.sync, syncType.step1, 1, 0));
      socket.send(syncFrame('update', typed('for sent')));
      expect((await ended).code).toBe(4403);
    }
    expect(JSON.stringify(updatesIn(await server.storage.journal.read(boardId)).map(String))).not.toContain('for sent');
  });

  it('is as it was when it is taken out again, and put away twice it has been away since the first time', async () => {
    const { mona, kari, api, boardId } = await table();
    const first = (await mona.patch(api, { archived: true, reason: 'Planen er gjennomført' })).json().archivedAt;
    server.waitMs(5_000);
    expect((await mona.patch(api, { archived: true, reason: 'Planen er gjennomført' })).json().archivedAt).toBe(first);
    expect((await mona.patch(api, { archived: false, title: 'Ida' })).json()).toEqual({ boardId, title: 'Ida' });
    expect((await kari.get(`${api}/me`)).json()).not.toHaveProperty('archivedAt');
    expect((await mona.post(`${api}/meetings`, { date: '2026-11-22', present: [] })).statusCode).toBe(201);
  });
});

describe('a case that is closed', () => {
  it('is so without a reason too, by a program from before there were any', async () => {
    const { mona, api } = await table();
    expect((await mona.patch(api, { archived: true })).json().archivedAt).toEqual(expect.any(Number));
    expect((await mona.get(`${api}/me`)).json()).not.toHaveProperty('closingReason');
  });

  it('says why to its leader alone, stands in its log, and is opened again', async () => {
    const { mona, kari, api } = await table();
    const reasonTo = async (person: Person) => (await person.get(`${api}/me`)).json().closingReason;
    expect((await mona.patch(api, { archived: true, reason: '  ' })).statusCode).toBe(400);
    expect((await kari.patch(api, { archived: true, reason: 'Nei' })).statusCode).toBe(403);
    await mona.patch(api, { archived: true, reason: 'Planen er gjennomført' });
    await mona.patch(api, { archived: true, reason: 'Familien har flyttet' });
    await mona.patch(api, { archived: true });
    expect([await reasonTo(mona), await reasonTo(kari)]).toEqual(['Familien har flyttet', undefined]);
    await mona.patch(api, { archived: false });
    await mona.patch(api, { archived: false });
    expect(await reasonTo(mona)).toBeUndefined();
    const { lines } = (await mona.get(`${api}/log`)).json<{ lines: { name: string; event: { kind: string } }[] }>();
    const ends = lines.filter(({ event }) => event.kind.startsWith('case'));
    expect(ends.map(({ name, event }) => [name, event.kind])).toEqual([
      ['Mona', 'caseReopened'],
      ['Mona', 'caseClosed'],
    ]);
    expect(JSON.stringify(lines)).not.toContain('flyttet');
  });

  it('leaves one line when it is erased, without a word of what stood there; an example leaves none', async () => {
    const { mona, api, boardId } = await table();
    const example = (await mona.post('/api/demos/sander')).json().boardId;
    await mona.delete(`/api/boards/${example}`);
    await mona.delete(api);
    server.waitMs(60_000);
    const sweep = new Sweep({ ...server, clock: server.now, onErased: () => undefined, onFailed: () => undefined });
    await sweep.now();
    await sweep.stop();
    expect(await server.storage.caseEnds.listErased(9)).toEqual([
      { caseId: boardId, erasedAt: expect.any(Number), as: 'leader' },
    ]);
  });
});

describe('a board that is deleted', () => {
  it('is gone for everybody at once: sockets, seats, links and lists', async () => {
    const { mona, kari, api, boardId, joinSecret, leaderSecret } = await table();
    const lines = await Promise.all([
      open(kari, boardId),
      open(kari, `${boardId}/private`),
      open(kari, `${boardId}/news`),
      open(mona, boardId),
    ]);
    const began = performance.now();
    expect((await mona.delete(api)).statusCode).toBe(204);
    const ends = await Promise.all(lines.map(({ ended }) => ended));
    for (const { code, at } of ends) expect([code >= 4400, at - began < soonMs]).toEqual([true, true]);
    for (const person of [mona, kari]) {
      expect((await person.get(`${api}/me`)).statusCode).toBe(401);
      expect((await person.get('/api/boards')).json().boards).toEqual([]);
    }
    for (const secret of [joinSecret, leaderSecret])
      expect((await server.person().post(`${api}/join`, { secret, name: 'Per' })).statusCode).toBe(403);
    expect((await mona.delete(api)).statusCode).toBe(401);
  });

  it('is erased with all it had when the moment of grace is over, and no other board is', async () => {
    const { mona, api, boardId } = await table();
    const kept = await mona.makeBoard();
    await mona.post(`${api}/meetings`, { date: '2026-11-22', present: [{ name: 'Eirin' }] });
    await mona.delete(api);
    const erased: string[] = [];
    const { storage } = server;
    const sweep = new Sweep({
      storage,
      clock: server.now,
      onErased: (id) => erased.push(id),
      onFailed: (error) => expect(error).toBeUndefined(),
    });
    server.waitMs(59_000);
    await sweep.now();
    expect(erased).toEqual([]);
    server.waitMs(1_000);
    await sweep.now();
    await sweep.stop();
    expect(erased).toEqual([boardId]);
    expect(await storage.directory.findBoard(boardId)).toBeUndefined();
    expect(await storage.journal.read(boardId)).toEqual([]);
    expect(await storage.directory.listPeople(boardId)).toEqual([]);
    expect(await storage.directory.listMeetings(boardId)).toEqual([]);
    expect((await mona.get(`${kept.api}/me`)).statusCode).toBe(200);
  });

  it('leaves nothing of it in the files, and no key by which a copy of them could be opened', async () => {
    const words = 'HEMMELIG navn på en sak';
    const mona = server.person();
    const { api, boardId } = await mona.makeBoard({ title: words, templateId: 'simple', name: 'Mona' });
    await mona.post(`${api}/people`, { name: `${words} og en til` });
    const db = new DatabaseSync(join(server.dataDir, 'duk.db'), { readOnly: true });
    const row = db
      .prepare('select boards.title, people.name from boards join people on board_id = boards.id where boards.id = ?')
      .get(boardId);
    db.close();
    const keysDir = `${server.dataDir}.keys`;
    const keys = new DatabaseSync(join(keysDir, 'keys.db'), { readOnly: true });
    const key = keys.prepare('select bytes from wrapped_keys where case_id = ?').get(boardId)?.bytes as Uint8Array;
    keys.close();
    const isIn = async (folder: string, what: string | Uint8Array) => {
      const files = await readdir(folder, { recursive: true, withFileTypes: true });
      const read = files.filter((file) => file.isFile()).map((file) => readFile(join(file.parentPath, file.name)));
      return (await Promise.all(read)).some((bytes) => bytes.includes(what));
    };
    const sealed = [String(row?.title), String(row?.name)];
    expect(await isIn(server.dataDir, words)).toBe(false);
    for (const text of sealed) expect(await isIn(server.dataDir, text)).toBe(true);
    expect(await isIn(keysDir, key)).toBe(true);
    await mona.delete(api);
    server.waitMs(60_000);
    const sweep = new Sweep({ ...server, clock: server.now, onErased: () => undefined, onFailed: () => undefined });
    await sweep.now();
    await sweep.stop();
    for (const text of sealed) expect(await isIn(server.dataDir, text)).toBe(false);
    expect(await isIn(keysDir, key)).toBe(false);
  });
});
