import { demoIds } from '@duken/shared/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
    expect(new URL(leaderUrl).pathname).toBe(`/duk/${boardId}`);
  });

  it('gives two people two boards', async () => {
    const [one, other] = [server.person(), server.person()];
    const first = (await one.post('/api/demos/eirin')).json();
    const second = (await other.post('/api/demos/eirin')).json();
    expect(first.boardId).not.toBe(second.boardId);
    expect((await other.get(`/api/boards/${first.boardId}/plans`)).statusCode).toBe(401);
  });

  it('knows no other examples', async () => {
    const reply = await server.person().post('/api/demos/ola');
    expect([reply.statusCode, reply.json().type]).toEqual([400, '/problems/invalidRequest']);
  });

  it('are copied no more often than a server can play them, and new boards are made all the same', async () => {
    const strict = await openTestServer({
      limits: { joinsPerMinute: 10, newBoardsPerMinute: 10, newDemosPerMinute: 1 },
    });
    const person = strict.person();
    expect((await person.post('/api/demos/eirin')).statusCode).toBe(201);
    expect((await person.post('/api/demos/eirin')).statusCode).toBe(429);
    await person.makeBoard();
    await strict.close();
  });
});
