import { afterEach, describe, expect, it } from 'vitest';
import { openTestServer, type TestServer } from '../testing/index.ts';

describe('a change asked for by a page', () => {
  let server: TestServer;
  afterEach(() => server.close());

  const newBoardFrom = (headers: Record<string, string>) =>
    server.app.inject({ method: 'POST', url: '/api/boards', headers, payload: { title: 'Duk', templateId: 'simple' } });

  it('is done for our own pages and for programs, which send no Origin', async () => {
    server = await openTestServer();
    expect((await newBoardFrom({ host: 'duk.lokal', origin: 'http://duk.lokal' })).statusCode).toBe(201);
    expect((await newBoardFrom({ host: 'duk.lokal:3000', origin: 'http://duk.lokal:3000' })).statusCode).toBe(201);
    expect((await newBoardFrom({ host: 'duk.lokal' })).statusCode).toBe(201);
  });

  it.each(['http://evil.example', 'http://duk.lokal:3001', 'http://duk.lokal.evil.example', 'null', 'tull'])(
    'is refused for a page of another site: %s',
    async (origin) => {
      server = await openTestServer();
      const reply = await newBoardFrom({ host: 'duk.lokal:3000', origin });
      expect(reply.statusCode).toBe(403);
      expect(reply.json()).toMatchObject({ type: '/problems/foreignOrigin' });
      expect(reply.cookies).toEqual([]);
    },
  );

  it('is measured by the public address, where one is set', async () => {
    server = await openTestServer({ publicUrl: 'https://duk.example.no' });
    const own = { host: '127.0.0.1:3000', origin: 'https://duk.example.no' };
    expect((await newBoardFrom(own)).statusCode).toBe(201);
    expect((await newBoardFrom({ ...own, origin: 'http://127.0.0.1:3000' })).statusCode).toBe(403);
    expect((await newBoardFrom({ ...own, origin: 'http://duk.example.no' })).statusCode).toBe(403);
  });

  it('is refused for every kind of change, and reading is not', async () => {
    server = await openTestServer();
    const leader = server.person();
    const { api } = await leader.makeBoard();
    const headers = { origin: 'http://evil.example' };
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const) {
      const reply = await leader.ask({ method, url: `${api}/links`, headers, payload: { role: 'editor' } });
      expect([method, reply.statusCode]).toEqual([method, 403]);
    }
    expect((await leader.get(`${api}/links`)).json().links).toHaveLength(2);
    expect((await leader.ask({ method: 'GET', url: `${api}/me`, headers })).statusCode).toBe(200);
  });

  it('is refused before an upgrade too', async () => {
    server = await openTestServer();
    const leader = server.person();
    const { boardId } = await leader.makeBoard();
    const headers = { origin: 'http://evil.example', connection: 'upgrade', upgrade: 'websocket' };
    expect((await leader.ask({ method: 'GET', url: `/sync/${boardId}`, headers })).statusCode).toBe(403);
  });
});
