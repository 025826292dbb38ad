import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { originOf, startServerProcess } from './testing/index.ts';

describe('starting and stopping the server', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'duken-main-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const start = (settings: Record<string, string> = {}) =>
    startServerProcess({ DUK_DATA_DIR: join(folder, 'data'), PORT: '0', ...settings });

  async function started(settings?: Record<string, string>) {
    const server = start(settings);
    return { ...server, origin: await originOf(server) };
  }

  it('says in one line where it is, and serves there', async () => {
    const { said, origin, child, ended } = await started();
    expect(said.out).toMatch(/^Duken er klar på http:\/\/localhost:\d+\n$/);
    expect((await fetch(`${origin}/readyz`)).status).toBe(200);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'closes sockets with 1001 at %s and holds what it held when started again',
    async (signal) => {
      const first = await started();
      const made = await fetch(`${first.origin}/api/boards`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ title: 'Duk', templateId: 'simple' }),
      });
      const cookie = made.headers.get('set-cookie')?.split(';')[0] ?? '';
      const { boardId } = (await made.json()) as { boardId: string };
      const news = await fetch(`${first.origin}/api/boards/${boardId}/events`, { headers: { cookie } });
      const socket = new WebSocket(`${first.origin.replace('http', 'ws')}/sync/${boardId}`, { headers: { cookie } });
      await once(socket, 'open');

      const closed = once(socket, 'close');
      first.child.kill(signal);
      expect((await closed)[0]).toBe(1001);
      await news.text(); // ends
      expect(await first.ended).toBe(0);

      const second = await started();
      const me = await fetch(`${second.origin}/api/boards/${boardId}/me`, { headers: { cookie } });
      expect(await me.json()).toMatchObject({ role: 'leader', title: 'Duk' });
      second.child.kill('SIGTERM');
      expect(await second.ended).toBe(0);
    },
  );

  async function refusal(settings: Record<string, string>): Promise<string> {
    const { said, ended } = start(settings);
    expect(await ended).toBe(1);
    expect(said.out).toBe('');
    return said.err;
  }

  it('ends with one line at a setting that cannot be used', async () => {
    expect(await refusal({ PORT: 'åtti' })).toBe('Cannot start: PORT must be a port from 0 to 65535.\n');
    expect(await refusal({ DUK_DATABASE_URL: 'mysql://duk:hemmelig@localhost/duk' })).toMatch(
      /^Cannot start: DUK_DATABASE_URL must be a PostgreSQL address((?!hemmelig).)*\n$/,
    );
    expect(await refusal({ DUK_REDIS_URL: 'redis://localhost' })).toMatch(
      /^Cannot start: DUK_REDIS_URL must go with DUK_DATABASE_URL.*\n$/,
    );
  });

  it('ends with one line at a provider to sign in by that cannot be used, without its secret', async () => {
    const file = join(folder, 'providers.json');
    const provider = { id: 'entra', label: 'Entra ID', issuer: 'http://login.example.no', clientId: 'duken' };
    await writeFile(file, JSON.stringify([{ ...provider, clientSecret: 'hemmelig', mayLead: 'everybody' }]));
    expect(await refusal({ DUK_LOGIN_PROVIDERS: file })).toMatch(
      /^Cannot start: the providers of DUK_LOGIN_PROVIDERS cannot be used\. ((?!hemmelig).)*provider entra: issuer must be an https:((?!hemmelig).)*\n$/,
    );
  });

  it('ends with one line at a database that is not there, without the password', async () => {
    expect(await refusal({ DUK_DATABASE_URL: 'postgres://duk:hemmelig@127.0.0.1:1/duk' })).toMatch(
      /^Cannot start: the database duk at 127\.0\.0\.1:1 cannot be used ((?!hemmelig).)*DUK_DATABASE_URL((?!hemmelig).)*\n$/,
    );
  });

  it('ends with one line at a Redis that is not there, without the password', async () => {
    const DUK_DATABASE_URL = 'postgres://duk:hemmelig@127.0.0.1:1/duk';
    expect(await refusal({ DUK_DATABASE_URL, DUK_REDIS_URL: 'redis://:hemmelig@127.0.0.1:1' })).toMatch(
      /^Cannot start: the Redis at 127\.0\.0\.1:1 cannot be used ((?!hemmelig).)*DUK_REDIS_URL((?!hemmelig).)*\n$/,
    );
  });

  it('ends with one line at a data folder that cannot be written to', async () => {
    const file = join(folder, 'a-file');
    await writeFile(file, '');
    const line = await refusal({ DUK_DATA_DIR: file });
    expect(line).toMatch(/^Cannot start: the data folder .* cannot be written to .*DUK_DATA_DIR.*\n$/);
    expect(line).toContain(file);
  });

  it('ends with one line at a data folder that another server is using, and not after that one was killed', async () => {
    const first = await started();
    expect(await refusal({})).toMatch(/^Cannot start: another server is using the data folder .*DUK_DATA_DIR.*\n$/);
    first.child.kill('SIGKILL');
    await first.ended;
    expect((await started()).said.out).toContain('Duken er klar');
  });

  it('ends with one line at a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    expect(await refusal({ PORT: String(port) })).toBe(
      `Cannot start: port ${port} on 127.0.0.1 is taken. Stop what uses it, or set PORT to another port.\n`,
    );
    other.close();
  });
});
