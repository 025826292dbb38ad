import { failed, type Result, succeeded } from '@duken/shared/result';
import type { KeySettings } from '../sealing/index.ts';
import { openPostgres } from './postgres/openPostgres.ts';
import { loneBus, type RoomBus, type UnsealedBus } from './roomBus.ts';
import { SealedBus } from './sealedBus.ts';
import { openSqlite } from './sqlite/openSqlite.ts';
import type { Database, OpenStorageFailure, Storage } from './storage.ts';

/** For whoever fills a data folder while no server may. */
export { type FolderLock, lockFolder, lockName } from './sqlite/folderLock.ts';

/** Where things are kept. */
export interface StorageSettings {
  /** The folder that holds everything of an installation; made when it is missing. */
  readonly dataDir: string;
  /** A PostgreSQL database that holds everything instead of the folder. */
  readonly databaseUrl?: string | undefined;
  /** A Redis that joins the servers of one PostgreSQL database. */
  readonly redisUrl?: string | undefined;
  /**
   * Whether this is a server, which keeps its own picture of the boards people are at: it refuses what another server is
   * using, unless Redis joins both of them. Otherwise it only looks, or writes what no open board has to hear of.
   */
  readonly exclusive?: boolean;
  /** Whether everything is to be moved there, so that an unfinished move is no hindrance. */
  readonly isMoveTarget?: boolean;
  /** Where the keys are that open what is kept. When it is not said, beside the data folder. */
  readonly keys?: KeySettings;
}

/** Opens what the settings ask for. The only place that knows the databases by name. */
export async function openStorage(settings: StorageSettings): Promise<Result<Storage, OpenStorageFailure>> {
  const { redisUrl, exclusive = false } = settings;
  const bus = exclusive && redisUrl !== undefined ? await openBus(redisUrl) : undefined;
  if (bus && !bus.ok) return bus;
  const database = await openDatabase(settings);
  if (!database.ok) {
    await bus?.value.close();
    return database;
  }
  const { keyring } = database.value;
  return succeeded(joined(database.value, bus ? new SealedBus(bus.value, keyring) : loneBus));
}

async function openDatabase(settings: StorageSettings): Promise<Result<Database, OpenStorageFailure>> {
  const database = await openAnyDatabase(settings);
  if (!database.ok || settings.isMoveTarget) return database;
  const { installation, place } = database.value;
  const source = await installation.unfinishedFrom();
  if (source === undefined) return database;
  await database.value.close();
  return failed({ kind: 'moveUnfinished', place, source });
}

async function openAnyDatabase(settings: StorageSettings): Promise<Result<Database, OpenStorageFailure>> {
  const { dataDir, databaseUrl, redisUrl, exclusive = false, keys = {} } = settings;
  if (databaseUrl === undefined) return openSqlite(dataDir, exclusive, keys);
  const asJoined = redisUrl === undefined ? 'alone' : 'joined';
  return openPostgres(databaseUrl, exclusive ? asJoined : undefined, { dataDir, settings: keys });
}

/** Only who asks for Redis loads its driver. */
async function openBus(url: string): Promise<Result<UnsealedBus, OpenStorageFailure>> {
  const { openRedisBus } = await import('./redis/openRedisBus.ts');
  return openRedisBus(url);
}

function joined(database: Database, bus: RoomBus): Storage {
  return {
    ...database,
    bus,
    async close() {
      await bus.close();
      await database.close();
    },
  };
}
