import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** What a folder with a backup holds: the data, and what it must be. The name is what it has in a data folder too. */
export const dataName = 'duk.db';
export const manifestName = 'backup.json';
/** What is being copied: it has its name when it is whole. */
export const unfinishedName = 'duk.db.part';
export const backupFormat = 1;

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
