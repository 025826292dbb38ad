import { chmodSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { installation, type KeyStore, type StoredKey } from '../../sealing/index.ts';
import { StorageUnavailable } from '../journal.ts';
import { lockFolder } from './folderLock.ts';
import { makeFolder } from './makeFolder.ts';
import { asStorageError } from './sqliteErrors.ts';

/** How long to wait for another process that changes keys, in milliseconds. */
const busyTimeoutMs = 5_000;

/**
 * Without a write-ahead log and with what is deleted written over: of a destroyed key nothing may be left in any page. One statement
 * is one transaction, on disk when it is done.
 */
const pragmas = `
  pragma journal_mode = truncate;
  pragma synchronous = full;
  pragma secure_delete = on;
`;
const tables = `
  create table if not exists wrapped_keys (
    case_id text primary key,
    number integer not null,
    wrapped_by text,
    bytes blob
  ) strict;
  create table if not exists all_sealed (since integer not null) strict
`;

/** Wrapped keys in a file of their own, in a folder of their own. */
export class SqliteKeyStore implements KeyStore {
  readonly place: string;
  readonly #folder: string;
  readonly #db: DatabaseSync;

  /** @throws the operating system's or SQLite's error when the folder cannot be made or the file not be opened */
  constructor(folder: string) {
    makeFolder(folder);
    if (process.platform !== 'win32' && (statSync(folder).mode & 0o077) !== 0) chmodSync(folder, 0o700);
    this.#folder = folder;
    this.place = join(folder, 'keys.db');
    this.#db = new DatabaseSync(this.place, { timeout: busyTimeoutMs });
    this.#db.exec(pragmas);
    this.#db.exec(`begin immediate; ${tables}; commit`);
    if (process.platform !== 'win32') chmodSync(this.place, 0o600);
  }

  async wrappers(): Promise<readonly string[]> {
    return this.#all('select distinct wrapped_by from wrapped_keys where bytes is not null').map((row) =>
      String(row.wrapped_by),
    );
  }

  async find(caseIds: readonly string[]): Promise<readonly StoredKey[]> {
    return caseIds.flatMap((id) => this.#all('select * from wrapped_keys where case_id = ?', id).map(storedOf));
  }

  async add(keys: Parameters<KeyStore['add']>[0]): Promise<readonly StoredKey[]> {
    this.#inOneGo(() => {
      for (const { caseId, number, wrapped } of keys)
        this.#all(
          `insert into wrapped_keys select ?1, ?2, ?3, ?4
            where coalesce((select wrapped_by from wrapped_keys where case_id = ?5), ?3) = ?3 on conflict do nothing`,
          caseId,
          number,
          wrapped.by,
          wrapped.bytes,
          installation,
        );
    });
    return this.find(keys.map(({ caseId }) => caseId));
  }

  async destroy(caseId: string): Promise<void> {
    const destroyed =
      'insert into wrapped_keys values (?, 1, null, null) on conflict do update set wrapped_by = null, bytes = null';
    this.#all(destroyed, caseId);
  }

  async destroyed(after: string, limit: number): Promise<readonly string[]> {
    const rows = this.#all(
      'select case_id from wrapped_keys where bytes is null and case_id > ? order by case_id limit ?',
      after,
      limit,
    );
    return rows.map((row) => String(row.case_id));
  }

  async notWrappedBy(id: string, after: string, limit: number): Promise<readonly StoredKey[]> {
    const others = 'select * from wrapped_keys where wrapped_by <> ? and case_id > ? order by case_id limit ?';
    return this.#all(others, id, after, limit).map(storedOf);
  }

  async replace(changes: Parameters<KeyStore['replace']>[0]): Promise<void> {
    const anew = 'update wrapped_keys set wrapped_by = ?, bytes = ? where case_id = ? and bytes = ?';
    this.#inOneGo(() => {
      for (const { caseId, before, after } of changes) this.#all(anew, after.by, after.bytes, caseId, before.bytes);
    });
  }

  async hold(): Promise<(() => Promise<void>) | undefined> {
    const lock = lockFolder(this.#folder, 'rotation.lock');
    return lock && (async () => lock.release());
  }

  async isAllSealed(): Promise<boolean> {
    return this.#all('select since from all_sealed').length > 0;
  }

  async setAllSealed(): Promise<void> {
    this.#all('insert into all_sealed select ? where not exists (select 1 from all_sealed)', Date.now());
  }

  async close(): Promise<void> {
    if (this.#db.isOpen) this.#db.close();
  }

  #inOneGo(act: () => void): void {
    this.#all('begin immediate');
    try {
      act();
      this.#all('commit');
    } catch (error) {
      if (this.#db.isTransaction) this.#db.exec('rollback');
      throw error;
    }
  }

  #all(sql: string, ...values: readonly SQLInputValue[]): readonly Record<string, unknown>[] {
    if (!this.#db.isOpen) throw new StorageUnavailable('The store of keys was closed');
    try {
      return this.#db.prepare(sql).all(...values);
    } catch (error) {
      throw asStorageError(error);
    }
  }
}

function storedOf(row: Record<string, unknown>): StoredKey {
  const { case_id, number, wrapped_by, bytes } = row;
  const isThere = typeof wrapped_by === 'string' && bytes instanceof Uint8Array;
  return { caseId: String(case_id), number: Number(number), wrapped: isThere ? { by: wrapped_by, bytes } : undefined };
}
