import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { BoardId } from '@duken/shared/board';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStorage, type Storage, type StorageSettings } from './storage/index.ts';
import { Cluster } from './storage/postgres/clusterForTests.ts';
import { RedisServer } from './storage/redis/redisForTests.ts';
import { originOf, startServerProcess } from './testing/index.ts';
import { Visitor } from './testing/visitor.ts';

type Settings = Readonly<Record<string, string>>;

/** More than are wrapped anew in one go. */
const manyCases = 250;
/** Of the second go: who comes to it is held until they are killed. */
const heldCase = 'case-0150';

let folder: string;
let cluster: Cluster;
let redis: RedisServer;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'duken-rotation-'));
  [cluster, redis] = await Promise.all([Cluster.start(), RedisServer.start()]);
});
afterAll(async () => {
  await Promise.all([cluster.remove(), redis.remove()]);
  rmSync(folder, { recursive: true });
});

function start(args: readonly string[], settings: Settings): ChildProcess {
  return spawn(process.execPath, [join(import.meta.dirname, 'duk.ts'), ...args], { env: settings, stdio: 'ignore' });
}

function duk(args: readonly string[], env: Settings): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [join(import.meta.dirname, 'duk.ts'), ...args], { env }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, said: out + err }),
    );
  });
}

async function opened(settings: StorageSettings): Promise<Storage> {
  const storage = await openStorage(settings);
  if (!storage.ok) throw new Error(JSON.stringify(storage.failure));
  return storage.value;
}

/**
 * Kills the change of the key with no warning, when some keys are wrapped anew and others are not.
 * @param hold lets nobody past the held case, until what it gives is called
 */
async function killInTheMiddle(
  settings: Settings,
  { keyring: { store } }: Storage,
  hold: () => Promise<() => Promise<unknown>>,
): Promise<void> {
  const [own] = await store.find(['']);
  const letGo = await hold();
  const rotating = start(['key', 'rotate'], settings);
  const ended = once(rotating, 'exit');
  // They go in the order of their ids.
  for (;;) {
    await nextTurn();
    const [first] = await store.find(['case-0000']);
    if (first?.wrapped?.by !== own?.wrapped?.by) break;
    if (rotating.exitCode !== null) throw new Error('it ended before it could be killed');
  }
  rotating.kill('SIGKILL');
  expect(await ended).toEqual([null, 'SIGKILL']);
  await letGo();
  expect(await store.wrappers()).toHaveLength(2);
}

async function makeManyKeys({ keyring }: Storage): Promise<void> {
  await keyring.toSeal(Array.from({ length: manyCases }, (_, at) => `case-${String(at).padStart(4, '0')}`));
}

async function newCase(origin: string, title: string): Promise<Visitor> {
  return (await Visitor.leading(origin, '/api/boards', { title, templateId: 'simple' })).leader;
}

/** What a server that has nothing in memory reads of all cases. */
async function titlesAt(origin: string, cases: readonly Visitor[]): Promise<string[]> {
  return Promise.all(
    cases.map(async ({ boardId, token }) => {
      const there = new Visitor(origin, boardId as BoardId, token);
      return (await there.get<{ title: string }>('/me')).title;
    }),
  );
}

