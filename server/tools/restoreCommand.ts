import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { CaseKeysHere } from '../storage/index.ts';
import { dataName, readManifest, unfinishedName } from './backupFolder.ts';
import { type Command, count } from './command.ts';
import { flush, hashOfFile } from './fileBytes.ts';
import { openPlace, placeOf } from './openPlace.ts';

export const restoreCommand: Command = {
  usage: [['duk restore FOLDER', 'puts a backup into the data folder, which must be empty; today’s keys open it']],
  async run([written, ...others], config) {
    if (!written || written.startsWith('-') || others.length > 0) return undefined;
    const folder = resolve(written);
    const { dataDir, databaseUrl } = config;
    if (databaseUrl !== undefined)
      return cannot(
        'the data lies in PostgreSQL; restore it with its own tools, or leave DUK_DATABASE_URL out, restore, and duk move it there',
      );
    const manifest = await readManifest(folder);
    if (!manifest) return cannot(`${folder} holds no whole backup`);
    const there = existsSync(dataDir) ? await readdir(dataDir) : [];
    // What a restore that was broken off has left is in nobody's way.
    if (there.some((name) => name !== unfinishedName))
      return cannot(`there is something in ${dataDir} already; stop the server, and take it away or set DUK_DATA_DIR`);
    const unfinished = join(dataDir, unfinishedName);
    try {
      await mkdir(dataDir, { recursive: true, mode: 0o700 });
      const copied = await hashOfFile(join(folder, dataName), unfinished);
      if (copied.sha256 !== manifest.sha256 || copied.bytes !== manifest.bytes) {
        await rm(unfinished);
        return cannot(`${folder} is not as it was made: its ${dataName} was altered, or is not whole`);
      }
      await rename(unfinished, join(dataDir, dataName));
      await flush(dataDir);
    } catch (error) {
      return cannot(`${dataDir} cannot be written to (${error instanceof Error ? error.message : String(error)})`);
    }
    console.log(`${dataDir} holds everything as it was at ${manifest.madeAt}.`);
    const storage = await openPlace(placeOf(config));
    if (!storage.ok) {
      console.error(`It cannot be opened yet: ${storage.failure}.`);
      return 1;
    }
    try {
      const keys = await storage.value.keysOfCases();
      console.log(keysText(keys));
      return keys.missing > 0 ? 1 : 0;
    } finally {
      await storage.value.close();
    }
  },
};

function keysText({ cases, destroyed, missing }: CaseKeysHere): string {
  const all = `${count(cases - destroyed - missing, 'case')} of ${cases} can be read.`;
  const erased =
    destroyed > 0
      ? ` ${count(destroyed, 'case')} erased since then: nobody can read them, and the next start takes them away.`
      : '';
  const unknown =
    missing > 0
      ? ` For ${count(missing, 'case')} there is no key here: put back the newest copy of the keys before the server is started.`
      : '';
  return `${all}${erased}${unknown}`;
}

function cannot(reason: string): number {
  console.error(`Cannot restore: ${reason}.`);
  return 2;
}
