import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { BoardId } from '@duken/shared/board';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { movedTables, openStorage, type Row, type Storage, type StorageSettings } from '../storage/index.ts';
import { Cluster } from '../storage/postgres/clusterForTests.ts';
import { moveInstallation } from './moveInstallation.ts';
import { TableHash } from './rowHash.ts';

let cluster: Cluster;
let folder: string;
let opened: Storage[] = [];
beforeAll(async () => {
  cluster = await Cluster.start();
});
afterAll(() => cluster.remove());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duken-move-'));
});
afterEach(async () => {
  for (const storage of opened) await storage.close();
  opened = [];
  await rm(folder, { recursive: true });
});

const silent = { begins: () => undefined, handles: () => undefined, advances: () => undefined };

async function open(settings: StorageSettings, isMoveTarget = false): Promise<Storage> {
  const storage = await openStorage({ ...settings, exclusive: true, isMoveTarget });
  if (!storage.ok) throw new Error(JSON.stringify(storage.failure));
  opened.push(storage.value);
  return storage.value;
}

let folders = 0;
const newFolder = () => open({ dataDir: join(folder, `folder-${++folders}`) }, true);
const newDatabase = async () => open({ dataDir: folder, databaseUrl: await cluster.newDatabase() }, true);
const newSchema = async () => open({ dataDir: folder, databaseUrl: await cluster.newSchema() }, true);

/** Everything that is kept, by table. */
async function everything({ installation }: Storage): Promise<Record<string, Row[]>> {
  const all: Record<string, Row[]> = {};
  for (const table of movedTables) {
    const rows: Row[] = [];
    for await (const chunk of installation.read(table)) rows.push(...chunk);
    all[table.name] = rows;
  }
  return all;
}

async function lay({ installation }: Storage, tables: Readonly<Record<string, readonly Row[]>>): Promise<void> {
  for (const table of movedTables) {
    const rows = tables[table.name] ?? [];
    if (rows.length > 0) await installation.insert(table, rows);
  }
}

const board = (id: string, more: Row = {}): Row => ({
  id,
  title: 'Vår duk',
  template_id: 'simple',
  created_at: 1,
  access_changes: 0,
  ...more,
});
const version = (boardId: string, number: number, more: Row = {}): Row => ({
  board_id: boardId,
  version: number,
  meeting_id: `m-${boardId}`,
  position: 3,
  frozen_at: 5,
  state: Uint8Array.of(0, 255),
  plan_json: '{}',
  picture: '<svg/>',
  sha256: 'sha',
  previous_sha256: '',
  ...more,
});
const meeting = (boardId: string): Row => ({
  id: `m-${boardId}`,
  board_id: boardId,
  date: '2026-11-22',
  present: '[]',
  created_at: 4,
  version: 1,
});
const entry = (documentId: string, position: number, data: Uint8Array): Row => ({
  document_id: documentId,
  position,
  data,
  lengths: null,
  checksum: null,
});

