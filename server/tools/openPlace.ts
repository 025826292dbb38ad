import { failed, type Result, succeeded } from '@duken/shared/result';
import type { Config } from '../config.ts';
import { type OpenStorageFailure, openStorage, type Storage, type StorageSettings } from '../storage/index.ts';

/** A place where an installation lies: what the settings say, or what somebody wrote on the command line. */
export function placeOf(config: Config, written?: string): StorageSettings {
  if (written === undefined) return { dataDir: config.dataDir, databaseUrl: config.databaseUrl };
  return /^postgres(ql)?:/.test(written) ? { dataDir: config.dataDir, databaseUrl: written } : { dataDir: written };
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
  }
}
