import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import type { BoardId } from '@duken/shared/board';
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { keysForTests } from '../sealing/keysForTests.ts';
import { JournalUnreadable } from './journalUnreadable.ts';
import { openStorage } from './openStorage.ts';
import { Cluster } from './postgres/clusterForTests.ts';
import type { Storage } from './storage.ts';

/** A database that somebody can get at behind our back. */
interface Place {
  readonly storage: Storage;
  /** @param sql with `?` for each value */
  meddle(sql: string, ...values: readonly (string | number | Uint8Array | null)[]): Promise<void>;
  close(): Promise<void>;
}

async function onSqlite(): Promise<Place> {
  const dataDir = await mkdtemp(join(tmpdir(), 'duken-damage-'));
  const storage = await openStorage({ dataDir });
  if (!storage.ok) throw new Error(JSON.stringify(storage.failure));
  const db = new DatabaseSync(join(dataDir, 'duk.db'));
  return {
    storage: storage.value,
    async meddle(sql, ...values) {
      db.prepare(sql).run(...(values as SQLInputValue[]));
    },
    async close() {
      db.close();
      await storage.value.close();
      await rm(dataDir, { recursive: true });
    },
  };
}

let cluster: Cluster;
beforeAll(async () => {
  cluster = await Cluster.start();
});
afterAll(() => cluster.remove());

async function onPostgres(): Promise<Place> {
  const databaseUrl = await cluster.newSchema();
  const storage = await openStorage({ dataDir: '/nowhere', keys: keysForTests, databaseUrl });
  if (!storage.ok) throw new Error(JSON.stringify(storage.failure));
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  return {
    storage: storage.value,
    async meddle(sql, ...values) {
      let number = 0;
      await client.query(
        sql.replaceAll('?', () => `$${++number}`),
        values as unknown[],
      );
    },
    async close() {
      await client.end();
      await storage.value.close();
    },
  };
}

const board = 'damaged' as BoardId;
const neighbour = 'neighbour' as BoardId;
const entries = [
  [Uint8Array.of(1, 1, 1)],
  [Uint8Array.of(2, 2), Uint8Array.of(22), Uint8Array.of(222, 0)],
  [Uint8Array.of(3)],
  [Uint8Array.of(4, 4, 4, 4)],
];

describe('a SQLite file in which one byte is another', () => {
  it('refuses the board whose entry lies there, and serves its neighbour', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'duken-damage-'));
    const open = async () => {
      const storage = await openStorage({ dataDir });
      if (!storage.ok) throw new Error(JSON.stringify(storage.failure));
      return storage.value;
    };
    const laid = await open();
    for (const number of [1, 2, 3]) {
      await laid.journal.append(
        new Map([
          [board, [Buffer.alloc(40, number)]],
          [neighbour, [Uint8Array.of(7)]],
        ]),
      );
    }
    const marks = (await laid.journalCare.look(board)).entries.map(({ data }) => Buffer.from(data));
    await laid.close();
    const file = join(dataDir, 'duk.db');
    const whole = await readFile(file);
    const flip = fc.tuple(fc.nat(marks.length - 1), fc.nat(75), fc.integer({ min: 1, max: 255 }));
    await fc.assert(
      fc.asyncProperty(flip, async ([entry, at, mask]) => {
        const place = whole.indexOf(marks[entry] ?? '') + at;
        await writeFile(file, whole.with(place, (whole[place] ?? 0) ^ mask));
        const storage = await open();
        await expect(storage.journal.read(board)).rejects.toMatchObject({ documentId: board, position: entry + 1 });
        expect(await storage.journal.read(neighbour)).toHaveLength(3);
        await storage.close();
      }),
      { numRuns: 25 },
    );
    await rm(dataDir, { recursive: true });
  });
});

