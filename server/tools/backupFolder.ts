import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { failed, type Result, succeeded } from '@duken/shared/result';
import { z } from 'zod';
import { flush, hashOfFile } from './fileBytes.ts';

/** What a folder with a backup holds: the data, and what it must be. The name is what it has in a data folder too. */
export const dataName = 'duk.db';
const manifestName = 'backup.json';
/** What is being copied: it has its name when it is whole. */
export const unfinishedName = 'duk.db.part';
const backupFormat = 1;

const manifestSchema = z.object({
  format: z.literal(backupFormat),
  madeAt: z.iso.datetime(),
  sha256: z.string(),
  bytes: z.int(),
});
export type BackupManifest = z.output<typeof manifestSchema>;

/** @returns undefined when the folder holds no whole backup that this program knows */
export async function readManifest(folder: string): Promise<BackupManifest | undefined> {
  try {
    return manifestSchema.parse(JSON.parse(await readFile(join(folder, manifestName), 'utf8')));
  } catch {
    return undefined; // Whatever is wrong with it, it is none.
  }
}

/** What is copied. */
interface Source {
  readonly place: string;
  /** @returns false when it has tools of its own for that */
  backUp(file: string): Promise<boolean>;
}

/** SQLite's codes for a file that is damaged, or none of its own: only what is copied can be that. */
const damagedCodes = [11, 26];

/**
 * Makes a backup in a folder that holds none. Whatever goes wrong, nothing of it stays there: a full disk is not left full.
 * @returns what is in the way, as one sentence
 */
export async function makeBackup({ place, backUp }: Source, folder: string): Promise<Result<BackupManifest, string>> {
  // A name of its own: of two that write here at once neither can take the other's for its own.
  const unfinished = join(folder, `${unfinishedName}.${randomBytes(4).toString('hex')}`);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await removeUnfinished(folder);
    // Before the copy begins: it holds what was there then, and nothing that came while it was made.
    const madeAt = new Date().toISOString();
    try {
      if (!(await backUp(unfinished))) return failed(`${place} is backed up by its own tools`);
    } catch (error) {
      return failed(copyFaultText(error, place, folder));
    }
    await flush(unfinished);
    const { sha256, bytes } = await hashOfFile(unfinished);
    await rename(unfinished, join(folder, dataName));
    // Last: without it nobody takes the folder for a backup.
    const manifest: BackupManifest = { format: backupFormat, madeAt, sha256, bytes };
    await writeFile(join(folder, manifestName), `${JSON.stringify(manifest, undefined, 1)}\n`, { flush: true });
    await flush(folder);
    return succeeded(manifest);
  } catch (error) {
    return failed(`${folder} cannot be written to (${messageOf(error)})`);
  } finally {
    await rm(unfinished, { force: true });
  }
}

/** Whether it is what a copy that was broken off has left, which is in nobody's way. */
export function isUnfinished(name: string): boolean {
  return name.startsWith(unfinishedName);
}

async function removeUnfinished(folder: string): Promise<void> {
  for (const name of await readdir(folder)) if (isUnfinished(name)) await rm(join(folder, name), { force: true });
}

function copyFaultText(error: unknown, place: string, folder: string): string {
  // The database's own words, where there are any.
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const isDamaged =
    cause instanceof Error &&
    'errcode' in cause &&
    typeof cause.errcode === 'number' &&
    damagedCodes.includes(cause.errcode & 0xff);
  return isDamaged
    ? `${place} cannot be read (${messageOf(cause)})`
    : `${place} cannot be copied into ${folder} (${messageOf(cause)})`;
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
