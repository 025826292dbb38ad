import type { PostgresPool as KyselyPool, PostgresPoolClient } from 'kysely';
import pg from 'pg';
import { connectionSettings, onNewConnection } from './connectionSettings.ts';
import { isFromDatabase, withStorageErrors } from './postgresErrors.ts';
import { postgresValue } from './postgresTypes.ts';
import type { ServerLock } from './serverLock.ts';

/** A statement that each connection prepares once. */
export interface PreparedStatement {
  readonly name: string;
  readonly text: string;
}

/**
 * Connections to PostgreSQL that come and go as the database does. What is asked for while it is away fails at once with
 * `StorageUnavailable`; what is asked for after its return gets a new connection.
 */
export class PostgresPool implements KyselyPool {
  readonly options: object = {};
  readonly #pool: pg.Pool;
  readonly #lock: ServerLock | undefined;

  /**
   * @param lock what this server must hold to use the database
   * @param max how many connections at once; with 1, statements take effect in the order they are asked for
   */
  constructor(url: string, lock: ServerLock | undefined, max: number) {
    this.#lock = lock;
    this.#pool = new pg.Pool({
      ...connectionSettings(url),
      max,
      onConnect: async (client) => {
        await client.query(onNewConnection);
      },
    });
    // A connection can break while nobody waits for an answer on it. The pool has thrown it away then, and whoever
    // borrowed it hears of it with their next statement; unheard, the event would end the process.
    this.#pool.on('error', () => undefined);
    this.#pool.on('connect', (client) => client.on('error', () => undefined));
  }

  /** One statement, committed when it resolves. */
  async run<Row extends pg.QueryResultRow>(statement: PreparedStatement, values: unknown[]): Promise<Row[]> {
    return withStorageErrors(async () => {
      await this.#lock?.hold();
      // A pool's own query closes a connection that failed.
      return (await this.#pool.query<Row>({ ...statement, values })).rows;
    });
  }

  /** For Kysely. */
  async connect(): Promise<PostgresPoolClient> {
    return withStorageErrors(async () => {
      await this.#lock?.hold();
      return borrowed(await this.#pool.connect());
    });
  }

  /**
   * Takes a lock of the database, which ends with the connection however the process ends.
   * @returns how to let go of it; undefined when another has it
   */
  async holdLock(number: number): Promise<(() => Promise<void>) | undefined> {
    return withStorageErrors(async () => {
      await this.#lock?.hold();
      const client = await this.#pool.connect();
      let isTaken: boolean | undefined;
      try {
        const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [number]);
        isTaken = rows[0]?.taken;
      } catch (error) {
        // Nobody knows whether it was taken: it goes with the connection, which else nobody could end.
        client.release(true);
        throw error;
      }
      if (!isTaken) {
        client.release();
        return undefined;
      }
      return async () => {
        await client.query('select pg_advisory_unlock($1)', [number]).finally(() => client.release(true));
      };
    });
  }

  /** Waits for what is under way. */
  async end(): Promise<void> {
    await this.#pool.end();
  }
}

function borrowed(client: pg.PoolClient): PostgresPoolClient {
  let isBroken = false;
  async function query(sql: string, values: readonly unknown[]) {
    return withStorageErrors(async () => {
      try {
        return await client.query(sql, values.map(postgresValue));
      } catch (error) {
        // An answer may still come on it: nobody else is to take that for theirs.
        if (!isFromDatabase(error)) isBroken = true;
        throw error;
      }
    });
  }
  return {
    query: query as unknown as PostgresPoolClient['query'], // Kysely streams only when told how.
    release: (destroy) => client.release(destroy || isBroken),
  };
}