describe.each([
  ['SQLite', onSqlite, 300],
  ['PostgreSQL', onPostgres, 100],
] as const)('a journal in %s that was damaged', (_name, open, runs) => {
  let place: Place;
  afterEach(() => place.close());

  async function lay() {
    place = await open();
    const { journal } = place.storage;
    for (const updates of entries) {
      await journal.append(
        new Map([
          [board, updates],
          [neighbour, updates],
        ]),
      );
    }
    return journal;
  }

  /** What reading the board says: its updates, or which entry is at fault. */
  async function reading(after?: number) {
    try {
      return (await place.storage.journal.read(board, after)).map(({ updates }) => updates.map((bytes) => [...bytes]));
    } catch (error) {
      if (!(error instanceof JournalUnreadable)) throw error;
      expect(error.documentId).toBe(board);
      return `entry ${error.position}`;
    }
  }

  it.each([
    ['one byte of an entry is another', 2, Uint8Array.of(2, 2, 22, 222, 1)],
    ['an entry was cut short', 4, Uint8Array.of(4, 4)],
  ])('refuses that board, and says which entry, when %s', async (_what, position, bytes) => {
    await lay();
    await place.meddle('update journal set data = ? where document_id = ? and position = ?', bytes, board, position);
    expect(await reading()).toBe(`entry ${position}`);
    await expect(place.storage.journal.read(board)).rejects.toThrow(
      `document damaged cannot be trusted: entry ${position} was altered`,
    );
    expect(await place.storage.journal.read(neighbour)).toHaveLength(4);
  });

  it.each([1, 2, 3])('refuses that board when entry %i is missing', async (position) => {
    await lay();
    await place.meddle('delete from journal where document_id = ? and position = ?', board, position);
    expect(await reading()).toBe(`entry ${position}`);
    expect(await reading(1)).toEqual(position === 1 ? expect.any(Array) : `entry ${position}`);
    expect(await place.storage.journal.read(neighbour)).toHaveLength(4);
  });

  it('refuses an entry that belongs to another board, or elsewhere', async () => {
    await lay();
    await place.meddle('delete from journal where document_id = ? and position = 4', board);
    await place.meddle('update journal set document_id = ? where document_id = ? and position = 4', board, neighbour);
    expect(await reading()).toBe('entry 4');
    await place.meddle('delete from journal where document_id = ? and position in (2, 4)', board);
    await place.meddle('update journal set position = 2 where document_id = ? and position = 3', board);
    expect(await reading()).toBe('entry 2');
  });

  it('reads what was compacted, and notices when that is altered', async () => {
    const journal = await lay();
    await journal.compact(board, Uint8Array.of(1, 2, 3), 3);
    expect(await reading()).toEqual([[[1, 2, 3]], [[4, 4, 4, 4]]]);
    expect(await reading(1)).toEqual([[[1, 2, 3]], [[4, 4, 4, 4]]]);
    await place.meddle('update journal set data = ? where document_id = ? and position = 3', Uint8Array.of(1), board);
    expect(await reading()).toBe('entry 3');
  });

  it('refuses a checkpoint that is not as it was written, and no other', async () => {
    const journal = await lay();
    const state = Uint8Array.of(1, 2, 3);
    const checkpoints = (['hour', 'freeze'] as const).map((kind) => ({ kind, takenAt: 5, position: 3, state }));
    await journal.compact(board, state, 3, { checkpoints });
    const readBack = async (kind: 'hour' | 'freeze', takenAt = 5) =>
      Uint8Array.from((await journal.readCheckpoint(board, { kind, takenAt })) ?? []);
    expect([await readBack('hour'), await readBack('freeze')]).toEqual([state, state]);
    await place.meddle(
      'update checkpoints set data = ? where document_id = ? and kind = ?',
      Uint8Array.of(1, 2, 4),
      board,
      'hour',
    );
    await expect(readBack('hour')).rejects.toThrow(JournalUnreadable);
    expect(await readBack('freeze')).toEqual(state);
    await place.meddle('update checkpoints set taken_at = 6 where document_id = ? and kind = ?', board, 'freeze');
    await expect(readBack('freeze', 6)).rejects.toThrow(JournalUnreadable);
  });

  it('is not believed without its checksum: what is sealed always had one', async () => {
    await lay();
    await place.meddle('update journal set checksum = ? where document_id = ? and position = 3', null, board);
    expect(await reading()).toBe('entry 3');
  });

  it('is not believed where somebody has put an entry that is not sealed', async () => {
    await lay();
    const old = [Uint8Array.of(3), null, board] as const;
    await place.meddle('update journal set data = ?, checksum = ? where document_id = ? and position = 3', ...old);
    expect(await reading()).toBe('entry 3');
  });

  it('takes no byte, whichever it is, for what was written', async () => {
    const journal = await lay();
    const cells = (await place.storage.journalCare.look(board)).entries.flatMap(({ position, data, lengths }) => [
      { position, column: 'data', bytes: Uint8Array.from(data) },
      ...(lengths ? [{ position, column: 'lengths', bytes: Uint8Array.from(lengths) }] : []),
    ]);
    const flip = fc
      .constantFrom(...cells)
      .chain((cell) => fc.tuple(fc.constant(cell), fc.nat(cell.bytes.length - 1), fc.integer({ min: 1, max: 255 })));
    await fc.assert(
      fc.asyncProperty(flip, async ([{ position, column, bytes }, at, mask]) => {
        const flipped = bytes.map((byte, index) => (index === at ? byte ^ mask : byte));
        const sql = `update journal set ${column} = ? where document_id = ? and position = ?`;
        await place.meddle(sql, flipped, board, position);
        expect(await reading()).toBe(`entry ${position}`);
        await place.meddle(sql, bytes, board, position);
        expect(await journal.read(board)).toHaveLength(4);
      }),
      { numRuns: runs },
    );
  });
});
