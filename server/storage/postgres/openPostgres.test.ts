import type { BoardId } from '@duken/shared/board';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keysForTests } from '../../sealing/keysForTests.ts';
import { type Batch, endOf, StorageUnavailable, updatesIn } from '../journal.ts';
import { openStorage } from '../openStorage.ts';
import type { Storage } from '../storage.ts';
import { storageContract } from '../storageContract.ts';
import { Cluster } from './clusterForTests.ts';
import { PostgresPool } from './postgresPool.ts';

let cluster: Cluster;
beforeAll(async () => {
  cluster = await Cluster.start();
});
afterAll(() => cluster.remove());

async function open(databaseUrl: string, exclusive = false): Promise<Storage> {
  const storage = await openStorage({ dataDir: '/nowhere', keys: keysForTests, databaseUrl, exclusive });
  if (!storage.ok) throw new Error(JSON.stringify(storage.failure));
  return storage.value;
}

const boardId = 'board' as BoardId;
const batch = (id: string, ...values: number[]): Batch => new Map([[id as BoardId, [Uint8Array.from(values)]]]);

// First, while there is little to write out and to recover.
describe('a PostgreSQL that goes away and comes back', () => {
  it.each(['properly', 'at once'] as const)(
    'keeps what was appended when it is stopped %s, refuses meanwhile, and goes on after',
    async (how) => {
      const storage = await open(await cluster.newDatabase(), true);
      await storage.journal.append(batch('board', 1));
      await cluster.stop(how);
      await expect(storage.check()).rejects.toBeInstanceOf(StorageUnavailable);
      await expect(storage.journal.append(batch('board', 2))).rejects.toBeInstanceOf(StorageUnavailable);
      await expect(storage.journal.compact(boardId, Uint8Array.of(2), 1)).rejects.toBeInstanceOf(StorageUnavailable);
      await cluster.startAgain();
      await storage.journal.append(batch('board', 3));
      const updates = updatesIn(await storage.journal.read(boardId));
      expect(updates.map((update) => [...update])).toEqual([[1], [3]]);
      await storage.close();
    },
  );

  it('is not used any more by a server whose place another has taken meanwhile', async () => {
    const databaseUrl = await cluster.newDatabase();
    const first = await open(databaseUrl, true);
    // The connection that holds the lock breaks, and somebody else is quicker.
    const second = await takeOver(databaseUrl);
    await expect(first.journal.append(batch('board', 1))).rejects.toBeInstanceOf(StorageUnavailable);
    await second.close();
    await first.journal.append(batch('board', 2));
    expect(endOf(await first.journal.read(boardId))).toBe(1);
    await first.close();
  });
});

/** Breaks the connections that hold locks until another server has got in. */
async function takeOver(databaseUrl: string): Promise<Storage> {
  const opened = open(databaseUrl, true);
  await expect
    .poll(() => cluster.ask(databaseUrl, `select pid from pg_locks where locktype = 'advisory' and not granted`))
    .toHaveLength(1);
  await cluster.ask(
    databaseUrl,
    `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted`,
  );
  return opened;
}

storageContract('PostgreSQL', async () => {
  const url = await cluster.newSchema();
  return {
    open: () => open(url),
    remove: async () => undefined, // Goes with the cluster.
  };
});

describe('several who write to one PostgreSQL', () => {
  it('give each board one order without holes, and never wait for each other in a circle', async () => {
    const url = await cluster.newSchema();
    const writers = await Promise.all([1, 2, 3].map(() => open(url)));
    const boards = ['a', 'b', 'c'];
    const rounds = 30;
    await Promise.all(
      writers.map(async ({ journal }, writer) => {
        // Each names the boards in an order of its own.
        const order = [...boards.slice(writer), ...boards.slice(0, writer)];
        for (let round = 0; round < rounds; round++) {
          const halves = [Uint8Array.of(writer, round, 0), Uint8Array.of(writer, round, 1)];
          await journal.append(new Map(order.map((id) => [id as BoardId, halves])));
          if (round % 10 === 9) await journal.compact('a' as BoardId, Uint8Array.of(99), round);
        }
      }),
    );
    for (const id of ['b', 'c'] as BoardId[]) {
      const entries = await (writers[0] as Storage).journal.read(id);
      expect(entries.map(({ position }) => position)).toEqual(entries.map((_, index) => index + 1));
      expect(entries).toHaveLength(writers.length * rounds);
      const updates = updatesIn(entries);
      for (const [writer] of writers.entries()) {
        const own = updates.filter(([by]) => by === writer).map(([, round = 0, half = 0]) => round * 2 + half);
        expect(own).toEqual(Array.from({ length: rounds * 2 }, (_, index) => index));
      }
    }
    expect(endOf(await (writers[0] as Storage).journal.read('a' as BoardId))).toBe(writers.length * rounds);
    for (const writer of writers) await writer.close();
  });

  it('can start at once on an empty database', async () => {
    const url = await cluster.newSchema();
    for (const storage of await Promise.all([1, 2, 3, 4].map(() => open(url)))) {
      await storage.check();
      await storage.close();
    }
  });
});

