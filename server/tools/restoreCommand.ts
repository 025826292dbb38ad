import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { failed, type Result, succeeded } from '@duken/shared/result';
import type { Config } from '../config.ts';
import { type CaseKeysHere, type FolderLock, lockFolder, lockName } from '../storage/index.ts';
import {
  type BackupManifest,
  dataName,
  isUnfinished,
  messageOf,
  readManifest,
  unfinishedName,
} from './backupFolder.ts';
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
    const put = await putBack(folder, dataDir, manifest);
    if (!put.ok) return cannot(put.failure);
    try {
      return await tellKeys(manifest.madeAt, config);
    } finally {
      put.value.release();
    }
  },
};

/** @returns the hold on the data folder that is filled now, or what is in the way, as one sentence */
async function putBack(folder: string, dataDir: string, manifest: BackupManifest): Promise<Result<FolderLock, string>> {
  const taken = `there is something in ${dataDir} already; stop the server, and take it away or set DUK_DATA_DIR`;
  let lock: FolderLock | undefined;
  const giveUp = (fault: string) => {
    lock?.release();
    return failed(fault);
  };
  try {
    if (existsSync(dataDir) && !(await isFree(dataDir))) return failed(taken);
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    // As a server holds it, so that none starts on half of it.
    lock = lockFolder(dataDir);
    if (!lock) return failed(`a server is using ${dataDir}; stop it first`);
    const unfinished = join(dataDir, unfinishedName);
    const { sha256, bytes } = await hashOfFile(join(folder, dataName), unfinished);
    const isWhole = sha256 === manifest.sha256 && bytes === manifest.bytes;
    // A command that only looks asks for no lock, and makes the files that it finds missing.
    if (!isWhole || !(await isFree(dataDir))) {
      await rm(unfinished);
      return giveUp(isWhole ? taken : `${folder} is not as it was made: its ${dataName} was altered, or is not whole`);
    }
    await rename(unfinished, join(dataDir, dataName));
    await flush(dataDir);
    return succeeded(lock);
  } catch (error) {
    return giveUp(`${folder} cannot be copied to ${dataDir} (${messageOf(error)})`);
  }
}

/** Whether nothing lies there but what a start or a restore that was broken off has left. */
async function isFree(dataDir: string): Promise<boolean> {
  for (const name of await readdir(dataDir)) {
    if (isUnfinished(name) || name.startsWith(lockName)) continue;
    // A server that was refused the folder has made it, and written nothing.
    if (name === dataName && (await stat(join(dataDir, name))).size === 0) continue;
    return false;
  }
  return true;
}

async function tellKeys(madeAt: string, config: Config): Promise<number> {
  console.log(`${config.dataDir} holds everything as it was at ${madeAt}.`);
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
}

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
