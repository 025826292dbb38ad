import type { Result } from '@duken/shared/result';
import { succeeded } from '@duken/shared/result';
import { StorageUnavailable } from '../journal.ts';
import type { OpenStorageFailure } from '../storage.ts';
import { type OpenFile, openFile } from './openFile.ts';
import type { SqliteConnection } from './sqliteConnection.ts';
import { asStorageError, leavesDoubt } from './sqliteErrors.ts';

/** How long to leave a disk alone that failed, in milliseconds: each try makes everybody wait, and is in the way of repairs. */
const betweenTriesMs = 1_000;

/**
 * The data folder's file, by one connection at a time. A connection on which the disk failed is never asked again, since
 * nobody knows which of its pages are on disk, and a file system that failed cannot be repaired while somebody has files open
 * on it. At the end of that turn everything is let go of, the folder's lock too; whoever asks next takes the folder anew
 * and finds what the disk holds.
 */
export class SqliteFile {
  readonly #dataDir: string;
  readonly #isExclusive: boolean;
  readonly #identity: OpenFile['identity'];
  #open: OpenFile | undefined;
  #isInDoubt = false;
  #isClosed = false;
  #nextTryAt = 0;
  #whyNotOpen: OpenStorageFailure | undefined;

  private constructor(dataDir: string, isExclusive: boolean, open: OpenFile) {
    this.#dataDir = dataDir;
    this.#isExclusive = isExclusive;
    this.#identity = open.identity;
    this.#open = open;
  }

  /** @param isExclusive whether to hold the folder against others who do, for as long as it is open */
  static open(dataDir: string, isExclusive: boolean): Result<SqliteFile, OpenStorageFailure> {
    const opened = openFile(dataDir, isExclusive);
    return opened.ok ? succeeded(new SqliteFile(dataDir, isExclusive, opened.value)) : opened;
  }

  /**
   * Does one thing with SQLite, in a turn that somebody has.
   * @throws StorageUnavailable when the disk or file refuses; other errors are bugs of ours and go through as they are
   */
  use<Value>(act: (connection: SqliteConnection) => Value): Value {
    const connection = this.#current();
    try {
      return act(connection);
    } catch (error) {
      this.#isInDoubt ||= leavesDoubt(error);
      throw asStorageError(error);
    }
  }

  /** Undoes what was begun in this turn. What a connection in doubt began ends with it. */
  rollBack(): void {
    if (this.#open && !this.#isInDoubt) this.use((connection) => connection.rollBack());
  }

  /** To be called whenever a turn ends, however it went. */
  endTurn(): void {
    try {
      if (this.#open && !this.#isInDoubt) this.use((connection) => connection.checkpointWhenLong());
    } catch (error) {
      // What is committed lies safe in the log. A disk that failed is in doubt from now on; others are asked again.
      if (!(error instanceof StorageUnavailable)) throw error;
    }
    if (!this.#isInDoubt) return;
    this.#open?.connection.abandon();
    this.#letGo();
    this.#isInDoubt = false;
  }

  /** Nothing may be asked for afterwards. */
  close(): void {
    this.#isClosed = true;
    this.#open?.connection.close();
    this.#letGo();
  }

  #current(): SqliteConnection {
    if (this.#isClosed) throw new StorageUnavailable('The database was closed');
    if (this.#isInDoubt) throw new StorageUnavailable('The disk has just failed');
    this.#open ??= this.#openAgain();
    return this.#open.connection;
  }

  #openAgain(): OpenFile {
    const now = performance.now();
    if (now >= this.#nextTryAt) {
      this.#nextTryAt = now + betweenTriesMs;
      const opened = openFile(this.#dataDir, this.#isExclusive, this.#identity);
      this.#whyNotOpen = opened.ok ? undefined : opened.failure;
      if (opened.ok) return opened.value;
    }
    throw new StorageUnavailable(`The disk failed, and ${this.#dataDir} cannot be used: ${inWords(this.#whyNotOpen)}`);
  }

  #letGo(): void {
    this.#open?.lock?.release();
    this.#open = undefined;
  }
}

/** For the log. */
function inWords(failure: OpenStorageFailure | undefined): string {
  if (!failure) return 'it is left alone for a moment';
  return 'reason' in failure ? `${failure.kind}, ${failure.reason}` : failure.kind;
}
