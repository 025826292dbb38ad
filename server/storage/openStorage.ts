import type { Result } from '@duken/shared/result';
import { openPostgres } from './postgres/openPostgres.ts';
import { openSqlite } from './sqlite/openSqlite.ts';
import type { OpenStorageFailure, Storage } from './storage.ts';

/** Where things are kept. */
export interface StorageSettings {
  /** The folder that holds everything of an installation; made when it is missing. */
  readonly dataDir: string;
  /** A PostgreSQL database that holds everything instead of the folder. */
  readonly databaseUrl?: string | undefined;
  /** Whether to refuse what another server is using: each keeps its own picture of the boards people are at. */
  readonly exclusive?: boolean;
}

/** Opens what the settings ask for. The only place that knows the databases by name. */
export async function openStorage(settings: StorageSettings): Promise<Result<Storage, OpenStorageFailure>> {
  const { dataDir, databaseUrl, exclusive = false } = settings;
  return databaseUrl === undefined ? openSqlite(dataDir, exclusive) : openPostgres(databaseUrl, exclusive);
}
