import { accessSync, constants } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { failed, type Result, succeeded } from '@duken/shared/result';
import { sql } from 'kysely';
import { eraseExpiredBoard } from '../sql/eraseBoard.ts';
import { SqlAccounts } from '../sql/sqlAccounts.ts';
import { SqlAnswers } from '../sql/sqlAnswers.ts';
import { SqlCaseLog } from '../sql/sqlCaseLog.ts';
import { SqlConsents } from '../sql/sqlConsents.ts';
import { SqlDirectory } from '../sql/sqlDirectory.ts';
import { SqlFollowUp } from '../sql/sqlFollowUp.ts';
import { SqlInstallation } from '../sql/sqlInstallation.ts';
import { SqlJournalCare } from '../sql/sqlJournalCare.ts';
import { SqlPlanArchive } from '../sql/sqlPlanArchive.ts';
import { SqlPlanLives } from '../sql/sqlPlanLives.ts';
import { SqlReminders } from '../sql/sqlReminders.ts';
import { SqlTallies } from '../sql/sqlTallies.ts';
import type { Database, OpenStorageFailure } from '../storage.ts';
import { isOpenToAll, keepFromOthers } from './folderRights.ts';
import { kyselyOverSqlite } from './kyselyOverSqlite.ts';
import { makeFolder } from './makeFolder.ts';
import { databaseFileIn, reasonOf } from './openFile.ts';
import { SqliteFile } from './sqliteFile.ts';
import { SqliteJournal } from './sqliteJournal.ts';
import { sqliteSize } from './sqliteSize.ts';

/** Everything in one file, `duk.db`, in the data folder. */
export function openSqlite(dataDir: string, exclusive: boolean): Result<Database, OpenStorageFailure> {
  try {
    // Only the one who runs the server may read what families have written.
    makeFolder(dataDir);
    if (isOpenToAll(dataDir)) return failed({ kind: 'folderOpen', folder: dataDir });
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
    keepFromOthers(dataDir);
  } catch (error) {
    return failed({ kind: 'folderUnwritable', folder: dataDir, reason: reasonOf(error) });
  }
  const file = SqliteFile.open(dataDir, exclusive);
  return file.ok ? succeeded(storageOver(file.value, dataDir)) : file;
}

function storageOver(file: SqliteFile, dataDir: string): Database {
  const kysely = kyselyOverSqlite(file);
  const journal = new SqliteJournal(file, kysely);
  return {
    place: dataDir,
    journal,
    directory: new SqlDirectory(kysely),
    accounts: new SqlAccounts(kysely),
    archive: new SqlPlanArchive(kysely),
    followUp: new SqlFollowUp(kysely),
    tallies: new SqlTallies(kysely),
    consents: new SqlConsents(kysely),
    answers: new SqlAnswers(kysely),
    reminders: new SqlReminders(kysely),
    planLives: new SqlPlanLives(kysely),
    caseLog: new SqlCaseLog(kysely),
    installation: new SqlInstallation(kysely, { byBytes: 'binary', holdsNul: true }),
    journalCare: new SqlJournalCare(kysely, false),
    async eraseExpiredBoard(boardId, now) {
      // What is deleted is written over, in the pages and in the log: a file on a disk keeps its old bytes else.
      const overwrite = () => file.use((connection) => connection.overwriteDeleted(true));
      const isErased = await eraseExpiredBoard(kysely, boardId, now, [], overwrite);
      if (isErased) await journal.emptyLog();
      return isErased;
    },
    async check() {
      await sql`select count(*) from boards`.execute(kysely);
    },
    size: () => sqliteSize(databaseFileIn(dataDir), file, kysely),
    async freeBytes() {
      // Not all that is free: some is kept for root.
      const { bavail, bsize } = await statfs(dataDir);
      return bavail * bsize;
    },
    async close() {
      // Waits for its turn, so that a commit under way is finished first.
      await kysely.connection().execute(async () => file.close());
    },
  };
}