describe('changing the installation’s key while people write', { timeout: 180_000 }, () => {
  it('may be killed in the middle, and leaves the old key to nobody when it is done', async () => {
    const dataDir = join(folder, 'data');
    const keyFile = `${dataDir}.keys/installation.key`;
    const settings = { PORT: '0', DUK_DATA_DIR: dataDir };
    const server = startServerProcess(settings);
    const origin = await originOf(server);
    const cases = [await newCase(origin, 'Den første')];
    const storage = await opened({ dataDir });
    await makeManyKeys(storage);
    const old = readFileSync(keyFile, 'utf8').trim();

    const keys = new DatabaseSync(join(`${dataDir}.keys`, 'keys.db'), { timeout: 60_000 });
    await killInTheMiddle(settings, storage, async () => {
      keys.exec(`create trigger held before update on wrapped_keys when old.case_id = '${heldCase}' begin
        select count(*) from wrapped_keys a, wrapped_keys b, wrapped_keys c, wrapped_keys d, wrapped_keys e; end`);
      return async () => keys.exec('drop trigger held');
    });
    keys.close();
    expect(readFileSync(keyFile, 'utf8').split('\n')).toEqual([expect.not.stringMatching(old), old, '']);
    cases.push(await newCase(origin, 'Midt i'));
    server.child.kill('SIGKILL');
    await server.ended;
    // As it was left, a start opens every case, and makes new ones.
    const second = startServerProcess(settings);
    const secondOrigin = await originOf(second);
    expect(await titlesAt(secondOrigin, cases)).toEqual(['Den første', 'Midt i']);

    const rotated = await duk(['key', 'rotate'], settings);
    expect(rotated).toMatchObject({ code: 0, said: expect.stringContaining('holds the new key alone') });
    cases.push(await newCase(secondOrigin, 'Etterpå'));
    expect(readFileSync(keyFile, 'utf8')).not.toContain(old);
    expect(await storage.keyring.store.wrappers()).toHaveLength(1);
    await storage.close();
    second.child.kill('SIGTERM');
    await second.ended;
    const third = startServerProcess(settings);
    expect(await titlesAt(await originOf(third), cases)).toEqual(['Den første', 'Midt i', 'Etterpå']);
    third.child.kill('SIGTERM');
    await third.ended;
    const late = startServerProcess({ ...settings, DUK_KEY: old });
    expect(await late.ended).toBe(1);
    expect(late.said.err).toMatch(/^Cannot start: .* is sealed with another key than this\. .*\n$/);
  });

  it('is done beside several servers of one PostgreSQL, each with a file of its own', async () => {
    const databaseUrl = await cluster.newDatabase();
    const [oneFile, otherFile] = [join(folder, 'one.key'), join(folder, 'other.key')];
    const settings = { PORT: '0', DUK_DATABASE_URL: databaseUrl, DUK_REDIS_URL: redis.url };
    const one = startServerProcess({ ...settings, DUK_KEY_FILE: oneFile });
    const origin = await originOf(one);
    copyFileSync(oneFile, otherFile);
    const other = startServerProcess({ ...settings, DUK_KEY_FILE: otherFile });
    const otherOrigin = await originOf(other);
    const cases = [await newCase(origin, 'Den første'), await newCase(otherOrigin, 'Den andre')];
    const storage = await opened({ dataDir: join(folder, 'none'), databaseUrl, keys: { keyFile: oneFile } });
    await makeManyKeys(storage);
    const operator = { ...settings, DUK_KEY_FILE: oneFile };

    expect(await duk(['key', 'rotate'], operator)).toMatchObject({
      code: 2,
      said: expect.stringContaining('run duk key add'),
    });
    expect(await duk(['key', 'add'], operator)).toMatchObject({ code: 0 });
    copyFileSync(oneFile, otherFile);
    const client = new pg.Client(databaseUrl);
    await client.connect();
    await killInTheMiddle(operator, storage, async () => {
      await client.query(`begin; select from wrapped_keys where case_id = '${heldCase}' for update`);
      return () => client.query('rollback');
    });
    await client.end();
    cases.push(await newCase(origin, 'Midt i'), await newCase(otherOrigin, 'Midt i hos den andre'));
    expect(await duk(['key', 'rotate'], operator)).toMatchObject({ code: 0 });
    copyFileSync(oneFile, otherFile);
    cases.push(await newCase(otherOrigin, 'Etterpå'));
    expect(await storage.keyring.store.wrappers()).toHaveLength(1);
    await storage.close();
    const titles = ['Den første', 'Den andre', 'Midt i', 'Midt i hos den andre', 'Etterpå'];
    expect(await titlesAt(origin, cases)).toEqual(titles);
    const fresh = startServerProcess({ ...settings, DUK_KEY_FILE: otherFile });
    expect(await titlesAt(await originOf(fresh), cases)).toEqual(titles);
  });
});
