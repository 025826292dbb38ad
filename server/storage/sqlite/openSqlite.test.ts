import { chmod, cp, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { BoardId } from '@duken/shared/board';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStorage } from '../openStorage.ts';
import { type StoragePlace, storageContract } from '../storageContract.ts';
import { migrate } from './migrations.ts';

storageContract('SQLite on disk', async (): Promise<StoragePlace> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'duken-storage-'));
  return {
    async open() {
      const storage = await openStorage({ dataDir });
      if (!storage.ok) throw new Error(JSON.stringify(storage.failure));
      return storage.value;
    },
    remove: () => rm(dataDir, { recursive: true }),
  };
});

describe('opening the SQLite file', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'duken-open-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('makes a missing data folder, for its owner alone', async () => {
    const dataDir = join(folder, 'a/b');
    const storage = await openStorage({ dataDir });
    expect(storage.ok).toBe(true);
    if (storage.ok) await storage.value.close();
    expect((await stat(dataDir)).mode & 0o777).toBe(0o700);
  });

  it.runIf(process.platform !== 'win32')(
    'lets nobody else read its files, in a folder that others may look into',
    async () => {
      await chmod(folder, 0o755);
      await writeFile(join(folder, 'duk.db'), '', { mode: 0o644 });
      const storage = await openStorage({ dataDir: folder, exclusive: true });
      if (!storage.ok) throw new Error('could not open');
      await storage.value.check();
      const files = (await readdir(folder)).filter((name) => name.startsWith('duk.db'));
      expect(files).toContain('duk.db-wal');
      for (const file of files) expect([file, (await stat(join(folder, file))).mode & 0o077]).toEqual([file, 0]);
      await storage.value.close();
    },
  );

  it.runIf(process.platform !== 'win32')('refuses a folder that anybody may write in', async () => {
    await chmod(folder, 0o777);
    expect(await openStorage({ dataDir: folder })).toMatchObject({
      ok: false,
      failure: { kind: 'folderOpen', folder },
    });
  });

  it('says which folder cannot be written to', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    const storage = await openStorage({ dataDir: file });
    expect(storage).toMatchObject({ ok: false, failure: { kind: 'folderUnwritable', folder: file } });
  });

  it.runIf(process.platform === 'linux')(
    'says so of a folder that nobody can make, and does not try forever',
    async () => {
      const storage = await openStorage({ dataDir: '/proc/nope/data' });
      expect(storage).toMatchObject({ ok: false, failure: { kind: 'folderUnwritable', folder: '/proc/nope/data' } });
    },
  );

  it('takes along what an older version has written', async () => {
    const db = new DatabaseSync(join(folder, 'duk.db'));
    migrate(db, 1);
    db.exec(`
      insert into boards values ('b', 'Vår duk', 'simple', 1);
      insert into journal values ('b', 1, x'0102');
      insert into links values ('l', 'b', 'editor', 'hash', 1, null, null);
      insert into links values ('leading', 'b', 'leader', 'another hash', 1, null, null);
      insert into participants values ('p', 'b', 'l', 'session', 'Kari', 'editor', 2);
      insert into participants values ('m', 'b', 'leading', 'another session', 'Mona', 'leader', 3);
      insert into sessions values ('session', 25552000000);
      insert into seats values ('session', 'b', 'p');
    `);
    db.close();
    const storage = await openStorage({ dataDir: folder });
    if (!storage.ok) throw new Error('could not open');
    const boardId = 'b' as BoardId;
    expect(await storage.value.directory.listParticipants(boardId)).toEqual([
      { id: 'p', boardId, accessId: 'l', personId: 'p', name: 'Kari', role: 'editor', state: 'in', joinedAt: 2 },
      { id: 'm', boardId, accessId: 'leading', personId: 'm', name: 'Mona', role: 'leader', state: 'in', joinedAt: 3 },
    ]);
    expect(await storage.value.directory.listPeople(boardId)).toMatchObject([
      { id: 'p', name: 'Kari', voices: [], isSubject: false },
      { id: 'm', name: 'Mona' },
    ]);
    expect((await storage.value.directory.findBoard(boardId))?.makerId).toBe('m');
    expect(await storage.value.directory.findSeat('session', boardId, 4)).toMatchObject({
      participant: { id: 'p' },
      person: { id: 'p' },
      openedAt: 10_000_000_000,
    });
    expect(await storage.value.directory.listLinks(boardId)).toMatchObject([
      { id: 'l', joined: 1 },
      { id: 'leading', joined: 1 },
    ]);
    expect(await storage.value.journal.read(boardId)).toEqual([{ position: 1, updates: [Uint8Array.of(1, 2)] }]);
    await storage.value.close();
  });

  it('says which file is no database, and leaves it as it is', async () => {
    const file = join(folder, 'duk.db');
    await writeFile(file, 'this is not a database, but somebody put it here'.repeat(100));
    const storage = await openStorage({ dataDir: folder });
    expect(storage).toMatchObject({ ok: false, failure: { kind: 'databaseUnreadable', file } });
    expect((await stat(file)).size).toBe(4800);
  });

  it('does not touch a file that a newer version made', async () => {
    const db = new DatabaseSync(join(folder, 'duk.db'));
    db.exec('pragma user_version = 999');
    db.close();
    const storage = await openStorage({ dataDir: folder });
    expect(storage).toMatchObject({ ok: false, failure: { kind: 'databaseTooNew', found: 999 } });
  });

  it('gives a folder to one server at a time, and to those who only look beside it', async () => {
    const server = await openStorage({ dataDir: folder, exclusive: true });
    expect(await openStorage({ dataDir: folder, exclusive: true })).toEqual({
      ok: false,
      failure: { kind: 'folderInUse', folder },
    });
    const beside = await openStorage({ dataDir: folder });
    expect(beside.ok).toBe(true);
    for (const storage of [beside, server]) if (storage.ok) await storage.value.close();
    const next = await openStorage({ dataDir: folder, exclusive: true });
    expect(next.ok).toBe(true);
    if (next.ok) await next.value.close();
  });

  it('writes through to the disk on every commit, beside whoever reads the file', async () => {
    const storage = await openStorage({ dataDir: folder });
    if (!storage.ok) throw new Error('could not open');
    await storage.value.journal.append(new Map([['board' as BoardId, [Uint8Array.of(1)]]]));
    const reader = new DatabaseSync(join(folder, 'duk.db'), { readOnly: true });
    expect(reader.prepare('pragma journal_mode').get()).toEqual({ journal_mode: 'wal' });
    expect(reader.prepare('select count(*) as entries from journal').get()).toEqual({ entries: 1 });
    reader.close();
    await storage.value.close();
  });

  it('commits into a log that lies ready, and loses nothing of one that a killed server left', async () => {
    const boardId = 'board' as BoardId;
    for (let life = 0; life < 3; life++) {
      const dataDir = join(folder, `life ${life}`);
      // In its first life the log is no longer than what was written.
      const keys = { keysDir: join(folder, 'keys') };
      const storage = await openStorage({ dataDir, exclusive: life > 0, keys });
      if (!storage.ok) throw new Error('could not open');
      const log = join(dataDir, 'duk.db-wal');
      const { size } = await stat(log);
      if (life > 0) expect(size).toBeGreaterThan(4_000_000);
      for (let entry = 0; entry < 20; entry++) {
        await storage.value.journal.append(new Map([[boardId, [Uint8Array.of(life, entry)]]]));
      }
      if (life > 0) expect((await stat(log)).size).toBe(size);
      expect((await storage.value.journal.heads([boardId])).get(boardId)).toBe(20 * (life + 1));
      // What the next one finds when this one is killed now.
      await cp(dataDir, join(folder, `life ${life + 1}`), { recursive: true });
      await storage.value.close();
    }
  });

  it('has its log laid out anew after words were cleared from it, while others go on writing', async () => {
    const [cleared, other] = ['cleared', 'other'] as BoardId[] as [BoardId, BoardId];
    const dataDir = join(folder, 'cleared');
    const storage = await openStorage({ dataDir, exclusive: true });
    if (!storage.ok) throw new Error('could not open');
    const { journal } = storage.value;
    const log = join(dataDir, 'duk.db-wal');
    const { size } = await stat(log);
    await journal.append(new Map([[cleared, [Uint8Array.of(1)]]]));
    let isCleared = false;
    const clearing = journal
      .compact(cleared, Uint8Array.of(2), 1, { isForGood: true, known: [] })
      .then((isCompacted) => {
        expect(isCompacted).toBe(true);
        isCleared = true;
      });
    let written = 0;
    // Turn by turn, as people's edits come.
    for (; !isCleared; await nextTurn(), written++)
      await journal.append(new Map([[other, [Uint8Array.of(written % 256)]]]));
    await clearing;
    // In one go there would have been room for one or two.
    expect(written).toBeGreaterThan(6);
    expect((await stat(log)).size).toBeGreaterThanOrEqual(size);
    // As it lies when the server is killed now.
    await cp(dataDir, join(folder, 'killed'), { recursive: true });
    await storage.value.close();
    const keys = { keysDir: `${dataDir}.keys` };
    const next = await openStorage({ dataDir: join(folder, 'killed'), exclusive: true, keys });
    if (!next.ok) throw new Error('could not open');
    const entries = await next.value.journal.read(other);
    expect(entries.map(({ updates }) => updates[0]?.[0])).toEqual(
      Array.from({ length: written }, (_, index) => index % 256),
    );
    await next.value.close();
  });

  it('never lets a frozen version be changed, even by a fault of ours', async () => {
    const storage = await openStorage({ dataDir: folder });
    if (!storage.ok) throw new Error('could not open');
    await storage.value.close();
    const db = new DatabaseSync(join(folder, 'duk.db'));
    db.exec(`pragma foreign_keys = off;
      insert into versions
        (board_id, version, meeting_id, position, frozen_at, state, plan_json, picture, sha256, previous_sha256)
        values ('b', 1, 'm', 1, 1, x'00', '{}', '<svg/>', 'sha', '')`);
    expect(() => db.exec(`update versions set plan_json = '[]'`)).toThrow('never changed');
    db.close();
  });
});