/** Any installation that the databases' own rules allow, in words of any language and numbers of any size. */
const anyInstallation = fc
  .uniqueArray(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 6 }).filter((id) => !id.includes('\0')),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .chain((ids) => {
    const text = fc.string({ unit: 'binary', maxLength: 12 });
    const exact = text.map((value) => value.replaceAll('\0', ''));
    const number = fc.maxSafeInteger();
    const orNull = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
    const bytes = fc.uint8Array({ maxLength: 40 });
    const some = <Value>(rows: fc.Arbitrary<Value>) => fc.array(rows, { maxLength: 8 });
    return fc.record({
      boards: fc.tuple(
        ...ids.map((id) => fc.record({ title: text, created_at: number }).map((more) => board(id, more))),
      ),
      links: some(
        fc.record({
          id: exact,
          board_id: fc.constantFrom(...ids),
          role: exact,
          secret_hash: exact,
          label: orNull(text),
          created_at: number,
          expires_at: orNull(number),
          withdrawn_at: orNull(number),
          lobby: fc.constantFrom(0, 1),
          uses: orNull(number),
        }),
      ).map((links) => unique(links, ['id'], ['board_id', 'secret_hash'])),
      people: some(
        fc.record({
          id: exact,
          board_id: fc.constantFrom(...ids),
          name: text,
          service: orNull(text),
          phone: orNull(text),
          email: orNull(text),
          language: orNull(exact),
          voices: exact,
          may_decide: orNull(text),
          reason: orNull(text),
          interpreter: fc.constantFrom(null, '', '2026-12-01'),
          reads_plans: orNull(number),
          is_subject: number,
          created_at: number,
          helper_id: orNull(exact),
          helper_confirmed: orNull(number),
        }),
      ).map((people) => unique(people, ['id'])),
      helpers: some(fc.record({ child_id: exact, helper_id: exact, board_id: fc.constantFrom(...ids) })).map((rows) =>
        unique(rows, ['child_id', 'helper_id']),
      ),
      sessions: some(fc.record({ hash: exact, expires_at: number, used_at: number, follows: orNull(exact) })).map(
        (rows) => unique(rows, ['hash']),
      ),
      journal: some(
        fc.record({
          document_id: fc.constantFrom(...ids, ...ids.flatMap((id) => [`${id}/translations`, `${id}/private/${id}`])),
          position: fc.integer({ min: 1, max: 2 ** 50 }),
          data: bytes,
          lengths: orNull(bytes),
          checksum: orNull(number),
          written_at: orNull(number),
        }),
      ).map((rows) => unique(rows, ['document_id', 'position'])),
      checkpoints: some(
        fc.record({
          document_id: fc.constantFrom(...ids, ...ids.map((id) => `${id}/translations`)),
          taken_at: number,
          kind: fc.constantFrom('hour', 'freeze', 'restore'),
          position: fc.integer({ min: 1, max: 2 ** 50 }),
          data: bytes,
          checksum: number,
        }),
      ).map((rows) => unique(rows, ['document_id', 'taken_at', 'kind'])),
      client_owners: some(
        fc.record({ document_id: fc.constantFrom(...ids), client_id: fc.maxSafeNat(), participant_id: exact }),
      ).map((rows) => unique(rows, ['document_id', 'client_id'])),
    });
  });

function unique<Item extends Row>(rows: readonly Item[], ...keys: readonly (readonly string[])[]): Item[] {
  return rows.filter((row, index) =>
    keys.every((key) => rows.findIndex((other) => key.every((column) => other[column] === row[column])) === index),
  );
}

