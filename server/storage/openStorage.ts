import type { Result } from '@duken/shared/result';
import { openSqlite } from './sqlite/openSqlite.ts';
import type { OpenStorageFailure, Storage } from './storage.ts';

/** Where things are kept. */
export interface StorageSettings {
  /** The folder that holds everything of an installation; made when it is missing. */
  readonly dataDir: string;
  /** Whether to refuse a folder that another server is using: each keeps its own picture of the boards people are at. */
  readonly exclusive?: boolean;
}

/** Opens what the settings ask for. The only place that knows the databases by name. */
export async function openStorage(settings: StorageSettings): Promise<Result<Storage, OpenStorageFailure>> {
  return openSqlite(settings.dataDir, settings.exclusive ?? false);
}
