import { failed, type Result, succeeded } from '@duken/shared/result';
import type { Config } from '../config.ts';
import type { KeyFailure } from '../sealing/index.ts';
import { type OpenStorageFailure, openStorage, type Storage, type StorageSettings } from '../storage/index.ts';

/** A place where an installation lies: what the settings say, or what somebody wrote on the command line. */
export function placeOf(config: Config, written?: string): StorageSettings {
  const { dataDir, databaseUrl, keys } = config;
  if (written === undefined) return { dataDir, databaseUrl, keys };
  if (/^postgres(ql)?:/.test(written)) return { dataDir, databaseUrl: written, keys };
  // Another folder has its keys beside it, whatever folder the settings name for this one's.
  const { keysDir: _, ...others } = keys;
  return { dataDir: written, keys: others };
}

/** @returns what is in the way, as one sentence */
export async function openPlace(settings: StorageSettings): Promise<Result<Storage, string>> {
  const storage = await openStorage(settings);
  return storage.ok ? succeeded(storage.value) : failed(openFailureText(storage.failure));
}

function openFailureText(failure: OpenStorageFailure): string {
  switch (failure.kind) {
    case 'folderUnwritable':
      return `the folder ${failure.folder} cannot be written to (${failure.reason})`;
    case 'folderOpen':
      return `anybody on this machine may write in the folder ${failure.folder}; let only this user (chmod 700)`;
    case 'folderInUse':
      return `a server is using the folder ${failure.folder}; stop it first`;
    case 'databaseUnreadable':
      return `${failure.file} cannot be opened (${failure.reason})`;
    case 'databaseRefused':
      return `${failure.database} cannot be used (${failure.reason})`;
    case 'databaseInUse':
    case 'databaseHeldAlone':
      return `a server is using ${failure.database}; stop it first`;
    case 'redisRefused':
      return `${failure.redis} cannot be used (${failure.reason})`;
    case 'moveUnfinished':
      return `moving everything from ${failure.source} to ${failure.place} was not finished; run that move again`;
    case 'databaseTooNew':
      return `${failure.place} was made by a newer version of Duken; use that version or a later one`;
    case 'keysUnwritable':
      return `the folder for keys ${failure.folder} cannot be used (${failure.reason}); set DUK_KEYS_DIR`;
    default:
      return keyFailureText(failure);
  }
}

export function keyFailureText(failure: KeyFailure): string {
  switch (failure.kind) {
    case 'keysInside':
      return `${failure.path} is inside the data folder ${failure.folder}; move it, and set DUK_KEY_FILE or DUK_KEYS_DIR`;
    case 'keyOpen':
      return `others may read the key in ${failure.file}; let only this user (chmod 600)`;
    case 'keyUnusable':
      return `the key in ${failure.file} cannot be used (${failure.reason})`;
    case 'keyMissing':
      return `${failure.place} is sealed, and there is no key in ${failure.file}; set DUK_KEY or DUK_KEY_FILE`;
    case 'keysGone':
      return `${failure.place} is sealed, and ${failure.keys} holds none of its keys; set DUK_KEYS_DIR to the folder that does`;
    case 'keyWrong':
      return `${failure.place} is sealed with another key than this; set DUK_KEY or DUK_KEY_FILE to the installation's key`;
  }
}
