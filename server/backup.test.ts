import { execFile, execFileSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lockFolder, openStorage } from './storage/index.ts';
import { openTestServer, type Person, type TestServer } from './testing/index.ts';

let folder: string;
let server: TestServer;
let leader: Person;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'duken-backup-'));
  server = await openTestServer({ dataDir: join(folder, 'data') });
  leader = server.person();
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** Runs the command as a person does, in a process of its own, beside the running server. */
function duk(args: readonly string[], settings: Readonly<Record<string, string>> = {}) {
  return new Promise<{ code: number; out: string; err: string }>((resolve) => {
    execFile(
      process.execPath,
      [join(import.meta.dirname, 'duk.ts'), ...args],
      { env: { DUK_DATA_DIR: server.dataDir, ...settings } },
      (error, out, err) => resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
  });
}

async function newCase(title: string): Promise<string> {
  return (await leader.post('/api/boards', { title, templateId: 'simple' })).json().boardId;
}

/** Erases it as a leader does, to the last row. */
async function erase(boardId: string): Promise<void> {
  await leader.delete(`/api/boards/${boardId}`);
  server.waitMs(120_000);
  await server.storage.eraseExpiredBoard(boardId as never, server.now());
}

/** What can be read of a data folder with the keys that this installation has today. */
async function titlesIn(dataDir: string, boardIds: readonly string[]): Promise<(string | undefined)[]> {
  const storage = await openStorage({ dataDir, keys: { keysDir: `${server.dataDir}.keys` } });
  if (!storage.ok) throw new Error(JSON.stringify(storage.failure));
  try {
    return await Promise.all(
      boardIds.map((id) =>
        storage.value.directory.findBoard(id as never).then(
          (board) => board?.title,
          (error: Error) => `${error.name}: ${error.message}`,
        ),
      ),
    );
  } finally {
    await storage.value.close();
  }
}

describe('backups', () => {
  it('hold the data of any day, and nothing of a case that was erased since', async () => {
    const [kept, gone] = [await newCase('Den som blir'), await newCase('Den som slettes')];
    const backup = join(folder, 'monday');
    const made = await duk(['backup', backup]);
    expect(made).toMatchObject({ code: 0, err: '' });
    expect(made.out).toContain(
      `The keys are not in it, and without them nobody can read it: keep one copy of ${join(`${server.dataDir}.keys`, 'keys.db')}`,
    );
    expect(readdirSync(backup).toSorted()).toEqual(['backup.json', 'duk.db']);
    const later = await newCase('Etter kopien');
    await erase(gone);

    // A copy of the files as they lie is a backup too.
    const copied = join(folder, 'copied');
    mkdirSync(copied);
    copyFileSync(join(backup, 'duk.db'), join(copied, 'duk.db'));
    expect(await titlesIn(copied, [kept, gone])).toEqual([
      'Den som blir',
      expect.stringMatching(/^SealBroken: .*was erased for ever/),
    ]);

    const restored = join(folder, 'restored');
    const settings = { DUK_DATA_DIR: restored, DUK_KEYS_DIR: `${server.dataDir}.keys` };
    expect(await duk(['restore', backup], settings)).toMatchObject({
      code: 0,
      out: expect.stringContaining('1 case of 2 can be read. 1 case erased since then'),
    });
    expect(await titlesIn(restored, [kept, gone, later])).toEqual([
      'Den som blir',
      expect.stringMatching(/^SealBroken: .*was erased for ever/),
      undefined,
    ]);
    const bytes = readFileSync(join(restored, 'duk.db'));
    expect(bytes.includes('Den som')).toBe(false);
    // The backup is as it was: it can be used again.
    expect(readdirSync(backup).toSorted()).toEqual(['backup.json', 'duk.db']);
  });

  it('are whole while people write', async () => {
    const titles = Array.from({ length: 12 }, (_, at) => `Sak ${at}`);
    const backup = join(folder, 'busy');
    // Who was told that it is saved before the backup began finds it there.
    const saved = await Promise.all(titles.slice(0, 6).map(newCase));
    const [, ...others] = await Promise.all([duk(['backup', backup]), ...titles.slice(6).map(newCase)]);
    const ids = [...saved, ...others];
    const restored = join(folder, 'busy-restored');
    expect(
      await duk(['restore', backup], { DUK_DATA_DIR: restored, DUK_KEYS_DIR: `${server.dataDir}.keys` }),
    ).toMatchObject({ code: 0 });
    const found = await titlesIn(restored, ids);
    expect(found.slice(0, saved.length)).toEqual(titles.slice(0, saved.length));
    for (const [at, title] of found.entries()) expect([undefined, titles[at]]).toContain(title);
  });

  it('are put back into a folder that no server can take meanwhile', async () => {
    const backup = join(folder, 'wednesday');
    const id = await newCase('Den som legges tilbake');
    await duk(['backup', backup]);
    const bytes = readFileSync(join(backup, 'duk.db'));
    // A pipe in the place of the file: the restore has begun, and waits for what is in it.
    rmSync(join(backup, 'duk.db'));
    execFileSync('mkfifo', [join(backup, 'duk.db')]);
    const restored = join(folder, 'held');
    const keysDir = `${server.dataDir}.keys`;
    const restoring = duk(['restore', backup], { DUK_DATA_DIR: restored, DUK_KEYS_DIR: keysDir });
    const pipe = await open(join(backup, 'duk.db'), 'w');
    try {
      expect(await openStorage({ dataDir: restored, exclusive: true, keys: { keysDir } })).toMatchObject({
        ok: false,
        failure: { kind: 'folderInUse' },
      });
      await pipe.writeFile(bytes);
    } finally {
      await pipe.close();
    }
    expect(await restoring).toMatchObject({ code: 0 });
    expect(await titlesIn(restored, [id])).toEqual(['Den som legges tilbake']);
  });

  it('are not put where a server or a command has begun meanwhile', async () => {
    const backup = join(folder, 'thursday');
    await duk(['backup', backup]);
    const restored = join(folder, 'begun');
    const settings = { DUK_DATA_DIR: restored, DUK_KEYS_DIR: `${server.dataDir}.keys` };
    mkdirSync(restored);
    const lock = lockFolder(restored);
    expect(await duk(['restore', backup], settings)).toMatchObject({
      code: 2,
      err: expect.stringContaining('a server is using'),
    });
    lock?.release();
    writeFileSync(join(restored, 'duk.db-wal'), '');
    expect(await duk(['restore', backup], settings)).toMatchObject({
      code: 2,
      err: expect.stringContaining('something in'),
    });
    rmSync(join(restored, 'duk.db-wal'));
    expect(await duk(['restore', backup], settings)).toMatchObject({ code: 0 });
  });

  it('say which damaged journals are not in them, since those are not sealed', async () => {
    const name = 'damaged-board-2026-11-30T18.00.00.000Z.json';
    writeFileSync(join(server.dataDir, name), '{}');
    const backup = join(folder, 'friday');
    expect(await duk(['backup', backup])).toMatchObject({ code: 0, out: expect.stringContaining(name) });
    expect(readdirSync(backup).toSorted()).toEqual(['backup.json', 'duk.db']);
    rmSync(join(server.dataDir, name));
  });

  it('are put only where nothing lies, and only into an empty folder, from one that is whole', async () => {
    const backup = join(folder, 'tuesday');
    await duk(['backup', backup]);
    expect(await duk(['backup', backup])).toMatchObject({ code: 2, err: expect.stringContaining('something in') });
    for (const inside of [join(server.dataDir, 'backup'), join(`${server.dataDir}.keys`, 'backup')])
      expect(await duk(['backup', inside])).toMatchObject({ code: 2 });
    // Where the server serves from there is something.
    expect(await duk(['restore', backup])).toMatchObject({ code: 2, err: expect.stringContaining('something in') });

    const altered = join(folder, 'altered');
    cpSync(backup, altered, { recursive: true });
    const bytes = readFileSync(join(altered, 'duk.db'));
    bytes[bytes.length - 9] = (bytes[bytes.length - 9] ?? 0) ^ 1;
    writeFileSync(join(altered, 'duk.db'), bytes);
    const settings = { DUK_DATA_DIR: join(folder, 'never') };
    expect(await duk(['restore', altered], settings)).toMatchObject({
      code: 2,
      err: expect.stringContaining('was altered'),
    });
    rmSync(join(altered, 'backup.json'));
    expect(await duk(['restore', altered], settings)).toMatchObject({
      code: 2,
      err: expect.stringContaining('no whole backup'),
    });
    expect(readdirSync(settings.DUK_DATA_DIR)).toEqual(['server.lock']);
    // Without the keys it is there, and says what is missing.
    expect(await duk(['restore', backup], settings)).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^It cannot be opened yet: .* holds none of its keys/),
    });
  });

  it('of PostgreSQL are its own, and the command says how', async () => {
    const answer = await duk(['backup', join(folder, 'pg')], { DUK_DATABASE_URL: 'postgres://duk@127.0.0.1:1/duk' });
    expect(answer).toMatchObject({ code: 2, err: expect.stringContaining('--exclude-table-data=wrapped_keys') });
  });
});
