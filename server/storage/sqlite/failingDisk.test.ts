import { appendFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import type { LinkId } from '@duken/shared/access';
import type { BoardId } from '@duken/shared/board';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { soonMs } from '../../testing/index.ts';
import { type Storage, StorageUnavailable } from '../index.ts';
import { openStorage } from '../openStorage.ts';
import { DiskForTests } from './diskForTests.ts';
import { pagesBeforeCheckpoint } from './layOutWal.ts';

const boardId = 'board' as BoardId;
const largeBytes = 500_000;
const largeUpdate = (mark: number) => new Uint8Array(largeBytes).fill(mark);

/** SQLITE_IOERR_FSYNC: the system had said yes to writing, and now could not do it. */
const ioErrorInSync = 1034;

/** SQLITE_FULL: the system said no. */
const full = 13;

let disk: DiskForTests;
const opened: Storage[] = [];

afterEach(async () => {
  // Nothing can be unmounted while a file on it is open.
  for (const storage of opened.splice(0)) await storage.close();
  disk.remove();
});

async function openOn(dataDir: string): Promise<Storage> {
  // What a power cut leaves is opened by the same keys.
  const storage = await openStorage({ dataDir, exclusive: true, keys: { keysDir: `${disk.folder}.keys` } });
  if (!storage.ok) throw new Error(JSON.stringify(storage.failure));
  opened.push(storage.value);
  return storage.value;
}

async function append(storage: Storage, update: Uint8Array): Promise<number | undefined> {
  return (await storage.journal.append(new Map([[boardId, [update]]]))).get(boardId);
}

/** The first byte of each update in the board's journal. */
async function marksIn(storage: Storage): Promise<(number | undefined)[]> {
  return (await storage.journal.read(boardId)).flatMap(({ updates }) => updates.map(([mark]) => mark));
}

async function createBoard(storage: Storage, name: string): Promise<void> {
  const id = name as BoardId;
  const link = {
    id: `link to ${id}` as LinkId,
    role: 'editor',
    secretHash: `hash ${id}`,
    lobby: false,
    createdAt: 1,
  } as const;
  await storage.directory.createBoard({ id, title: 'Duk', templateId: 'simple', createdAt: 1 }, [
    { ...link, boardId: id },
  ]);
}

function fill(file: string): void {
  const block = new Uint8Array(4_096);
  try {
    for (;;) appendFileSync(file, block);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  }
}

/** Tries as clients do, again and again, until it goes. @returns milliseconds that took */
async function untilItGoes(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  for (;;) {
    try {
      await act();
      return performance.now() - start;
    } catch (error) {
      if (!(error instanceof StorageUnavailable) || performance.now() - start > 10_000) throw error;
      await pause(50);
    }
  }
}

describe('a disk that fails under SQLite, and comes back', () => {
  let storage: Storage;
  beforeEach(async () => {
    disk = new DiskForTests();
    storage = await openOn(disk.folder);
  });

  const failsToAppend = (mark: number) =>
    expect(append(storage, Uint8Array.of(mark))).rejects.toBeInstanceOf(StorageUnavailable);

  it('goes on by itself when a disk that turned read-only was repaired, with all that was saved', async () => {
    await append(storage, Uint8Array.of(1));
    disk.turnReadOnly();
    await failsToAppend(2);
    await failsToAppend(3);
    // The operating system takes no disk away on which somebody has files open.
    disk.unmount();
    await failsToAppend(4);
    disk.repair();
    disk.mount();
    const ms = await untilItGoes(() => append(storage, Uint8Array.of(5)));
    expect(ms).toBeLessThan(soonMs);
    expect(await marksIn(storage)).toEqual([1, 5]);
    expect((await storage.journal.heads([boardId])).get(boardId)).toBe(2);
    await storage.check();
    expect((await storage.size()).journalRows).toBe(2);
  });

  it('keeps a transaction whole or not at all, and says that it was the disk', async () => {
    await createBoard(storage, 'before');
    disk.turnReadOnly();
    await expect(createBoard(storage, 'meanwhile')).rejects.toBeInstanceOf(StorageUnavailable);
    disk.unmount();
    disk.repair();
    disk.mount();
    await untilItGoes(() => createBoard(storage, 'after'));
    const found = async (id: string) => [
      (await storage.directory.findBoard(id as BoardId))?.title,
      (await storage.directory.listLinks(id as BoardId)).length,
    ];
    expect(await found('before')).toEqual(['Duk', 1]);
    expect(await found('meanwhile')).toEqual([undefined, 0]);
    expect(await found('after')).toEqual(['Duk', 1]);
  });

  it('makes and touches nothing where the disk is not mounted', async () => {
    await append(storage, Uint8Array.of(1));
    disk.turnReadOnly();
    await failsToAppend(2);
    disk.unmount();
    await untilTried(() => storage.check(), 'no such file');
    expect(readdirSync(disk.folder)).toEqual([]);
    // Such as one from before the disk was bought.
    const older = await openOn(disk.folder);
    await append(older, Uint8Array.of(9));
    await older.close();
    const lying = readdirSync(disk.folder);
    await untilTried(() => storage.check(), 'another file lies in its place');
    expect(readdirSync(disk.folder)).toEqual(lying);
    disk.repair();
    disk.mount();
    await untilItGoes(() => append(storage, Uint8Array.of(3)));
    expect(await marksIn(storage)).toEqual([1, 3]);
  });

  it('waits for another server that has taken the folder meanwhile', async () => {
    await append(storage, Uint8Array.of(1));
    disk.turnReadOnly();
    await failsToAppend(2);
    disk.unmount();
    disk.repair();
    disk.mount();
    const other = await openOn(disk.folder);
    await append(other, Uint8Array.of(3));
    await untilTried(() => append(storage, Uint8Array.of(4)), 'folderInUse');
    await append(other, Uint8Array.of(5));
    await other.close();
    await untilItGoes(() => append(storage, Uint8Array.of(6)));
    expect(await marksIn(storage)).toEqual([1, 3, 5, 6]);
    // And is alone on it again.
    expect(await openStorage({ dataDir: disk.folder, exclusive: true })).toMatchObject({
      ok: false,
      failure: { kind: 'folderInUse' },
    });
  });

  /** Asks until the folder was tried anew, and could not be used for this reason. */
  async function untilTried(act: () => Promise<unknown>, reason: string): Promise<void> {
    const refusal = () => act().then(String, (error: Error) => `${error.name}: ${error.message}`);
    await expect.poll(refusal, { timeout: 30_000 }).toMatch(new RegExp(`^StorageUnavailable: .*${reason}`));
  }
});

describe('a full disk under SQLite', () => {
  it('keeps a transaction whole or not at all, and says that it was the disk', async () => {
    disk = new DiskForTests(24);
    const storage = await openOn(disk.folder);
    const ballast = join(disk.folder, 'ballast');
    fill(ballast);
    let boards = 0;
    await expect(
      (async () => {
        for (;;) await createBoard(storage, `board ${boards++}`);
      })(),
    ).rejects.toMatchObject({ name: 'StorageUnavailable', cause: { errcode: full } });
    const last = `board ${boards - 1}` as BoardId;
    expect(await storage.directory.findBoard(last)).toBeUndefined();
    rmSync(ballast);
    await createBoard(storage, last);
    expect(await storage.directory.listLinks(last)).toHaveLength(1);
  });
});

describe('a disk that takes writing and cannot keep it', () => {
  function pagesInLog(): number {
    const looking = new DatabaseSync(join(disk.folder, 'duk.db'), { readOnly: true });
    try {
      return Number(looking.prepare('pragma wal_checkpoint(noop)').get()?.log);
    } finally {
      looking.close();
    }
  }

  /** What is read now, and what would be if the power went now. */
  async function marksNowAndAfterPowerCut(storage: Storage) {
    const now = await marksIn(storage);
    const after = await openOn(disk.afterPowerCut());
    const then = await marksIn(after);
    return { now, then };
  }

  it.each([
    { name: 'goes on', goOn: async (storage: Storage) => storage },
    { name: 'is restarted', goOn: async (storage: Storage) => storage.close().then(() => openOn(disk.folder)) },
  ])('believes nothing that a failed sync left behind when it $name: what is read is on disk', async ({ goOn }) => {
    // No room for a log that lies ready, so that each commit asks the disk for more.
    disk = new DiskForTests(24);
    // Opened again, since making the tables has left a long log, in which there is room.
    await (await openOn(disk.folder)).close();
    let storage = await openOn(disk.folder);
    await append(storage, largeUpdate(1));
    disk.refuseWrites();
    await expect(append(storage, largeUpdate(2))).rejects.toMatchObject({ cause: { errcode: ioErrorInSync } });
    disk.takeWritesAgain();
    storage = await goOn(storage);
    await untilItGoes(() => append(storage, largeUpdate(3)));
    const { now, then } = await marksNowAndAfterPowerCut(storage);
    expect(now).toEqual([1, 3]);
    expect(then).toEqual(now);
  });

  it('keeps what its log holds until the database really has it', async () => {
    // Room for the log and for as much again in the database.
    disk = new DiskForTests(96);
    const storage = await openOn(disk.folder);
    const saved: number[] = [];
    const save = async () => {
      const mark = saved.length + 1;
      await append(storage, largeUpdate(mark));
      saved.push(mark);
    };
    while (pagesInLog() < pagesBeforeCheckpoint * 0.95) await save();
    // The log lies ready. The database, to which it all goes now, would have to grow.
    disk.refuseWrites();
    while (pagesInLog() < pagesBeforeCheckpoint) await save();
    disk.takeWritesAgain();
    for (let more = 0; more < 3; more++) await untilItGoes(save);
    const { now, then } = await marksNowAndAfterPowerCut(storage);
    expect(now).toEqual(saved);
    expect(then).toEqual(now);
  });
});
