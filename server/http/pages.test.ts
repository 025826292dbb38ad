import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestServer, type TestServer } from '../testing/index.ts';

describe('the pages', () => {
  let server: TestServer;
  let clientDir: string;
  beforeAll(async () => {
    clientDir = await mkdtemp(join(tmpdir(), 'duken-client-'));
    await mkdir(join(clientDir, 'assets'));
    await writeFile(join(clientDir, 'index.html'), '<!doctype html><title>Duken</title>');
    await writeFile(join(clientDir, 'assets/main-abc123.js'), 'export {}');
    await writeFile(join(clientDir, 'assets/main-abc123.js.br'), 'brotli');
    await writeFile(join(clientDir, 'assets/main-abc123.js.gz'), 'gzip');
    await writeFile(join(clientDir, '.built-from'), 'stamp');
    server = await openTestServer({ clientDir });
  });
  afterAll(async () => {
    await server.close();
    await rm(clientDir, { recursive: true });
  });
  const open = (url: string, accept = 'text/html,*/*') => server.app.inject({ url, headers: { accept } });

  it.each(['/', '/duk/abc', '/duk/abc/plan/2', '/duk/abc?vis=liste'])(
    'is the client at %s, never cached',
    async (url) => {
      const reply = await open(url);
      expect([reply.statusCode, reply.body]).toEqual([200, expect.stringContaining('<title>Duken</title>')]);
      expect(reply.headers['cache-control']).toBe('no-cache');
      expect(reply.headers['content-security-policy']).toContain("default-src 'self'");
      expect(reply.headers['content-security-policy']).not.toMatch(/unsafe|wss?:/);
      expect(reply.headers['permissions-policy']).toContain('camera=()');
    },
  );

  it('are all that the client has, also for who reloads one or comes by a bookmark', async () => {
    const pages = await readFile(join(import.meta.dirname, '../../client/app/pages.tsx'), 'utf8');
    const paths = [...pages.matchAll(/'(\/[^']*)'/g)].map(([, path = '']) => path.replace('?', ''));
    expect(paths).toContain('/duk/:boardId/plan/:version');
    expect(paths).toContain('/uka');
    const statuses = await Promise.all(paths.map(async (path) => (await open(path.replaceAll(':', ''))).statusCode));
    expect(paths.filter((_, at) => statuses[at] !== 200)).toEqual([]);
  });

  it('keeps files with a hash in their name for good', async () => {
    const reply = await open('/assets/main-abc123.js', '*/*');
    expect(reply.statusCode).toBe(200);
    expect(reply.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  it.each([
    ['br, gzip', 'br', 'brotli'],
    ['gzip', 'gzip', 'gzip'],
    ['identity', undefined, 'export {}'],
  ])('sends what was compressed at the build to a browser that takes %s', async (accepted, encoding, body) => {
    const headers = { accept: '*/*', 'accept-encoding': accepted };
    const reply = await server.app.inject({ url: '/assets/main-abc123.js', headers });
    expect([reply.headers['content-encoding'], reply.body]).toEqual([encoding, body]);
    expect(reply.headers['content-type']).toContain('javascript');
    expect(reply.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(reply.headers.vary).toContain('accept-encoding');
  });

  it('shows the client, as 404, to a reader who is lost, and a problem to a program', async () => {
    expect(await open('/finnes-ikke')).toMatchObject({ statusCode: 404, body: expect.stringContaining('Duken') });
    for (const reply of [await open('/assets/gone.js', '*/*'), await open('/api/none'), await open('/sync')]) {
      expect([reply.statusCode, reply.json().type]).toEqual([404, '/problems/notFound']);
    }
  });

  it('serves nothing from outside its folder, and no hidden file', async () => {
    for (const url of ['/../package.json', '/%2e%2e/package.json', '/assets/..%2f..%2fetc/passwd', '/.built-from']) {
      const reply = await open(url, '*/*');
      expect([url, reply.statusCode]).not.toEqual([url, 200]);
    }
  });
});
