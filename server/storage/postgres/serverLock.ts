import pg from 'pg';
import { StorageUnavailable } from '../journal.ts';
import { connectionSettings } from './connectionSettings.ts';

/** The number of the lock: "duk" and 1, so that it meets no other program's. */
const lockNumber = 0x64_75_6b_01;
/** How long to wait for a server that is just going, in milliseconds. */
const waitMs = 2_000;
/** SQLSTATE for a lock that was not given in time. */
const lockNotAvailable = '55P03';

/** Whether a server is the only one on its database, or is joined to others by a bus. */
export type HoldMode = 'alone' | 'joined';

const lockCall = { alone: 'pg_advisory_lock', joined: 'pg_advisory_lock_shared' } as const satisfies Record<
  HoldMode,
  string
>;

/** Another server has it, and they cannot go together. */
export class DatabaseInUse extends Error {}

/**
 * Holds the database for one server, or for those that are joined: each keeps its own picture of the boards people are at,
 * and only the joined tell each other of changes. The lock is the database's own and ends with the connection, however the process ends, so no stale lock stops the next start. When the connection
 * breaks, the lock is taken again before anything else is asked of the database.
 */
export class ServerLock {
  readonly #url: string;
  readonly #mode: HoldMode;
  #client: pg.Client | undefined;
  #taking: Promise<void> | undefined;
  #isReleased = false;

  private constructor(url: string, mode: HoldMode) {
    this.#url = url;
    this.#mode = mode;
  }

  /** @throws DatabaseInUse when a server has it that this one cannot go with, or why the database cannot be reached */
  static async take(url: string, mode: HoldMode): Promise<ServerLock> {
    const lock = new ServerLock(url, mode);
    await lock.#take();
    return lock;
  }

  /** @throws StorageUnavailable, or why the database cannot be reached, when the lock was lost and cannot be taken again */
  async hold(): Promise<void> {
    if (this.#client) return;
    if (this.#isReleased) throw new StorageUnavailable('The database was closed');
    this.#taking ??= this.#take().finally(() => {
      this.#taking = undefined;
    });
    await this.#taking;
  }

  async release(): Promise<void> {
    this.#isReleased = true;
    await this.#taking?.catch(() => undefined); // Whoever waits for it is told.
    await this.#client?.end();
  }

  async #take(): Promise<void> {
    const client = new pg.Client(connectionSettings(this.#url));
    const lost = () => {
      if (this.#client === client) this.#client = undefined;
    };
    // A database that ends a connection says so before it lets go of its locks. Unheard, it would end the process.
    client.on('error', lost);
    client.on('end', lost);
    try {
      await client.connect();
      await client.query(`set lock_timeout = ${waitMs}`);
      await client.query(`select ${lockCall[this.#mode]}(${lockNumber})`);
    } catch (error) {
      await client.end().catch(() => undefined); // It may never have been open.
      const isTaken = error instanceof pg.DatabaseError && error.code === lockNotAvailable;
      throw isTaken ? new DatabaseInUse('Another server is using the database', { cause: error }) : error;
    }
    this.#client = client;
  }
}
