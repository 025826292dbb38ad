import { once } from 'node:events';
import { documentIdOf } from '@duken/shared/access';
import { type BoardId, type ParticipantId, replayBoard } from '@duken/shared/board';
import { practised } from '@duken/shared/guide';
import { demoIds, practiceDemoId } from '@duken/shared/protocol';
import { templates } from '@duken/shared/template';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { Sweep } from '../boards/index.ts';
import { updatesIn } from '../storage/index.ts';
import { openTestServer, type TestServer } from '../testing/index.ts';

describe('trying an example', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openTestServer();
  });
  afterAll(() => server.close());

  it.each(demoIds)('gives a board of one’s own with %s on it, as its leader', async (demoId) => {
    const person = server.person();
    const reply = await person.post(`/api/demos/${demoId}`);
    expect(reply.statusCode).toBe(201);
    const { boardId, leaderUrl, joinUrl } = reply.json();
    const me = (await person.get(`/api/boards/${boardId}/me`)).json();
    expect(me).toMatchObject({ role: 'leader', templateId: 'lorenskog' });
    expect((await person.get('/api/boards')).json().boards).toMatchObject([{ boardId, role: 'leader' }]);
    const guest = server.person();
    await guest.join(boardId, new URL(joinUrl).hash.slice(1));
    expect((await person.get(`/api/boards/${boardId}/plans/2`)).statusCode).toBe(200);
    const refused = await guest.get(`/api/boards/${boardId}/plans/2`);
    expect([refused.statusCode, refused.json().detail]).toEqual([403, expect.stringContaining(me.name)]);
    const { people } = (await person.get(`/api/boards/${boardId}/people`)).json();
    expect(people.some(({ readsPlans }: { readsPlans: boolean }) => readsPlans)).toBe(true);
    expect(new URL(leaderUrl).pathname).toBe(`/duk/${boardId}/leder`);
  });

  it('gives one to practise on, on which the first meeting is to be led', async () => {
    const person = server.person();
    const { boardId } = (await person.post(`/api/demos/${practiceDemoId}`)).json();
    expect((await person.get(`/api/boards/${boardId}/me`)).json()).toMatchObject({ role: 'leader', name: 'Siri' });
    expect((await person.get(`/api/boards/${boardId}/meetings`)).json().meetings).toEqual([]);
    expect((await person.get(`/api/boards/${boardId}/plans`)).json().plans).toEqual([]);
    const entries = await server.storage.journal.read(documentIdOf(boardId, 'duk'));
    const read = replayBoard(updatesIn(entries));
    if (!read.ok) return expect.unreachable(read.failure.kind);
    const state = { board: read.value, template: templates.lorenskog, me: 'me' as ParticipantId };
    const nothingYet = { isOpened: false, isFrozen: false };
    expect(practised({ ...state, ...nothingYet })).toEqual([]);
    expect(read.value.notes).toHaveLength(7);
  });

  it('gives two people two boards', async () => {
    const [one, other] = [server.person(), server.person()];
    const first = (await one.post('/api/demos/eirin')).json();
    const second = (await other.post('/api/demos/eirin')).json();
    expect(first.boardId).not.toBe(second.boardId);
    expect((await other.get(`/api/boards/${first.boardId}/plans`)).statusCode).toBe(401);
  });

  it('gives it for a day: then all that is open on it ends, and nothing of it is kept', async () => {
    const own = await openTestServer();
    onTestFinished(() => own.close());
    const port = await own.listen();
    const person = own.person();
    const kept = await person.makeBoard();
    const { boardId, joinUrl } = (await person.post('/api/demos/eirin')).json();
    const { expiresAt } = (await person.get(`/api/boards/${boardId}/me`)).json();
    expect(expiresAt - own.now()).toBeGreaterThan(23.9 * 3_600_000);
    const list = async () => (await person.get('/api/boards')).json().boards;
    expect((await list()).map((board: { expiresAt?: number }) => board.expiresAt)).toEqual([expiresAt, undefined]);
    const headers = { cookie: `duk=${person.cookie}` };
    const sockets = ['', '/news'].map(
      (of) => new WebSocket(`ws://127.0.0.1:${port}/sync/${boardId}${of}`, { headers }),
    );
    await Promise.all(sockets.map((socket) => once(socket, 'open')));

    const ended = sockets.map((socket) => once(socket, 'close'));
    own.waitMs(expiresAt - own.now());
    expect((await Promise.all(ended)).map(([code]) => code)).toEqual([4401, 4403]);
    expect(await list()).toMatchObject([{ boardId: kept.boardId }]);
    const stranger = own.person();
    const secret = new URL(joinUrl).hash.slice(1);
    const knock = await stranger.post(`/api/boards/${boardId}/join`, { secret, name: 'Ola' });
    const unknown = await stranger.post('/api/boards/none/join', { secret, name: 'Ola' });
    expect([knock.statusCode, knock.json().type]).toEqual([unknown.statusCode, unknown.json().type]);
    expect((await person.get(`/api/boards/${boardId}/me`)).statusCode).toBe(
      (await person.get('/api/boards/none/me')).statusCode,
    );

    const erased: string[] = [];
    const sweep = new Sweep({
      storage: own.storage,
      clock: own.now,
      onErased: (id) => erased.push(id),
      onFailed: (error) => expect.unreachable(String(error)),
    });
    await sweep.now();
    expect(erased).toEqual([]);
    own.waitMs(60_000);
    await sweep.now();
    await sweep.stop();
    expect(erased).toEqual([boardId]);
    expect(await own.storage.directory.findBoard(boardId)).toBeUndefined();
    expect((await person.get(`${kept.api}/me`)).statusCode).toBe(200);
  });

  it('are erased though one of them cannot be, which is tried again', async () => {
    const failures: unknown[] = [];
    const erased: string[] = [];
    let isBroken = true;
    const sweep = new Sweep({
      storage: {
        directory: { expiredBoards: async () => ['first', 'second'] as BoardId[] },
        eraseExpiredBoard: async (id) => {
          if (isBroken && id === 'first') throw new Error('as planted');
          return true;
        },
      },
      clock: () => 0,
      onErased: (id) => erased.push(id),
      onFailed: (error) => failures.push(error),
    });
    await sweep.now();
    expect([erased, failures.length]).toEqual([['second'], 1]);
    isBroken = false;
    await sweep.now();
    await sweep.stop();
    expect([erased, failures.length]).toEqual([['second', 'first', 'second'], 1]);
  });

  it('knows no other examples', async () => {
    const reply = await server.person().post('/api/demos/ola');
    expect([reply.statusCode, reply.json().type]).toEqual([400, '/problems/invalidRequest']);
  });

  it('are copied no more often than a server can play them, and new boards are made all the same', async () => {
    const strict = await openTestServer({
      limits: { joinsPerMinute: 10, newBoardsPerMinute: 10, newDemosPerMinute: 1, newBoardsPerDay: 10_000 },
    });
    const person = strict.person();
    expect((await person.post('/api/demos/eirin')).statusCode).toBe(201);
    expect((await person.post('/api/demos/eirin')).statusCode).toBe(429);
    await person.makeBoard();
    await strict.close();
  });

  it('count with the new boards of the day, of which the next can be made when it is said', async () => {
    const strict = await openTestServer({
      limits: { joinsPerMinute: 10, newBoardsPerMinute: 10, newDemosPerMinute: 10, newBoardsPerDay: 2 },
    });
    onTestFinished(() => strict.close());
    const person = strict.person();
    const { api, boardId, joinSecret } = await person.makeBoard();
    expect((await person.post('/api/demos/eirin')).statusCode).toBe(201);
    const tooMany = [
      await strict.person().post('/api/demos/eirin'),
      await strict.person().post('/api/boards', { title: 'Duk', templateId: 'simple' }),
    ];
    for (const reply of tooMany) {
      expect([reply.statusCode, reply.json().type]).toEqual([429, '/problems/tooManyBoards']);
      expect(Number(reply.headers['retry-after'])).toBeGreaterThan(12 * 3_600 - 60);
      expect(reply.cookies).toEqual([]);
    }
    // The boards there are go on.
    await strict.person().join(boardId, joinSecret);
    expect((await person.get(`${api}/me`)).statusCode).toBe(200);

    strict.waitMs(12 * 3_600_000);
    await person.makeBoard();
  });
});