describe('opening a PostgreSQL database', () => {
  it('gives it to one server at a time, and to those who only look beside it', async () => {
    const databaseUrl = await cluster.newDatabase();
    const server = await open(databaseUrl, true);
    expect(await openStorage({ dataDir: '/nowhere', keys: keysForTests, databaseUrl, exclusive: true })).toMatchObject({
      ok: false,
      failure: { kind: 'databaseInUse', database: expect.stringMatching(/^the database duk_\d+ at 127\.0\.0\.1:\d+$/) },
    });
    await (await open(databaseUrl)).close();
    await server.close();
    await (await open(databaseUrl, true)).close();
  });

  it('says why it cannot be used, and never the password', async () => {
    const missing = (await cluster.newDatabase()).replace('duk@', 'duk:hemmelig@').replace(/\/duk_\d+$/, '/nothing');
    const nobody = 'postgres://duk:hemmelig@127.0.0.1:1/duk';
    for (const [databaseUrl, reason] of [
      [missing, 'database "nothing" does not exist'],
      [nobody, 'ECONNREFUSED'],
    ] as const) {
      const opened = await openStorage({ dataDir: '/nowhere', keys: keysForTests, databaseUrl });
      expect(opened).toMatchObject({
        ok: false,
        failure: { kind: 'databaseRefused', reason: expect.stringContaining(reason) },
      });
      expect(JSON.stringify(opened)).not.toContain('hemmelig');
    }
  });

  it('does not touch a database that a newer version made', async () => {
    const databaseUrl = await cluster.newSchema();
    await (await open(databaseUrl)).close();
    await cluster.ask(databaseUrl, 'update migrations set done = 999');
    expect(await openStorage({ dataDir: '/nowhere', keys: keysForTests, databaseUrl })).toMatchObject({
      ok: false,
      failure: { kind: 'databaseTooNew', found: 999 },
    });
    expect(await cluster.ask(databaseUrl, 'select done::int from migrations')).toEqual([{ done: 999 }]);
  });

  it('waits for the disk at every commit, also where the database is set not to', async () => {
    const databaseUrl = await cluster.newDatabase();
    await cluster.ask(
      databaseUrl,
      `alter role duk in database ${databaseUrl.split('/').at(-1)} set synchronous_commit = off`,
    );
    const storage = await open(databaseUrl);
    await cluster.ask(
      databaseUrl,
      `create table seen (setting text);
       create function see() returns trigger language plpgsql as $$
       begin insert into seen values (current_setting('synchronous_commit')); return new; end $$;
       create trigger see after insert on journal for each row execute function see();`,
    );
    await storage.journal.append(batch('board', 1));
    expect(await cluster.ask(databaseUrl, 'select setting from seen')).toEqual([{ setting: 'on' }]);
    await storage.close();
  });

  it('lets go of a connection on which a lock could not be asked for', async () => {
    const pool = new PostgresPool(await cluster.newSchema(), undefined, 1);
    await expect(pool.holdLock(Number.NaN)).rejects.toThrow('bigint');
    // With one connection, the next would wait for ever.
    const letGo = await pool.holdLock(1);
    await letGo?.();
    await pool.end();
  });

  it('never lets a frozen version be changed, even by a fault of ours', async () => {
    const databaseUrl = await cluster.newSchema();
    await (await open(databaseUrl)).close();
    await cluster.ask(
      databaseUrl,
      `insert into boards values ('b', 'Vår duk', 'simple', 1);
       insert into meetings values ('m', 'b', '2026-11-22', '[]', 1, 1);
       insert into versions values ('b', 1, 'm', 1, 1, '', '{}', '<svg/>', 'sha', '')`,
    );
    await expect(cluster.ask(databaseUrl, `update versions set plan_json = '[]'`)).rejects.toThrow('never changed');
  });

  it('takes a text with a sign that PostgreSQL has no place for', async () => {
    const storage = await open(await cluster.newSchema());
    await storage.directory.createBoard({ id: boardId, title: 'Vår\0duk', templateId: 'sim\0ple', createdAt: 1 }, []);
    // What is sealed can hold anything.
    const kept = { title: 'Vår\0duk', templateId: 'sim\uFFFDple' };
    expect(await storage.directory.findBoard(boardId)).toMatchObject(kept);
    await storage.close();
  });
});
