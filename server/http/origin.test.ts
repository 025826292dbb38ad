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

  it.each([
    'http://evil.example',
    'https://duk.lokal:3000',
    'http://user@duk.lokal:3000',
    'moz-extension://duk.lokal:3000',
    'http://duk.lokal:3001',
    'http://duk.lokal.evil.example',
    'null',
    'tull',
  ])('is refused for a page of another site: %s', async (origin) => {
    server = await openTestServer();
    const reply = await newBoardFrom({ host: 'duk.lokal:3000', origin });
    expect(reply.statusCode).toBe(403);
    expect(reply.json()).toMatchObject({ type: '/problems/foreignOrigin' });
    expect(reply.cookies).toEqual([]);
  });

  it('is refused where the browser says that another site asks, whatever the Origin', async () => {
    server = await openTestServer();
    const own = { host: 'duk.lokal', origin: 'http://duk.lokal' };
    expect((await newBoardFrom({ ...own, 'sec-fetch-site': 'same-origin' })).statusCode).toBe(201);
    for (const site of ['cross-site', 'same-site']) {
      expect((await newBoardFrom({ host: 'duk.lokal', 'sec-fetch-site': site })).statusCode).toBe(403);
    }
  });

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

describe('a request for a name', () => {
  let server: TestServer;
  afterEach(() => server.close());
  const pageAt = async (host: string, url = '/api/boards') =>
    (await server.app.inject({ method: 'GET', url, headers: { host } })).statusCode;

  it('is answered where the name is ours: as set, public, local, or in numbers', async () => {
    server = await openTestServer({ publicUrl: 'https://duk.example.no', hosts: ['duk-1'] });
    for (const host of [
      'duk.example.no',
      'DUK-1:3000',
      'localhost:3000',
      'a.localhost',
      '127.0.0.1:3000',
      '[::1]:3000',
      '10.0.0.7',
    ])
      expect([host, await pageAt(host)]).toEqual([host, 200]);
  });

  it('is refused where somebody has their own name point here', async () => {
    server = await openTestServer({ publicUrl: 'https://duk.example.no', hosts: ['duk-1'] });
    for (const host of [
      'evil.example',
      'duk.example.no.evil.example',
      'localhost.evil.example',
      '127.0.0.1.evil.example',
    ])
      expect([host, await pageAt(host)]).toEqual([host, 421]);
  });

  it('is answered under any name for those on call', async () => {
    server = await openTestServer();
    for (const url of ['/healthz', '/readyz', '/metrics'])
      expect([url, await pageAt('pod-7', url)]).toEqual([url, 200]);
  });
});

describe('an answer', () => {
  let server: TestServer;
  afterEach(() => server.close());

  it('is kept by no cache, however its address is written', async () => {
    server = await openTestServer();
    const leader = server.person();
    const { boardId } = await leader.makeBoard();
    for (const url of [`/%61pi/boards/${boardId}/me`, `http://duk.lokal/api/boards/${boardId}/me`, '/nowhere']) {
      const reply = await leader.ask({ method: 'GET', url, headers: { host: 'duk.lokal' } });
      expect([url, reply.headers['cache-control']]).toEqual([url, 'no-store']);
    }
  });
});
