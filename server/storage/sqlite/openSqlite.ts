import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { failed, type Result, succeeded } from '@duken/shared/result';
import { sql } from 'kysely';
import { SqlDirectory } from '../sql/sqlDirectory.ts';
import { SqlInstallation } from '../sql/sqlInstallation.ts';
import { SqlJournalCare } from '../sql/sqlJournalCare.ts';
import { SqlPlanArchive } from '../sql/sqlPlanArchive.ts';
import type { Database, OpenStorageFailure } from '../storage.ts';
import { type FolderLock, lockFolder } from './folderLock.ts';
import { kyselyOverSqlite } from './kyselyOverSqlite.ts';
import { layOutWal, pagesBeforeCheckpoint } from './layOutWal.ts';
import { makeFolder } from './makeFolder.ts';
import { knownMigrations, migrate, migrationsIn } from './migrations.ts';
import { SqliteJournal } from './sqliteJournal.ts';
import { sqliteSize } from './sqliteSize.ts';

/** How long a statement waits for another process (a backup, `duk verify`) to let go of the file, in milliseconds. */
const busyTimeoutMs = 5_000;

/** Everything in one file, `duk.db`, in the data folder. */
export function openSqlite(dataDir: string, exclusive: boolean): Result<Database, OpenStorageFailure> {
  try {
    // Only the one who runs the server may read what families have written.
    makeFolder(dataDir);
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    return failed({ kind: 'folderUnwritable', folder: dataDir, reason: reasonOf(error) });
  }
  const file = join(dataDir, 'duk.db');
  let lock: FolderLock | undefined;
  let db: DatabaseSync | undefined;
  try {
    if (exclusive) {
      lock = lockFolder(dataDir);
      if (!lock) return failed({ kind: 'folderInUse', folder: dataDir });
    }
    db = new DatabaseSync(file, { timeout: busyTimeoutMs, enableForeignKeyConstraints: true });
    // WAL with FULL: what is committed survives a power cut, and readers do not wait for writers.
    db.exec(
      `pragma journal_mode = wal; pragma synchronous = full; pragma wal_autocheckpoint = ${pagesBeforeCheckpoint}`,
    );
    const found = migrationsIn(db);
    if (found > knownMigrations) {
      db.close();
      lock?.release();
      return failed({ kind: 'databaseTooNew', place: file, found, known: knownMigrations });
    }
    migrate(db);
    if (exclusive) layOutWal(`${file}-wal`);
    return succeeded(storageOver(db, dataDir, file, lock));
  } catch (error) {
    if (db?.isOpen) db.close();
    lock?.release();
    return failed({ kind: 'databaseUnreadable', file, reason: reasonOf(error) });
  }
}

function storageOver(db: DatabaseSync, place: string, file: string, lock: FolderLock | undefined): Database {
  const kysely = kyselyOverSqlite(db);
  return {
    place,
    journal: new SqliteJournal(db, kysely),
    directory: new SqlDirectory(kysely),
    archive: new SqlPlanArchive(kysely),
    installation: new SqlInstallation(kysely, { byBytes: 'binary', holdsNul: true }),
    journalCare: new SqlJournalCare(kysely, false),
    async check() {
      await sql`select count(*) from boards`.execute(kysely);
    },
    size: () => sqliteSize(file, db, kysely),
    async close() {
      // Waits for its turn, so that a commit under way is finished first.
      await kysely.connection().execute(async () => db.close());
      lock?.release();
    },
  };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
