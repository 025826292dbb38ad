import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Config } from '../config.ts';
import { changeableKeyFile, isInside, keysDirOf } from '../sealing/index.ts';
import { dataName, isUnfinished, makeBackup } from './backupFolder.ts';
import type { Command } from './command.ts';
import { openPlace, placeOf } from './openPlace.ts';
import { damagedPrefix } from './repairJournal.ts';

export const backupCommand: Command = {
  usage: [
    [
      'duk backup FOLDER',
      'copies what people wrote, sealed and without keys, into a new folder, while the server runs',
    ],
  ],
  async run([written, ...others], config) {
    if (!written || written.startsWith('-') || others.length > 0) return undefined;
    const folder = resolve(written);
    const fault = await faultOf(folder, config);
    if (fault) return cannot(fault);
    const storage = await openPlace(placeOf(config));
    if (!storage.ok) return cannot(storage.failure);
    try {
      const { place } = storage.value;
      const made = await makeBackup(storage.value, folder);
      if (!made.ok) return cannot(made.failure);
      const { madeAt, bytes } = made.value;
      console.log(`Everything in ${place} is in ${folder} too, as it was at ${madeAt}: ${bytes} bytes.`);
      console.log(whereKeysAre(config));
      const damaged = (await readdir(config.dataDir)).filter((name) => name.startsWith(damagedPrefix));
      if (damaged.length > 0) console.log(damagedText(damaged, config.dataDir));
      return 0;
    } finally {
      await storage.value.close();
    }
  },
};

/** What repairs have saved is in the clear: in a backup it could be read also after its case was erased. */
function damagedText(names: readonly string[], dataDir: string): string {
  return `Not in it, since they are not sealed: the damaged journals that repairs have saved in ${dataDir} (${names.join(', ')}). Keep them as safely as the keys, or delete them when nobody needs them.`;
}

async function faultOf(folder: string, { dataDir, databaseUrl, keys }: Config): Promise<string | undefined> {
  if (databaseUrl !== undefined)
    return 'the data lies in PostgreSQL; take it with pg_dump --exclude-table-data=wrapped_keys --exclude-table-data=all_sealed, and the keys apart from it with pg_dump -t wrapped_keys -t all_sealed';
  if (!existsSync(join(dataDir, dataName))) return `there is nothing in ${dataDir}`;
  if (isInside(folder, dataDir)) return `${folder} is in the data folder; take another`;
  if (isInside(folder, keysDirOf(keys, dataDir)))
    return `${folder} is in the folder for keys, and the two must lie apart; take another`;
  if (existsSync(folder) && !(await readdir(folder)).every(isUnfinished))
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
