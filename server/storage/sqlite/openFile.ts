import { type BigIntStats, statSync } from 'node:fs';
import { join } from 'node:path';
import { failed, type Result, succeeded } from '@duken/shared/result';
import type { OpenStorageFailure } from '../storage.ts';
import { type FolderLock, lockFolder } from './folderLock.ts';
import { forgetCached } from './forgetCached.ts';
import { layOutWal } from './layOutWal.ts';
import { knownMigrations, migrate, migrationsIn } from './migrations.ts';
import { SqliteConnection } from './sqliteConnection.ts';

/** What is held of the data folder while all is well. */
export interface OpenFile {
  readonly connection: SqliteConnection;
  /** For a server, the whole folder. */
  readonly lock: FolderLock | undefined;
  readonly identity: FileIdentity;
}

/** By what a file is known again when its disk was away: a backup or an older file in its place is another one. */
export type FileIdentity = Pick<BigIntStats, 'ino' | 'birthtimeNs'>;

/** Where everything of a data folder lies. */
export function databaseFileIn(dataDir: string): string {
  return join(dataDir, 'duk.db');
}

/**
 * Opens the file, and takes the folder if it is to be held.
 *
 * @param known the file that it must be; it is made only when none is known
 */
export function openFile(
  dataDir: string,
  exclusive: boolean,
  known?: FileIdentity,
): Result<OpenFile, OpenStorageFailure> {
  const file = databaseFileIn(dataDir);
  let lock: FolderLock | undefined;
  let connection: SqliteConnection | undefined;
  const giveUp = (failure: OpenStorageFailure) => {
    connection?.abandon();
    lock?.release();
    return failed(failure);
  };
  try {
    // Before anything is made: where a disk is not mounted there is another folder, which must stay as it is.
    if (known && !isSame(identityOf(file), known)) {
      return failed({ kind: 'databaseUnreadable', file, reason: 'another file lies in its place' });
    }
    if (exclusive) {
      lock = lockFolder(dataDir);
      if (!lock) return failed({ kind: 'folderInUse', folder: dataDir });
    }
    if (exclusive || known) readFromDisk(file, known !== undefined);
    connection = new SqliteConnection(file, !known);
    const found = migrationsIn(connection.db);
    if (found > knownMigrations) {
      return giveUp({ kind: 'databaseTooNew', place: file, found, known: knownMigrations });
    }
    migrate(connection.db);
    if (exclusive) connection.transact(() => layOutWal(`${file}-wal`));
    return succeeded({ connection, lock, identity: identityOf(file) });
  } catch (error) {
    return giveUp({ kind: 'databaseUnreadable', file, reason: reasonOf(error) });
  }
}

/**
 * Only what the disk itself holds is to be believed after it failed, and a server may have been started because of that.
 *
 * @param hasFailed whether it surely did: else a system that cannot do it lets a server start all the same
 */
function readFromDisk(file: string, hasFailed: boolean): void {
  try {
    for (const part of [file, `${file}-wal`]) forgetCached(part);
  } catch (error) {
    if (hasFailed) throw error;
  }
}

function identityOf(file: string): FileIdentity {
  return statSync(file, { bigint: true });
}

function isSame(found: FileIdentity, known: FileIdentity): boolean {
  return found.ino === known.ino && found.birthtimeNs === known.birthtimeNs;
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
