import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { BoardId } from '@duken/shared/board';
import type { Kysely } from 'kysely';
import type { Journal, JournalEntry, JournalPosition } from '../journal.ts';
import type { Tables } from '../sql/tables.ts';
import { asStorageError } from './sqliteErrors.ts';

/**
 * The journal straight on SQLite's own statements: the one place where microseconds count. It takes turns with
 * everybody else by borrowing Kysely's only connection, so that no commit of its own ends up in another's transaction.
 */
export class SqliteJournal implements Journal {
  readonly #db: DatabaseSync;
  readonly #turns: Kysely<Tables>;
  readonly #insert: StatementSync;
  readonly #select: StatementSync;
  readonly #exists: StatementSync;
  readonly #remove: StatementSync;
  readonly #put: StatementSync;

  constructor(db: DatabaseSync, turns: Kysely<Tables>) {
    this.#db = db;
    this.#turns = turns;
    this.#insert = db.prepare(
      'insert into journal (board_id, position, data) select ?1, coalesce(max(position), 0) + 1, ?2 from journal where board_id = ?1',
    );
    this.#select = db.prepare('select position, data from journal where board_id = ? order by position');
    this.#exists = db.prepare('select 1 from journal where board_id = ? and position = ?');
    this.#remove = db.prepare('delete from journal where board_id = ? and position <= ?');
    this.#put = db.prepare('insert into journal (board_id, position, data) values (?, ?, ?)');
  }

  async append(entries: readonly JournalEntry[]): Promise<void> {
    await this.#commit(() => {
      for (const { boardId, update } of entries) this.#insert.run(boardId, update);
    });
  }

  async read(boardId: BoardId): Promise<{ readonly updates: readonly Uint8Array[]; readonly last: JournalPosition }> {
    const rows = await this.#inTurn(() => this.#select.all(boardId));
    return {
      updates: rows.map((row) => row.data as Uint8Array),
      last: Number(rows.at(-1)?.position ?? 0),
    };
  }

  async fold(boardId: BoardId, folded: Uint8Array, last: JournalPosition): Promise<boolean> {
    return this.#commit(() => {
      if (!this.#exists.get(boardId, last)) return false;
      this.#remove.run(boardId, last);
      this.#put.run(boardId, last, folded);
      return true;
    });
  }

  async #commit<Value>(change: () => Value): Promise<Value> {
    return this.#inTurn(() => {
      this.#db.exec('begin immediate');
      try {
        const value = change();
        this.#db.exec('commit');
        return value;
      } catch (error) {
        // SQLite itself has already rolled back after some errors, a full disk among them.
        if (this.#db.isTransaction) this.#db.exec('rollback');
        throw error;
      }
    });
  }

  async #inTurn<Value>(act: () => Value): Promise<Value> {
    return this.#turns.connection().execute(async () => asStorageError(act));
  }
}
