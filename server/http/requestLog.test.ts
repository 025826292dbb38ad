import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { StorageUnavailable } from '../storage/index.ts';
import { openTestServer, type TestServer } from '../testing/index.ts';

describe.each(['info', 'debug'] as const)('the log at level %s', (logLevel) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openTestServer({ logLevel });
  });
  afterAll(() => server.close());

  it('has a line for each answer: method, route, status, milliseconds and ids', async () => {
    const leader = server.person();
    const { boardId, api } = await leader.makeBoard();
    await leader.get(`${api}/me`);
    const lines = server.logLines.map((line) => JSON.parse(line));
    expect(lines.at(-1)).toMatchObject({
      method: 'GET',
      route: '/api/boards/:boardId/me',
      status: 200,
      ms: expect.any(Number),
      boardId,
      reqId: expect.any(String),
    });
  });

  it('holds no secret, cookie, name, title or query, whatever is asked', async () => {
    const leader = server.person();
    const board = await leader.makeBoard({ title: 'Hemmelig tittel', templateId: 'simple', name: 'Hemmelig leder' });
    const editor = server.person();
    await editor.join(board.boardId, board.joinSecret, 'Hemmelig navn');
    await editor.post(`${board.api}/join`, { secret: 'hemmelig-feil', name: 'Hemmelig navn' });
    await editor.post(`${board.api}/join`, { secret: 7, name: 'Hemmelig navn' });
    await leader.post(`${board.api}/meetings`, { date: '2026-11-22', present: [{ name: 'Hemmelig mormor' }] });
    await leader.post(`${board.api}/meetings`, { date: 'Hemmelig dag', present: [{ name: '' }] });
    await leader.get(`/api/boards?q=Hemmelig#${board.leaderSecret}`);
    await leader.get(`/hemmelig-side?secret=${board.joinSecret}`);
    await leader.get('/api/boards/hemmelig%20id/me');
    const broken = { method: 'POST', url: '/api/boards', headers: { 'content-type': 'application/json' } } as const;
    await server.app.inject({ ...broken, payload: '{"title": Hemmelig' });

    const log = server.logLines.join('');
    expect(server.logLines.length).toBeGreaterThan(8);
    expect(log).not.toMatch(/hemmelig/i);
    for (const secret of [board.leaderSecret, board.joinSecret, leader.cookie, editor.cookie]) {
      expect(secret).toMatch(/^[\w-]{43}$/);
      expect(log).not.toContain(secret);
    }
  });
});

describe('what is asked every few seconds for ever', () => {
  let server: TestServer;
  afterEach(() => server.close());

  /** The log's lines of answers when somebody looks at an address, and then at one that is none. */
  async function look(method: 'GET' | 'HEAD', url: string) {
    await server.app.inject({ method, url });
    await server.app.inject('/none');
    const answered = () => server.logLines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'answered');
    await expect.poll(() => answered().at(-1)).toMatchObject({ route: '(none)', status: 404 });
    return answered().slice(0, -1);
  }

  const routes = ['/healthz', '/readyz', '/metrics'];
  const looks = routes.flatMap((route) => (['GET', 'HEAD'] as const).map((method) => ({ method, route })));

  it.each(looks)('leaves no line: $method $route', async ({ method, route }) => {
    server = await openTestServer();
    expect(await look(method, route)).toEqual([]);
  });

  it.each(looks)('leaves one for those who follow everything: $method $route', async ({ method, route }) => {
    server = await openTestServer({ logLevel: 'debug' });
    expect(await look(method, route)).toMatchObject([{ level: 20, method, route, status: 200 }]);
  });

  it('leaves one when the answer is a failure', async () => {
    server = await openTestServer();
    server.storage.check = () => Promise.reject(new StorageUnavailable('SQLite refused', { cause: new Error('full') }));
    expect(await look('GET', '/readyz')).toMatchObject([{ level: 30, route: '/readyz', status: 503 }]);
  });
});
