import { afterEach, describe, expect, it } from 'vitest';
import { openTestServer, type Person, type TestServer } from '../testing/index.ts';
import { hashOf } from './secrets.ts';

describe('the session cookie', () => {
  let server: TestServer;
  afterEach(() => server.close());
  const newBoard = { title: 'Duk', templateId: 'simple' };

  it('is out of reach for scripts and other sites, and lasts as long as browsers keep any', async () => {
    server = await openTestServer();
    const reply = await server.person().post('/api/boards', newBoard);
    expect(reply.cookies).toEqual([
      {
        name: 'duk',
        value: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/),
        path: '/',
        httpOnly: true,
        sameSite: 'Lax',
        maxAge: 400 * 24 * 60 * 60,
      },
    ]);
  });

  it('goes over https only, where people reach us by https', async () => {
    server = await openTestServer({ publicUrl: 'https://duk.example.no' });
    const reply = await server.person().post('/api/boards', newBoard);
    expect(reply.cookies).toMatchObject([{ name: '__Host-duk', secure: true, path: '/' }]);
    expect(reply.cookies[0]).not.toHaveProperty('domain');
    expect(reply.json().leaderUrl).toMatch(/^https:\/\/duk\.example\.no\/duk\//);
  });

  it('is another after each gain of access, with all that the browser had', async () => {
    server = await openTestServer();
    const leader = server.person();
    const own = await leader.makeBoard();
    const first = leader.cookie;
    const other = await server.person().makeBoard();
    await leader.join(other.boardId, other.joinSecret);
    expect(leader.cookie).not.toBe(first);
    expect((await leader.get('/api/boards')).json().boards).toHaveLength(2);
    const before = server.person(first);
    expect((await before.get(`${own.api}/me`)).json()).toMatchObject({ role: 'leader' });
    expect((await before.get(`${other.api}/me`)).statusCode).toBe(401);
  });

  it.each([
    ['that somebody made up', async () => 'P'.repeat(43)],
    [
      'of a session of their own',
      async (board: Awaited<ReturnType<Person['makeBoard']>>) => {
        const attacker = server.person();
        await attacker.join(board.boardId, board.joinSecret, 'Angriper');
        return attacker.cookie ?? '';
      },
    ],
  ])('gains nothing where it was planted, %s', async (_, plant) => {
    server = await openTestServer();
    const board = await server.person().makeBoard();
    const planted = await plant(board);
    const attacker = server.person(planted);
    const boardsBefore = (await attacker.get('/api/boards')).json();
    const victim = server.person(planted);
    const mine = await victim.makeBoard({ title: 'Planen til Sander', templateId: 'simple' });
    await victim.join(board.boardId, board.leaderSecret, 'Mor');
    expect(victim.cookie).not.toBe(planted);
    expect((await attacker.get('/api/boards')).json()).toEqual(boardsBefore);
    expect((await attacker.get(`${mine.api}/me`)).statusCode).toBe(401);
    expect((await attacker.get(`${board.api}/links`)).statusCode).not.toBe(200);
  });

  it('is not let in by the lobby together with the victim whose name it waited under', async () => {
    server = await openTestServer();
    const leader = server.person();
    const board = await leader.makeBoard();
    const link = await leader.post(`${board.api}/links`, { role: 'editor', lobby: true });
    const secret = new URL(link.json().url).hash.slice(1);
    const attacker = server.person();
    await attacker.join(board.boardId, secret, 'Mor');
    const victim = server.person(attacker.cookie ?? '');
    const participantId = await victim.join(board.boardId, secret, 'Mor');
    const admitted = await leader.post(`${board.api}/participants/${participantId}/admit`, { voice: 'family' });
    expect(admitted.statusCode).toBe(200);
    expect((await victim.get(`${board.api}/me`)).json()).toMatchObject({ state: 'in' });
    expect((await attacker.get(`${board.api}/me`)).statusCode).toBe(401);
  });

  it('is not taken from a browser by a link that is refused', async () => {
    server = await openTestServer();
    const guest = server.person();
    const { api } = await server.person().makeBoard();
    const reply = await guest.post(`${api}/join`, { secret: 'feil', name: 'Kari' });
    expect([reply.statusCode, reply.cookies]).toEqual([403, []]);
  });

  it('is stored as its hash alone', async () => {
    server = await openTestServer();
    const person = server.person();
    await person.makeBoard();
    const { cookie = '' } = person;
    expect(await server.storage.directory.listSeats(cookie, 0)).toEqual([]);
    expect(await server.storage.directory.listSeats(hashOf(cookie), 0)).toHaveLength(1);
  });

  it('lets nobody in by being odd', async () => {
    server = await openTestServer();
    const { api } = await server.person().makeBoard();
    for (const cookie of ['', 'x', '%00', '"', 'a;b', '../..', `' or 1=1 --`, 'æøå'.repeat(500)]) {
      const reply = await server.app.inject({
        url: `${api}/me`,
        headers: { cookie: `duk=${encodeURIComponent(cookie)}; duk=${cookie.replace(/[^ -~]/g, '')}` },
      });
      expect([cookie, reply.statusCode]).toEqual([cookie, 401]);
    }
  });
});
