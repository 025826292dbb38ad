import { failed, type Result, succeeded } from '@duken/shared/result';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
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
import type { Tables } from '../sql/tables.ts';
import type { Database, OpenStorageFailure } from '../storage.ts';
import { connectionSettings } from './connectionSettings.ts';
import { knownMigrations, migrate } from './migrations.ts';
import { firstOf } from './postgresErrors.ts';
import { PostgresJournal } from './postgresJournal.ts';
import { PostgresPool } from './postgresPool.ts';
import { postgresSize } from './postgresSize.ts';
import { DatabaseInUse, type HoldMode, ServerLock } from './serverLock.ts';

/** Connections at once for everything but appending, which has one of its own and waits for nobody. */
const maxConnections = 10;

/**
 * Everything in one PostgreSQL database.
 *
 * @param url `postgres://user:password@host:port/database`; the password is never part of what is said
 * @param hold as what kind of server to hold the database for as long as the storage is open; none holds nothing
 */
export async function openPostgres(
  url: string,
  hold: HoldMode | undefined,
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
    return succeeded(storageOver(url, database, lock));
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

function storageOver(url: string, place: string, lock: ServerLock | undefined): Database {
  const writer = new PostgresPool(url, lock, 1);
  const pool = new PostgresPool(url, lock, maxConnections);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return {
    place,
    journal: new PostgresJournal(writer, pool, db),
    directory: new SqlDirectory(db),
    accounts: new SqlAccounts(db),
    archive: new SqlPlanArchive(db),
    followUp: new SqlFollowUp(db),
    tallies: new SqlTallies(db),
    consents: new SqlConsents(db),
    answers: new SqlAnswers(db),
    reminders: new SqlReminders(db),
    planLives: new SqlPlanLives(db),
    caseLog: new SqlCaseLog(db),
    installation: new SqlInstallation(db, { byBytes: 'C', holdsNul: false, derive: makeHeads }),
    journalCare: new SqlJournalCare(db, true),
    eraseExpiredBoard: (boardId, now) => eraseExpiredBoard(db, boardId, now, ['journal_heads']),
    async check() {
      await sql`select from boards limit 1`.execute(db);
    },
    size: () => postgresSize(db),
    freeBytes: async () => undefined,
    async close() {
      await writer.end();
      await pool.end();
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
