import type { BoardId } from '@duken/shared/board';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SealBroken } from '../sealing/index.ts';
import { JournalUnreadable, StorageUnavailable } from '../storage/index.ts';
import { openTestServer, type TestServer } from '../testing/index.ts';

describe('what goes wrong', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openTestServer();
  });
  afterAll(() => server.close());

  it('names each field at fault by JSON pointer, and says what it must be', async () => {
    const reply = await server.person().post('/api/boards', { title: 'x'.repeat(121), templateId: 'rund' });
    expect(reply.statusCode).toBe(400);
    expect(reply.headers['content-type']).toContain('application/problem+json');
    expect(reply.json()).toEqual({
      type: '/problems/invalidRequest',
      title: 'Noe mangler eller er feil',
      status: 400,
      detail: expect.stringContaining('Rett opp'),
      errors: [
        { pointer: '/title', detail: 'Kan ha høyst 120 tegn.' },
        { pointer: '/templateId', detail: 'Må være en av: lorenskog, simple.' },
      ],
    });
  });

  it.each([
    ['no JSON at all', '{"title":', 400, 'invalidRequest'],
    ['nothing', '', 400, 'invalidRequest'],
    ['a list', '[]', 400, 'invalidRequest'],
    ['a prototype', '{"__proto__":{"title":"x"}}', 400, 'invalidRequest'],
    ['too much', JSON.stringify({ title: 'x'.repeat(70_000) }), 413, 'requestTooLarge'],
  ])('answers a body that is %s with a problem', async (_, payload, status, kind) => {
    const headers = { 'content-type': 'application/json' };
    const reply = await server.app.inject({ method: 'POST', url: '/api/boards', headers, payload });
    expect([reply.statusCode, reply.json().type]).toEqual([status, `/problems/${kind}`]);
  });

  it.each(['text/xml', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'takes JSON and not %s',
    async (type) => {
      const headers = { 'content-type': type };
      const reply = await server.app.inject({ method: 'POST', url: '/api/boards', headers, payload: 'title=x' });
      expect([reply.statusCode, reply.json().type]).toEqual([415, '/problems/wrongMediaType']);
    },
  );

  it.each(['/api', '/api/none', '/api/boards/x/none', '/none', '/api/boards/x%', `/api/boards/${'x'.repeat(500)}/me`])(
    'answers an address that is none with a problem: %s',
    async (url) => {
      const reply = await server.app.inject({ url });
      expect(reply.headers['content-type']).toContain('application/problem+json');
      expect([400, 404]).toContain(reply.statusCode);
      expect(reply.json()).toMatchObject({ status: reply.statusCode, detail: expect.any(String) });
    },
  );

  it('says 503 and that nothing is changed when storage refuses, and tells only the log why', async () => {
    const own = await openTestServer();
    const refusal = new StorageUnavailable('SQLite refused', { cause: new Error('disk I/O error') });
    own.storage.directory.createBoard = () => Promise.reject(refusal);
    own.storage.check = () => Promise.reject(refusal);
    const reply = await own.person().post('/api/boards', { title: 'Duk', templateId: 'simple' });
    expect([reply.statusCode, reply.json().type]).toEqual([503, '/problems/storageUnavailable']);
    expect(reply.headers['retry-after']).toBe('5');
    expect(reply.body).not.toContain('disk');
    expect(own.logLines.join('')).toContain('disk I/O error');
    expect((await own.person().get('/readyz')).statusCode).toBe(503);
    expect((await own.person().get('/healthz')).statusCode).toBe(200);
    await own.close();
  });

  it('says which duk is damaged to the log, and to people whom to ask', async () => {
    const own = await openTestServer();
    own.storage.directory.createBoard = () => Promise.reject(new JournalUnreadable('b1' as BoardId, 7, 'was altered'));
    const reply = await own.person().post('/api/boards', { title: 'Duk', templateId: 'simple' });
    expect([reply.statusCode, reply.json().type]).toEqual([500, '/problems/boardDamaged']);
    expect(JSON.parse(own.logLines.find((line) => line.includes('cannot be read')) ?? '')).toMatchObject({
      documentId: 'b1',
      position: 7,
    });
    await own.close();
  });

  it('says that a duk is damaged when what is sealed of it cannot be opened', async () => {
    const own = await openTestServer();
    own.storage.directory.createBoard = () => Promise.reject(new SealBroken('boards.title', 'was altered'));
    const reply = await own.person().post('/api/boards', { title: 'Duk', templateId: 'simple' });
    expect([reply.statusCode, reply.json().type]).toEqual([500, '/problems/boardDamaged']);
    expect(own.logLines.join('')).toContain('boards.title was altered');
    await own.close();
  });

  it('says 500 to a fault of ours, with the stack in the log and nothing of it in the answer', async () => {
    const own = await openTestServer();
    own.storage.directory.createBoard = () => Promise.reject(new TypeError('a fault in our insides'));
    const reply = await own.person().post('/api/boards', { title: 'Duk', templateId: 'simple' });
    expect([reply.statusCode, reply.json().type]).toEqual([500, '/problems/internalError']);
    expect(reply.body).not.toContain('insides');
    expect(own.logLines.join('')).toContain('errorHandler.test.ts');
    await own.close();
  });
});
