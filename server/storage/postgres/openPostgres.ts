import { failed, type Result, succeeded } from '@duken/shared/result';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { KeySettings } from '../../sealing/index.ts';
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
import { connectionSettings } from './connectionSettings.ts';
import { knownMigrations, migrate } from './migrations.ts';
import { firstOf } from './postgresErrors.ts';
import { PostgresJournal } from './postgresJournal.ts';
import { PostgresKeyStore } from './postgresKeyStore.ts';
import { PostgresPool } from './postgresPool.ts';
import { postgresSize } from './postgresSize.ts';
import { DatabaseInUse, type HoldMode, ServerLock } from './serverLock.ts';

/** Connections for keys: who asks for one while they hold a transaction must not wait for those who hold the others. */
const maxKeyConnections = 2;
/** Connections at once for everything but appending, which has one of its own and waits for nobody. */
const maxConnections = 10;

/**
 * Everything in one PostgreSQL database.
 *
 * @param url `postgres://user:password@host:port/database`; the password is never part of what is said
 * @param keys where the installation's key is; every server of one database needs the same
 * @param hold as what kind of server to hold the database for as long as the storage is open; none holds nothing
 */
export async function openPostgres(
  url: string,
  hold: HoldMode | undefined,
  keys: { readonly dataDir: string; readonly settings: KeySettings },
): Promise<Result<Database, OpenStorageFailure>> {
  const database = describeDatabase(url);
  let lock: ServerLock | undefined;
  try {
    if (hold) lock = await ServerLock.take(url, hold);
    const found = await bringUpToDate(url);
    if (found > knownMigrations) {
      await lock?.release();
      return failed({ kind: 'databaseTooNew', place: database, found, known: knownMigrations });
    }
    const opened = await withKeys(url, database, lock, keys);
    if (!opened.ok) await lock?.release();
    return opened;
  } catch (error) {
    await lock?.release();
    if (error instanceof DatabaseInUse)
      return failed({ kind: hold === 'joined' ? 'databaseHeldAlone' : 'databaseInUse', database });
    return failed({ kind: 'databaseRefused', database, reason: reasonOf(error) });
  }
}

async function bringUpToDate(url: string): Promise<number> {
  const client = new pg.Client(connectionSettings(url));
  client.on('error', () => undefined); // The statement under way is told too.
  await client.connect();
  try {
    return await migrate(client);
  } finally {
    await client.end();
  }
}

interface Connections {
  readonly writer: PostgresPool;
  readonly pool: PostgresPool;
  readonly db: Kysely<Tables>;
  readonly lock: ServerLock | undefined;
}

async function withKeys(
  url: string,
  place: string,
  lock: ServerLock | undefined,
  { dataDir, settings }: { readonly dataDir: string; readonly settings: KeySettings },
): Promise<Result<Database, OpenStorageFailure>> {
  const writer = new PostgresPool(url, lock, 1);
  const pool = new PostgresPool(url, lock, maxConnections);
  const keyPool = new PostgresPool(url, lock, maxKeyConnections);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  let isOpen = false;
  try {
    const sealed = await openSealing(db, new PostgresKeyStore(keyPool, place), settings, { dataDir, place });
    isOpen = sealed.ok;
    return sealed.ok ? succeeded(storageOver({ writer, pool, db, lock }, sealed.value, place)) : sealed;
  } finally {
    if (!isOpen) {
      await writer.end();
      await pool.end();
      await keyPool.end();
    }
  }
}

function storageOver({ writer, pool, db, lock }: Connections, sealed: SealedRows, place: string): Database {
  return {
    place,
    journal: new PostgresJournal(writer, pool, db, sealed),
    directory: new SqlDirectory(db, sealed),
    accounts: new SqlAccounts(db, sealed),
    passkeys: new SqlPasskeys(db),
    archive: new SqlPlanArchive(db, sealed),
    followUp: new SqlFollowUp(db, sealed),
    tallies: new SqlTallies(db),
    consents: new SqlConsents(db, sealed),
    answers: new SqlAnswers(db, sealed),
    cuts: new SqlCuts(db, sealed),
    reminders: new SqlReminders(db),
    calendars: new SqlCalendars(db),
    contacts: new SqlContacts(db, sealed),
    intake: new SqlIntake(db, sealed),
    stories: new SqlStories(db, sealed),
    programme: new SqlProgramme(db, sealed),
    planLives: new SqlPlanLives(db, sealed),
    keyring: sealed.keyring,
    keysOfCases: () => keysOfCases(db, sealed.keyring.store),
    backUp: async () => false,
    caseEnds: new SqlCaseEnds(db, sealed),
    caseLog: new SqlCaseLog(db, sealed),
    installation: new SqlInstallation(db, sealed, { byBytes: 'C', holdsNul: false, derive: makeHeads }),
    journalCare: new SqlJournalCare(db, sealed, true),
    eraseExpiredBoard: (boardId, now) =>
      eraseExpiredBoard(db, boardId, now, (id) => sealed.keyring.destroy(id), ['journal_heads']),
    eraseProposal: (proposalId) => eraseProposal(db, proposalId, (id) => sealed.keyring.destroy(id)),
    endErasedBoards: (now) => endErasedBoards(db, sealed.keyring.store, now),
    sealOldRows: async () => (sealed.isAllSealed ? 0 : sealOldRows({ db, sealed, byBytes: 'C' })),
    async check() {
      await sql`select from boards limit 1`.execute(db);
    },
    size: () => postgresSize(db),
    freeBytes: async () => undefined,
    async close() {
      await writer.end();
      await pool.end();
      await sealed.keyring.store.close();
      await lock?.release();
    },
  };
}

/** Where the journals end, from which positions are given out. */
async function makeHeads(db: Kysely<Tables>): Promise<void> {
  await sql`delete from journal_heads`.execute(db);
  await sql`insert into journal_heads (document_id, last) select document_id, max(position) from journal group by document_id`.execute(
    db,
  );
}

/** Which database, for whoever runs the server, without user and password. */
function describeDatabase(url: string): string {
  const { pathname, host, searchParams } = new URL(url);
  return `the database ${pathname.slice(1)} at ${host || (searchParams.get('host') ?? 'this machine')}`;
}

/** In one line. */
function reasonOf(error: unknown): string {
  const first = firstOf(error);
  return (first instanceof Error ? first.message : String(first)).replaceAll(/\s+/g, ' ');
}
