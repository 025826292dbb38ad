import type pg from 'pg';
import { installation, type KeyStore, type StoredKey } from '../../sealing/index.ts';
import type { PostgresPool } from './postgresPool.ts';

/** The tables that no backup of the data is to hold: `pg_dump --exclude-table-data`. In no numbered change: what is backed up without them is opened beside them again. */
export const makeKeyTables = `
  create table if not exists wrapped_keys (
    case_id text collate "C" primary key,
    number bigint not null,
    wrapped_by text,
    bytes bytea
  );
  create table if not exists all_sealed (since bigint not null);
`;

/** The number of the lock on the installation's key: "duk" and 2. */
const lockNumber = 0x64_75_6b_02;

interface KeyRow extends pg.QueryResultRow {
  readonly case_id: string;
  readonly number: number;
  readonly wrapped_by: string | null;
  readonly bytes: Uint8Array | null;
}

/** Wrapped keys in tables of their own, for all servers of one database. */
export class PostgresKeyStore implements KeyStore {
  readonly place: string;
  readonly #pool: PostgresPool;

  /** @param pool connections of its own, that end with it */
  constructor(pool: PostgresPool, database: string) {
    this.#pool = pool;
    this.place = database;
  }

  async wrappers(): Promise<readonly string[]> {
    const rows = await this.#rows(
      'which keys wrapped',
      'select distinct wrapped_by from wrapped_keys where bytes is not null',
      [],
    );
    return rows.map((row) => String(row.wrapped_by));
  }

  async find(caseIds: readonly string[]): Promise<readonly StoredKey[]> {
    return (await this.#rows('find keys', 'select * from wrapped_keys where case_id = any($1::text[])', [caseIds])).map(
      storedOf,
    );
  }

  async add(keys: Parameters<KeyStore['add']>[0]): Promise<readonly StoredKey[]> {
    // In one order, so that two who add at once never wait for each other.
    const sorted = keys.toSorted((a, b) => (a.caseId < b.caseId ? -1 : 1));
    const caseIds = sorted.map(({ caseId }) => caseId);
    await this.#rows(
      'add keys',
      // The installation's own is held meanwhile: who wraps all anew begins with it, and finds what came before that.
      `with own as materialized (select wrapped_by from wrapped_keys where case_id = $5 for share)
        insert into wrapped_keys select * from unnest($1::text[], $2::bigint[], $3::text[], $4::bytea[]) as new(c, n, wrapped_by, b)
        where coalesce((select wrapped_by from own), new.wrapped_by) = new.wrapped_by
        on conflict do nothing`,
      [
        caseIds,
        sorted.map(({ number }) => number),
        sorted.map(({ wrapped }) => wrapped.by),
        sorted.map(({ wrapped }) => wrapped.bytes),
        installation,
      ],
    );
    return this.find(caseIds);
  }

  async destroy(caseId: string): Promise<void> {
    await this.#rows(
      'destroy a key',
      'insert into wrapped_keys values ($1, 1, null, null) on conflict (case_id) do update set wrapped_by = null, bytes = null',
      [caseId],
    );
  }

  async destroyed(after: string, limit: number): Promise<readonly string[]> {
    const rows = await this.#rows(
      'destroyed keys',
      'select * from wrapped_keys where bytes is null and case_id > $1 order by case_id limit $2',
      [after, limit],
    );
    return rows.map(({ case_id }) => case_id);
  }

  async notWrappedBy(id: string, after: string, limit: number): Promise<readonly StoredKey[]> {
    const rows = await this.#rows(
      'keys to wrap anew',
      'select * from wrapped_keys where wrapped_by <> $1 and case_id > $2 order by case_id limit $3',
      [id, after, limit],
    );
    return rows.map(storedOf);
  }

  async replace(changes: Parameters<KeyStore['replace']>[0]): Promise<void> {
    await this.#rows(
      'wrap keys anew',
      `update wrapped_keys as kept set wrapped_by = new.by, bytes = new.bytes
        from unnest($1::text[], $2::text[], $3::bytea[], $4::bytea[]) as new(case_id, by, bytes, before)
        where kept.case_id = new.case_id and kept.bytes = new.before`,
      [
        changes.map(({ caseId }) => caseId),
        changes.map(({ after }) => after.by),
        changes.map(({ after }) => after.bytes),
        changes.map(({ before }) => before.bytes),
      ],
    );
  }

  async hold(): Promise<(() => Promise<void>) | undefined> {
    return this.#pool.holdLock(lockNumber);
  }

  async isAllSealed(): Promise<boolean> {
    return (await this.#rows('whether all is sealed', 'select since from all_sealed', [])).length > 0;
  }

  async setAllSealed(): Promise<void> {
    await this.#rows('all is sealed', 'insert into all_sealed select $1 where not exists (select from all_sealed)', [
      Date.now(),
    ]);
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }

  #rows(name: string, text: string, values: unknown[]): Promise<KeyRow[]> {
    return this.#pool.run<KeyRow>({ name, text }, values);
  }
}

function storedOf({ case_id, number, wrapped_by, bytes }: KeyRow): StoredKey {
  return {
    caseId: case_id,
    number: Number(number),
    wrapped: wrapped_by === null || bytes === null ? undefined : { by: wrapped_by, bytes },
  };
}
