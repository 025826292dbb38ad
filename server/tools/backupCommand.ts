import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Config } from '../config.ts';
import { changeableKeyFile, isInside, keysDirOf } from '../sealing/index.ts';
import { backupFormat, dataName, manifestName, unfinishedName } from './backupFolder.ts';
import type { Command } from './command.ts';
import { flush, hashOfFile } from './fileBytes.ts';
import { openPlace, placeOf } from './openPlace.ts';

export const backupCommand: Command = {
  usage: [['duk backup FOLDER', 'copies all data, without the keys, into a new folder, while the server runs']],
  async run([written, ...others], config) {
    if (!written || written.startsWith('-') || others.length > 0) return undefined;
    const folder = resolve(written);
    const fault = await faultOf(folder, config);
    if (fault) return cannot(fault);
    const storage = await openPlace(placeOf(config));
    if (!storage.ok) return cannot(storage.failure);
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const unfinished = join(folder, unfinishedName);
      const { backUp, place } = storage.value;
      if (!(await backUp(unfinished))) return cannot(`${place} is backed up by its own tools`);
      await flush(unfinished);
      const { sha256, bytes } = await hashOfFile(unfinished);
      await rename(unfinished, join(folder, dataName));
      // Last: without it nobody takes the folder for a backup.
      const manifest = { format: backupFormat, madeAt: new Date().toISOString(), sha256, bytes };
      await writeFile(join(folder, manifestName), `${JSON.stringify(manifest, undefined, 1)}\n`, { flush: true });
      await flush(folder);
      console.log(`Everything in ${place} is in ${folder} too, as it was at ${manifest.madeAt}: ${bytes} bytes.`);
      console.log(whereKeysAre(config));
      return 0;
    } catch (error) {
      return cannot(`${folder} cannot be written to (${error instanceof Error ? error.message : String(error)})`);
    } finally {
      await storage.value.close();
    }
  },
};

async function faultOf(folder: string, { dataDir, databaseUrl, keys }: Config): Promise<string | undefined> {
  if (databaseUrl !== undefined)
    return 'the data lies in PostgreSQL; take it with pg_dump --exclude-table-data=wrapped_keys --exclude-table-data=all_sealed, and the keys apart from it with pg_dump -t wrapped_keys -t all_sealed';
  if (!existsSync(join(dataDir, dataName))) return `there is nothing in ${dataDir}`;
  if (isInside(folder, dataDir)) return `${folder} is in the data folder; take another`;
  if (isInside(folder, keysDirOf(keys, dataDir)))
    return `${folder} is in the folder for keys, and the two must lie apart; take another`;
  if (existsSync(folder) && (await readdir(folder)).length > 0)
    return `there is something in ${folder} already; take a new folder for each backup`;
  return undefined;
}

function whereKeysAre({ keys, dataDir }: Config): string {
  const file = changeableKeyFile(keys, dataDir);
  const own = file === undefined ? 'what DUK_KEY says' : file;
  return `The keys are not in it, and without them nobody can read it: keep one copy of ${join(keysDirOf(keys, dataDir), 'keys.db')} and of ${own} somewhere else, and write over that copy each time, so that what was erased stays unreadable.`;
}

function cannot(reason: string): number {
  console.error(`Cannot make a backup: ${reason}.`);
  return 2;
}