describe('moving everything to another database', () => {
  it('gives the same hashes from SQLite to PostgreSQL and back, whatever is kept', async () => {
    await fc.assert(
      fc.asyncProperty(anyInstallation, async (tables) => {
        const [first, between, last] = [await newFolder(), await newSchema(), await newFolder()];
        await lay(first, tables);
        const there = await moveInstallation(first.installation, between.installation, 'there', silent);
        const back = await moveInstallation(between.installation, last.installation, 'back', silent);
        if (!there.ok || !back.ok) throw new Error('could not move');
        expect(back.value.map(({ target }) => target)).toEqual(there.value.map(({ source }) => source));
        const changed = there.value.some((table) => table.changed > 0);
        if (!changed) expect(await everything(last)).toEqual(await everything(first));
        for (const storage of opened.splice(0)) await storage.close();
      }),
      { numRuns: 6 },
    );
  });

  it('knows every table and every column of both databases', async () => {
    const url = await cluster.newDatabase();
    await open({ dataDir: folder, databaseUrl: url });
    const inPostgres = await cluster.ask<{ name: string; columns: string[] }>(
      url,
      `select table_name::text as name, array_agg(column_name::text order by column_name::text) as columns
       from information_schema.columns where table_schema = 'public' group by table_name`,
    );
    await open({ dataDir: folder });
    const db = new DatabaseSync(join(folder, 'duk.db'));
    const inSqlite = db
      .prepare(`select name from sqlite_schema where type = 'table'`)
      .all()
      .map(({ name }) => ({
        name: String(name),
        columns: db
          .prepare(`pragma table_info(${name})`)
          .all()
          .map((column) => String(column.name))
          .toSorted(),
      }));
    db.close();
    const known = movedTables.map(({ name, columns }) => ({ name, columns: Object.keys(columns).toSorted() }));
    // These say how the database itself is doing, and are made anew.
    const ofItsOwn = ['journal_heads', 'migrations', 'unfinished_move', 'wrapped_keys', 'all_sealed'];
    for (const tables of [inPostgres, inSqlite]) {
      const moved = tables.filter(({ name }) => !ofItsOwn.includes(name));
      expect(moved.toSorted(byName)).toEqual(known.toSorted(byName));
    }
  });

  it('keeps positions going on, what was compacted, and what two servers gave out', async () => {
    const boardId = 'b' as BoardId;
    const [first, second] = [await newFolder(), await newDatabase()];
    await lay(first, { boards: [board('b')] });
    for (const byte of [1, 2, 3]) await first.journal.append(new Map([[boardId, [Uint8Array.of(byte)]]]));
    await first.journal.compact(boardId, Uint8Array.of(12), 2);
    await moveInstallation(first.installation, second.installation, 'there', silent);
    expect(await second.journal.append(new Map([[boardId, [Uint8Array.of(4), Uint8Array.of(5)]]]))).toEqual(
      new Map([[boardId, 4]]),
    );
    const third = await newFolder();
    await moveInstallation(second.installation, third.installation, 'back', silent);
    expect(await third.journal.append(new Map([[boardId, [Uint8Array.of(6)]]]))).toEqual(new Map([[boardId, 5]]));
    expect(
      (await third.journal.read(boardId)).map(({ position, updates }) => [position, ...updates.map(String)]),
    ).toEqual([
      [2, '12'],
      [3, '3'],
      [4, '4', '5'],
      [5, '6'],
    ]);
  });

  it('takes along what is kept from before journals were compacted', async () => {
    const boardId = 'b' as BoardId;
    const [first, second] = [await newFolder(), await newDatabase()];
    await lay(first, { boards: [board('b')] });
    await first.journal.append(new Map([[boardId, [Uint8Array.of(1)]]]), undefined, 77);
    const checkpoint = { takenAt: 77, kind: 'hour', position: 1, state: Uint8Array.of(1, 255) } as const;
    await first.journal.compact(boardId, Uint8Array.of(1), 1, { checkpoints: [checkpoint] });
    await moveInstallation(first.installation, second.installation, 'there', silent);
    const third = await newFolder();
    await moveInstallation(second.installation, third.installation, 'back', silent);
    for (const { journal } of [second, third]) {
      expect(await journal.checkpoints(boardId)).toEqual([{ takenAt: 77, kind: 'hour', position: 1, bytes: 2 }]);
      expect([...((await journal.readCheckpoint(boardId, checkpoint)) ?? [])]).toEqual([1, 255]);
      expect((await journal.times(boardId)).get(1)).toBe(77);
    }
  });

  it('takes large and many rows a few megabytes at a time', async () => {
    const [first, second] = [await newFolder(), await newDatabase()];
    const large = Buffer.alloc(3_000_000, 7);
    const entries = [
      ...Array.from({ length: 2_300 }, (_, index) => entry('a', index + 1, Uint8Array.of(index % 256))),
      ...Array.from({ length: 5 }, (_, index) => entry('b', index + 1, large)),
      entry('c', 1, Buffer.alloc(9_000_000, 1)),
      entry('d', 1, Uint8Array.of(1)),
    ];
    await lay(first, { boards: [board('a')], journal: entries });
    const table = movedTables.find(({ name }) => name === 'journal');
    if (!table) throw new Error('no journal');
    for (const storage of [first, second]) {
      if (storage === second) await moveInstallation(first.installation, second.installation, 'there', silent);
      const sizes: number[] = [];
      const read: string[] = [];
      for await (const chunk of storage.installation.read(table)) {
        sizes.push(chunk.reduce((sum, { data }) => sum + (data as Uint8Array).length, 0));
        read.push(...chunk.map((row) => `${row.document_id} ${row.position}`));
      }
      expect(read).toEqual(entries.map((row) => `${row.document_id} ${row.position}`));
      expect(sizes.filter((size) => size > 4_194_304 + 3_000_000)).toEqual([9_000_000]);
    }
  });

  it('goes only to a place where there is nothing', async () => {
    const [first, second] = [await newFolder(), await newDatabase()];
    expect(await moveInstallation(first.installation, second.installation, 'x', silent)).toMatchObject({
      failure: { kind: 'nothingToMove' },
    });
    await lay(first, { boards: [board('a')] });
    await lay(second, { boards: [board('other')] });
    expect(await moveInstallation(first.installation, second.installation, 'x', silent)).toMatchObject({
      failure: { kind: 'targetInUse' },
    });
    expect((await everything(second)).boards).toMatchObject([{ id: 'other' }]);
  });

  it.each(['a folder', 'a database'])(
    'can be broken off anywhere: %s says so, and the move begins again',
    async (kind) => {
      const first = await newFolder();
      await lay(first, { boards: [board('a')], meetings: [meeting('a')], versions: [version('a', 1)] });
      const settings =
        kind === 'a folder'
          ? { dataDir: join(folder, 'target') }
          : { dataDir: folder, databaseUrl: await cluster.newDatabase() };
      for (const brokenAt of ['copying boards', 'copying versions', 'checking boards', 'checking repairs']) {
        const target = await open(settings, true);
        const broken = moveInstallation(first.installation, target.installation, 'the old place', {
          ...silent,
          handles(what) {
            if (what === brokenAt) throw new Error('the plug was pulled');
          },
        });
        await expect(broken).rejects.toThrow('the plug was pulled');
        await target.close();
        opened = opened.filter((storage) => storage !== target);
        expect(await openStorage(settings)).toMatchObject({
          ok: false,
          failure: { kind: 'moveUnfinished', source: 'the old place' },
        });
      }
      const target = await open(settings, true);
      expect((await moveInstallation(first.installation, target.installation, 'x', silent)).ok).toBe(true);
      expect(await everything(target)).toEqual(await everything(first));
      await target.close();
      opened = opened.filter((storage) => storage !== target);
      await open(settings);
    },
  );

  it('shows what nobody can have typed as a sign, and counts it, but never in what was frozen', async () => {
    const [first, second] = [await newFolder(), await newDatabase()];
    const account = { id: 'mona', name: 'a\0b', email: 'm', may_lead: 1, is_admin: 1, created_at: 1 };
    await lay(first, {
      boards: [board('a', { title: 'a\0b' })],
      meetings: [meeting('a')],
      accounts: [{ ...account, password_hash: null, invited_hash: null, invited_until: null, ended_at: null }],
    });
    const moved = await moveInstallation(first.installation, second.installation, 'x', silent);
    expect(moved.ok && moved.value.filter(({ changed }) => changed > 0)).toMatchObject([
      { name: 'accounts', changed: 1 },
    ]);
    const there = await everything(second);
    // What is sealed can hold anything.
    expect([there.accounts, there.boards]).toMatchObject([[{ name: 'a\uFFFDb' }], [{ title: 'a\0b' }]]);
    await lay(first, { versions: [version('a', 1, { sha256: 'a\0b' })] });
    const third = await newDatabase();
    expect(await moveInstallation(first.installation, third.installation, 'x', silent)).toEqual({
      ok: false,
      failure: {
        kind: 'cannotHold',
        reason: 'sha256 in versions (board_id a, version 1) has a character that PostgreSQL cannot hold',
      },
    });
  });

  it('finds out when what is read back is not what was written, and leaves the target unfinished', async () => {
    // A folder takes one thing after the other, so that this comes before anything is read back.
    const [first, second] = [await newFolder(), await newFolder()];
    await lay(first, { boards: [board('a')] });
    const { installation } = second;
    const meddling: Promise<void>[] = [];
    const moved = await moveInstallation(first.installation, installation, 'x', {
      ...silent,
      handles(what) {
        const [boards] = movedTables;
        if (boards && what === 'copying links') meddling.push(installation.insert(boards, [board('b')]));
      },
    });
    await Promise.all(meddling);
    expect(moved).toMatchObject({ ok: false, failure: { kind: 'notTheSame' } });
    expect(await installation.unfinishedFrom()).toBe('x');
  });
});

describe('the hash of a table', () => {
  const table = { name: 't', key: ['a'], columns: { a: 'exact', b: 'exact', c: 'number' } } as const;
  const hashOf = (...rows: readonly Row[]) => {
    const hash = new TableHash(table);
    hash.add(rows);
    return hash.end();
  };

  it('is another for other rows, however alike they look', () => {
    const rows: readonly Row[] = [
      { a: 'x', b: 'y', c: 1 },
      { a: 'xy', b: '', c: 1 },
      { a: 'x', b: 'y', c: null },
      { a: 'x', b: 'y', c: '1' },
      { a: 'x', b: Buffer.from('y'), c: 1 },
      { a: 'x', b: 'y1;', c: null },
    ];
    expect(new Set(rows.map((row) => hashOf(row))).size).toBe(rows.length);
    expect(hashOf({ a: 'x', b: null, c: 1 }, { a: 'y', b: null, c: 2 })).not.toBe(
      hashOf({ a: 'y', b: null, c: 2 }, { a: 'x', b: null, c: 1 }),
    );
  });
});

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : 1;
}
