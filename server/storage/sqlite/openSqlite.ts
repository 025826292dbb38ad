import { accessSync, constants } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { failed, type Result, succeeded } from '@duken/shared/result';
import { type Kysely, sql } from 'kysely';
import { isInside, type KeySettings, keysDirOf } from '../../sealing/index.ts';
import { StorageUnavailable } from '../journal.ts';
import { endErasedBoards, eraseExpiredBoard } from '../sql/eraseBoard.ts';
import { eraseProposal } from '../sql/eraseProposal.ts';
import { keysOfCases } from '../sql/keysOfCases.ts';
import { openSealing } from '../sql/openSealing.ts';
import type { SealedRows } from '../sql/sealedRows.ts';
import { sealOldRows } from '../sql/sealOldRows.ts';
import { SqlAccounts } from '../sql/sqlAccounts.ts';
import { SqlAnswers } from '../sql/sqlAnswers.ts';
import { SqlCalendars } from '../sql/sqlCalendars.ts';
import { SqlCaseEnds } from '../sql/sqlCaseEnds.ts';
import { SqlCaseLog } from '../sql/sqlCaseLog.ts';
import { SqlConsents } from '../sql/sqlConsents.ts';
import { SqlContacts } from '../sql/sqlContacts.ts';
import { SqlCuts } from '../sql/sqlCuts.ts';
import { SqlDirectory } from '../sql/sqlDirectory.ts';
import { SqlFollowUp } from '../sql/sqlFollowUp.ts';
import { SqlInstallation } from '../sql/sqlInstallation.ts';
import { SqlIntake } from '../sql/sqlIntake.ts';
import { SqlJournalCare } from '../sql/sqlJournalCare.ts';
import { SqlPasskeys } from '../sql/sqlPasskeys.ts';
import { SqlPlanArchive } from '../sql/sqlPlanArchive.ts';
import { SqlPlanLives } from '../sql/sqlPlanLives.ts';
import { SqlProgramme } from '../sql/sqlProgramme.ts';
import { SqlReminders } from '../sql/sqlReminders.ts';
import { SqlStories } from '../sql/sqlStories.ts';
import { SqlTallies } from '../sql/sqlTallies.ts';
import type { Tables } from '../sql/tables.ts';
import type { Database, OpenStorageFailure } from '../storage.ts';
import { isOpenToAll, keepFromOthers } from './folderRights.ts';
import { kyselyOverSqlite } from './kyselyOverSqlite.ts';
import { makeFolder } from './makeFolder.ts';
import { databaseFileIn, reasonOf } from './openFile.ts';
import { SqliteFile } from './sqliteFile.ts';
import { SqliteJournal } from './sqliteJournal.ts';
import { SqliteKeyStore } from './sqliteKeyStore.ts';
import { sqliteSize } from './sqliteSize.ts';

/** Everything in one file, `duk.db`, in the data folder; the keys that open it elsewhere. */
export async function openSqlite(
  dataDir: string,
  exclusive: boolean,
  settings: KeySettings,
): Promise<Result<Database, OpenStorageFailure>> {
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
  if (!file.ok) return file;
  const opened = await withKeys(file.value, dataDir, settings);
  if (!opened.ok) file.value.close();
  return opened;
}

async function withKeys(
  file: SqliteFile,
  dataDir: string,
  settings: KeySettings,
): Promise<Result<Database, OpenStorageFailure>> {
  const keysDir = keysDirOf(settings, dataDir);
  if (isInside(keysDir, dataDir)) return failed({ kind: 'keysInside', path: keysDir, folder: dataDir });
  let keys: SqliteKeyStore;
  try {
    keys = new SqliteKeyStore(keysDir);
  } catch (error) {
    return failed({ kind: 'keysUnwritable', folder: keysDir, reason: reasonOf(error) });
  }
  const kysely = kyselyOverSqlite(file);
  try {
    const sealed = await openSealing(kysely, keys, settings, { dataDir, place: dataDir });
    if (sealed.ok) return succeeded(storageOver(file, kysely, sealed.value, dataDir));
    await keys.close();
    return sealed;
  } catch (error) {
    await keys.close();
    if (!(error instanceof StorageUnavailable)) throw error;
    return failed({ kind: 'databaseUnreadable', file: databaseFileIn(dataDir), reason: reasonOf(error.cause) });
  }
}

function storageOver(file: SqliteFile, kysely: Kysely<Tables>, sealed: SealedRows, dataDir: string): Database {
  const journal = new SqliteJournal(file, kysely, sealed);
  const destroyKey = (id: string) => sealed.keyring.destroy(id);
  return {
    place: dataDir,
    journal,
    directory: new SqlDirectory(kysely, sealed),
    accounts: new SqlAccounts(kysely, sealed),
    passkeys: new SqlPasskeys(kysely),
    archive: new SqlPlanArchive(kysely, sealed),
    followUp: new SqlFollowUp(kysely, sealed),
    tallies: new SqlTallies(kysely),
    consents: new SqlConsents(kysely, sealed),
    answers: new SqlAnswers(kysely, sealed),
    cuts: new SqlCuts(kysely, sealed),
    reminders: new SqlReminders(kysely),
    calendars: new SqlCalendars(kysely),
    contacts: new SqlContacts(kysely, sealed),
    intake: new SqlIntake(kysely, sealed),
    stories: new SqlStories(kysely, sealed),
    programme: new SqlProgramme(kysely, sealed),
    planLives: new SqlPlanLives(kysely, sealed),
    keyring: sealed.keyring,
    keysOfCases: () => keysOfCases(kysely, sealed.keyring.store),
    async backUp(copy) {
      // All pages of one moment, without those that nobody uses any more: what was deleted does not come along.
      await kysely.connection().execute(async () => file.use(({ db }) => db.prepare('vacuum into ?').run(copy)));
      return true;
    },
    caseEnds: new SqlCaseEnds(kysely, sealed),
    caseLog: new SqlCaseLog(kysely, sealed),
    installation: new SqlInstallation(kysely, sealed, { byBytes: 'binary', holdsNul: true }),
    journalCare: new SqlJournalCare(kysely, sealed, false),
    async eraseExpiredBoard(boardId, now) {
      // What is deleted is written over, in the pages and in the log: a file on a disk keeps its old bytes else.
      const overwrite = () => file.use((connection) => connection.overwriteDeleted(true));
      const isErased = await eraseExpiredBoard(kysely, boardId, now, destroyKey, [], overwrite);
      if (isErased) await journal.emptyLog();
      return isErased;
    },
    async eraseProposal(proposalId) {
      const overwrite = () => file.use((connection) => connection.overwriteDeleted(true));
      const isErased = await eraseProposal(kysely, proposalId, destroyKey, overwrite);
      if (isErased) await journal.emptyLog();
      return isErased;
    },
    endErasedBoards: (now) => endErasedBoards(kysely, sealed.keyring.store, now),
    async sealOldRows() {
      if (sealed.isAllSealed) return 0;
      const overwrite = () => file.use((connection) => connection.overwriteDeleted(true));
      const count = await sealOldRows({ db: kysely, sealed, byBytes: 'binary', onBegin: overwrite });
      if (count > 0) await journal.emptyLog();
      return count;
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
      await sealed.keyring.store.close();
    },
  };
}
