import { open } from 'node:fs/promises';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { layOutSomeOfWal, pagesBeforeCheckpoint } from './layOutWal.ts';

/** How long a statement waits for another process (a backup, `duk verify`) to let go of the file, in milliseconds. */
const busyTimeoutMs = 5_000;

/** A connection to the file, whose statements are prepared once each and end with it. */
export class SqliteConnection {
  readonly db: DatabaseSync;
  readonly #file: string;
  /**
   * Looks on, so that SQLite never takes a closing connection for the last one: that would work its log into the
   * database and remove it, which must not be done on a disk that has just failed.
   */
  readonly #witness: DatabaseSync;
  readonly #prepared = new Map<string, StatementSync>();

  /** @param mayMake whether to make the file when there is none */
  constructor(file: string, mayMake: boolean) {
    this.#file = file;
    const url = pathToFileURL(file);
    url.searchParams.set('mode', mayMake ? 'rwc' : 'rw');
    this.db = new DatabaseSync(url, { timeout: busyTimeoutMs, enableForeignKeyConstraints: true });
    try {
      // WAL with FULL: what is committed survives a power cut, and readers do not wait for writers. SQLite's own checkpoint
      // would keep to itself that the disk failed it.
      this.db.exec(
        'pragma journal_mode = wal; pragma synchronous = full; pragma wal_autocheckpoint = 0; pragma secure_delete = fast',
      );
      this.#witness = new DatabaseSync(file, { readOnly: true, timeout: busyTimeoutMs });
      this.#witness.exec('select count(*) from sqlite_schema');
    } catch (error) {
      this.db.close();
      throw error;
    }
  }

  prepare(sql: string): StatementSync {
    let statement = this.#prepared.get(sql);
    if (!statement) {
      statement = this.db.prepare(sql);
      this.#prepared.set(sql, statement);
    }
    return statement;
  }

  /** Does a change whole or not at all, and holds the write lock meanwhile. */
  transact<Value>(change: () => Value): Value {
    this.db.exec('begin immediate');
    try {
      const value = change();
      this.db.exec('commit');
      return value;
    } catch (error) {
      this.rollBack();
      throw error;
    }
  }

  /** SQLite itself has already rolled back after some errors, a full disk among them. */
  rollBack(): void {
    if (this.db.isTransaction) this.db.exec('rollback');
  }

  /** Works the write-ahead log into the database when it has grown long. To ask how long it is takes 3 µs. */
  checkpointWhenLong(): void {
    const { log, checkpointed } = this.prepare('pragma wal_checkpoint(noop)').get() ?? {};
    if (Number(log) < pagesBeforeCheckpoint || log === checkpointed) return;
    this.prepare('pragma wal_checkpoint(passive)').get();
  }

  /**
   * Overwrites what is deleted from now on, wherever it lies; else only in pages that are written anyway. An ordinary compaction
   * would take several times as long by it.
   */
  overwriteDeleted(isWanted: boolean): void {
    this.db.exec(`pragma secure_delete = ${isWanted ? 'on' : 'fast'}`);
  }

  /**
   * Leaves nothing in the write-ahead log of what has been there: its pages hold what was removed from the database long ago.
   * Where somebody reads from it just now, as a backup does, it stays, and is written over with time. It is to be laid out anew
   * after that.
   */
  emptyLog(): void {
    this.db.exec('pragma busy_timeout = 0');
    try {
      this.prepare('pragma wal_checkpoint(truncate)').get();
    } finally {
      this.db.exec(`pragma busy_timeout = ${busyTimeoutMs}`);
    }
  }

  /** Lays out a piece of the log. @returns whether there is no more of it to lay out */
  layOutSomeOfLog(): boolean {
    return this.transact(() => layOutSomeOfWal(`${this.#file}-wal`));
  }

  /** Puts on disk what was laid out last, in nobody's turn: the next commit would else have to. */
  readonly flushLog = async (): Promise<void> => {
    const log = await open(`${this.#file}-wal`).catch(() => undefined);
    // A disk that fails tells whoever writes on it.
    await log?.datasync().catch(() => undefined);
    await log?.close();
  };

  /** Leaves everything in the database, and no log. */
  close(): void {
    this.#witness.close();
    this.db.close();
  }

  /** Leaves everything as it lies. */
  abandon(): void {
    this.db.close();
    this.#witness.close();
  }
}
