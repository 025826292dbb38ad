import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeBackup, readManifest } from './backupFolder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'duken-make-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A source that writes this, and then does as it is told. */
const source = (then: (file: string) => unknown) => ({
  place: 'the data',
  async backUp(file: string) {
    writeFileSync(file, 'bytes');
    await then(file);
    return true;
  },
});

describe('making a backup', () => {
  it('says the moment before the copy begins, which nothing in it is younger than', async () => {
    let began = Number.POSITIVE_INFINITY;
    const slow = source(async () => {
      began = Date.now();
      while (Date.now() === began) await nextTurn();
    });
    const made = await makeBackup(slow, join(folder, 'monday'));
    expect(made).toMatchObject({ ok: true, value: { bytes: 5 } });
    const manifest = await readManifest(join(folder, 'monday'));
    expect(Date.parse(manifest?.madeAt ?? '')).toBeLessThanOrEqual(began);
  });

  it('leaves nothing behind when the disk is full, and can be done again with the same folder', async () => {
    const full = source(() => {
      throw Object.assign(new Error('database or disk is full'), { errcode: 13 });
    });
    expect(await makeBackup(full, folder)).toEqual({
      ok: false,
      failure: `the data cannot be copied into ${folder} (database or disk is full)`,
    });
    expect(readdirSync(folder)).toEqual([]);
    // Killed, it cannot take anything away.
    writeFileSync(join(folder, 'duk.db.part.0123abcd'), 'half');
    expect(
      await makeBackup(
        source(() => undefined),
        folder,
      ),
    ).toMatchObject({ ok: true });
    expect(readdirSync(folder).toSorted()).toEqual(['backup.json', 'duk.db']);
  });

  it('says whose fault it is: what is copied, or the folder', async () => {
    const damaged = source(() => {
      const cause = Object.assign(new Error('database disk image is malformed'), { errcode: 11 });
      throw new Error('SQLite refused', { cause });
    });
    expect(await makeBackup(damaged, folder)).toEqual({
      ok: false,
      failure: 'the data cannot be read (database disk image is malformed)',
    });
    mkdirSync(join(folder, 'duk.db'));
    expect(
      await makeBackup(
        source(() => undefined),
        folder,
      ),
    ).toMatchObject({
      ok: false,
      failure: expect.stringContaining(`${folder} cannot be written to`),
    });
    expect(readdirSync(folder)).toEqual(['duk.db']);
  });
});
