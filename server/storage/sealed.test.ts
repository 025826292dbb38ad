import { readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import type { BoardId } from '@duken/shared/board';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { keysForTests } from '../sealing/keysForTests.ts';
import type { Row } from './installation.ts';
import { openStorage, type StorageSettings } from './openStorage.ts';
import { Cluster } from './postgres/clusterForTests.ts';
import { sealedContract } from './sealedContract.ts';
import { contentsChecksum } from './sql/journalRow.ts';
import type { Storage } from './storage.ts';

let storage: Storage;
const open = async (settings: StorageSettings) => {
  const opened = await openStorage(settings);
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
  return opened.value;
};

describe('what is sealed in SQLite', () => {
  let dataDir: string;
  let db: DatabaseSync;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'duken-sealed-'));
    storage = await open({ dataDir });
    db = new DatabaseSync(join(dataDir, 'duk.db'));
  });
  afterEach(async () => {
    db.close();
    await storage.close();
  });
  const ask = async (sql: string, ...values: readonly unknown[]) =>
    db.prepare(sql).all(...(values as SQLInputValue[])) as unknown as Row[];

  sealedContract({ storage: () => storage, ask });

  it('was read as it was kept by an earlier build, and is sealed by the first start', async () => {
    const board = 'old' as BoardId;
    const [first, second] = [Uint8Array.of(1, 2), Uint8Array.of(3, 4, 5)];
    await storage.close();
    // As an installation lies that knew no seals: its store of keys is new.
    dataDir = await mkdtemp(join(tmpdir(), 'duken-old-'));
    await (await open({ dataDir, keys: { keysDir: `${dataDir}.gone` } })).close();
    db.close();
    db = new DatabaseSync(join(dataDir, 'duk.db'));
    await ask(
      'insert into boards (id, title, template_id, created_at) values (?, ?, ?, ?)',
      board,
      'Gammel tittel',
      'simple',
      1,
    );
    const entry = { data: second, lengths: null };
    await ask('insert into journal (document_id, position, data) values (?, 1, ?)', board, first);
    const stamp = contentsChecksum(board, 'beat', entry) + 2;
    await ask('insert into journal (document_id, position, data, checksum) values (?, 2, ?, ?)', board, second, stamp);
    await ask('insert into journal (document_id, position, data, checksum) values (?, 3, ?, 77)', board, first);
    await ask(
      'insert into meetings (id, board_id, date, present, created_at) values (?, ?, ?, ?, 1)',
      'm',
      board,
      '2026-01-01',
      '[{"name":"Kari Gammel"}]',
    );
    const version = [board, 1, 'm', 2, 3, first, '{"gammel":1}', '<svg/>', 'sha', ''];
    await ask(
      `insert into versions (board_id, version, meeting_id, position, frozen_at, state, plan_json, picture, sha256, previous_sha256)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ...version,
    );

    await ask(
      `insert into plan_events (board_id, version, number, kind, at, by_id, by_name) values (?, 1, 1, 'frozenBefore', 3, '', '')`,
      board,
    );

    storage = await open({ dataDir, exclusive: true });
    const shown = async () => ({
      title: (await storage.directory.findBoard(board))?.title,
      present: (await storage.directory.listMeetings(board))[0]?.present,
      plan: (await storage.archive.find(board, 1))?.planJson,
      life: (await storage.planLives.list(board)).map(({ event }) => event.kind),
      care: (await storage.journalCare.look(board)).entries.map(({ origin, updates }) => [origin, updates.map(String)]),
    });
    const expected = {
      title: 'Gammel tittel',
      present: [{ name: 'Kari Gammel' }],
      plan: '{"gammel":1}',
      life: ['frozenBefore'],
      care: [['unknown', ['1,2']], ['beat', ['3,4,5']], ['altered', ['1,2']]], // biome-ignore format: as pairs
    };
    expect(await shown()).toEqual(expected);
    expect(await storage.sealOldRows()).toBe(7);
    expect(await shown()).toEqual(expected);
    expect(await storage.sealOldRows()).toBe(0);
    const words = ['Gammel tittel', 'Kari Gammel', '{"gammel":1}'];
    for (const name of ['duk.db', 'duk.db-wal']) {
      const bytes = readFileSync(join(dataDir, name));
      expect([name, words.filter((word) => bytes.includes(word))]).toEqual([name, []]);
    }
    await ask('update boards set title = ? where id = ?', 'Satt inn', board);
    await expect(storage.directory.findBoard(board)).rejects.toMatchObject({ name: 'SealBroken' });
  });
});

describe('what is sealed in PostgreSQL', () => {
  let cluster: Cluster;
  let client: pg.Client;
  beforeAll(async () => {
    cluster = await Cluster.start();
  });
  afterAll(() => cluster.remove());
  beforeEach(async () => {
    const databaseUrl = await cluster.newSchema();
    storage = await open({ dataDir: '/nowhere', keys: keysForTests, databaseUrl });
    client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
  });
  afterEach(async () => {
    await client.end();
    await storage.close();
  });

  sealedContract({
    storage: () => storage,
    async ask(sql, ...values) {
      let number = 0;
      const { rows } = await client.query<Row>(
        sql.replaceAll('?', () => `$${++number}`),
        values as unknown[],
      );
      return rows;
    },
  });
});
