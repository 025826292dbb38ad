import type { BoardId } from '@duken/shared/board';
import type { Result } from '@duken/shared/result';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { keysForTests } from '../../sealing/keysForTests.ts';
import { StorageUnavailable } from '../journal.ts';
import { openStorage } from '../openStorage.ts';
import { Cluster } from '../postgres/clusterForTests.ts';
import type { OpenStorageFailure, Storage } from '../storage.ts';
import { RedisServer } from './redisForTests.ts';

let cluster: Cluster;
let redis: RedisServer;
beforeAll(async () => {
  [cluster, redis] = await Promise.all([Cluster.start(), RedisServer.start()]);
});
afterAll(() => Promise.all([cluster.remove(), redis.remove()]));

let databaseUrl: string;
beforeEach(async () => {
  databaseUrl = await cluster.newDatabase();
});

const start = {
  joined: (redisUrl = redis.url) =>
    openStorage({ dataDir: '/nowhere', keys: keysForTests, databaseUrl, redisUrl, exclusive: true }),
  alone: () => openStorage({ dataDir: '/nowhere', keys: keysForTests, databaseUrl, exclusive: true }),
  tool: (redisUrl = redis.url) => openStorage({ dataDir: '/nowhere', keys: keysForTests, databaseUrl, redisUrl }),
};

async function opened(opening: Promise<Result<Storage, OpenStorageFailure>>): Promise<Storage> {
  const storage = await opening;
  if (!storage.ok) throw new Error(JSON.stringify(storage.failure));
  return storage.value;
}

const boardId = 'board' as BoardId;
const write = ({ journal }: Storage) => journal.append(new Map([[boardId, [Uint8Array.of(1)]]]));

/** Breaks the connections that hold the database for servers. */
async function breakLocks(): Promise<void> {
  await cluster.ask(
    databaseUrl,
    `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted`,
  );
}

describe('servers that Redis joins', () => {
  it('use one database together, and hear each other', async () => {
    const [one, other] = [await opened(start.joined()), await opened(start.joined())];
    const heard: number[] = [];
    await other.bus.subscribe('board/a', (message) => heard.push(...message)).ready;
    one.bus.publish('board/a', Uint8Array.of(1, 2, 3));
    await expect.poll(() => heard).toEqual([1, 2, 3]);
    await Promise.all([write(one), write(other)]);
    expect(await one.journal.heads([boardId])).toEqual(new Map([[boardId, 2]]));
    await one.close();
    await write(other);
    await other.close();
  });

  it('refuse to start beside one that is not joined, and do not keep it from its database', async () => {
    const lone = await opened(start.alone());
    const database = expect.stringMatching(/^the database duk_\d+ at/);
    expect(await start.joined()).toEqual({ ok: false, failure: { kind: 'databaseHeldAlone', database } });
    await write(lone);
    await lone.close();
    await (await opened(start.joined())).close();
  });

  it('let nobody start alone beside them, until the last of them has gone', async () => {
    const [one, other] = [await opened(start.joined()), await opened(start.joined())];
    expect(await start.alone()).toMatchObject({ ok: false, failure: { kind: 'databaseInUse' } });
    await one.close();
    expect(await start.alone()).toMatchObject({ ok: false, failure: { kind: 'databaseInUse' } });
    await other.close();
    await (await opened(start.alone())).close();
  });

  it('take their places again when their connections broke, and write nothing when a lone one was quicker', async () => {
    const [one, other] = [await opened(start.joined()), await opened(start.joined())];
    await breakLocks();
    await expect.poll(async () => (await cluster.ask(databaseUrl, holders)).length).toBe(0);
    await Promise.all([write(one), write(other)]);

    const quicker = start.alone();
    await expect.poll(() => cluster.ask(databaseUrl, waiters)).toHaveLength(1);
    await breakLocks();
    const lone = await opened(quicker);
    await expect(write(one)).rejects.toBeInstanceOf(StorageUnavailable);
    await lone.close();
    await write(one);
    await Promise.all([one.close(), other.close()]);
  });

  it('do not start without their Redis, and leave the database to others then', async () => {
    const nowhere = 'redis://:hemmelig@127.0.0.1:1';
    const refused = await start.joined(nowhere);
    expect(refused).toMatchObject({ ok: false, failure: { kind: 'redisRefused', redis: 'the Redis at 127.0.0.1:1' } });
    expect(JSON.stringify(refused)).not.toContain('hemmelig');
    await (await opened(start.alone())).close();
    // Who only looks needs nobody to talk to.
    await (await opened(start.tool(nowhere))).close();
  });

  it('let go of Redis when the database refuses', async () => {
    const lone = await opened(start.alone());
    await start.joined();
    await expect.poll(async () => (await redis.ask('CLIENT', 'LIST')).match(/name=duken/g)).toBeNull();
    await lone.close();
  });
});

const holders = `select pid from pg_locks where locktype = 'advisory' and granted
  and database = (select oid from pg_database where datname = current_database())`;
const waiters = `select pid from pg_locks where locktype = 'advisory' and not granted
  and database = (select oid from pg_database where datname = current_database())`;
