import { afterEach, describe, expect, it } from 'vitest';
import { openTestServer, type TestServer } from '../testing/index.ts';
import { hashOf } from './secrets.ts';

describe('the session cookie', () => {
  let server: TestServer;
  afterEach(() => server.close());
  const newBoard = { title: 'Duk', templateId: 'simple' };

  it('is out of reach for scripts and other sites, and lasts 180 days', async () => {
    server = await openTestServer();
    const reply = await server.person().post('/api/boards', newBoard);
    expect(reply.cookies).toEqual([
      {
        name: 'duk',
        value: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/),
        path: '/',
        httpOnly: true,
        sameSite: 'Lax',
        maxAge: 180 * 24 * 60 * 60,
      },
    ]);
  });

  it('goes over https only, where people reach us by https', async () => {
    server = await openTestServer({ publicUrl: 'https://duk.example.no' });
    const reply = await server.person().post('/api/boards', newBoard);
    expect(reply.cookies).toMatchObject([{ name: 'duk', secure: true }]);
    expect(reply.json().leaderUrl).toMatch(/^https:\/\/duk\.example\.no\/duk\//);
  });

  it('stays the same for a browser that makes or joins more boards', async () => {
    server = await openTestServer();
    const leader = server.person();
    await leader.makeBoard();
    const first = leader.cookie;
    await leader.makeBoard();
    const other = await server.person().makeBoard();
    await leader.join(other.boardId, other.joinSecret);
    expect(leader.cookie).toBe(first);
  });

  it('is replaced when we did not make it, so that nobody can plant one', async () => {
    server = await openTestServer();
    const planted = 'P'.repeat(43);
    const person = server.person(planted);
    await person.makeBoard();
    expect(person.cookie).not.toBe(planted);
    expect((await server.person(planted).get('/api/boards')).json().boards).toEqual([]);
  });

  it('is stored as its hash alone', async () => {
    server = await openTestServer();
    const person = server.person();
    await person.makeBoard();
    const { cookie = '' } = person;
    expect(await server.storage.directory.hasSession(cookie, 0)).toBe(false);
    expect(await server.storage.directory.hasSession(hashOf(cookie), 0)).toBe(true);
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
