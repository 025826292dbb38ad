import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { BoardId } from '@duken/shared/board';
import type { Kysely } from 'kysely';
import type { Beat, Journal, JournalEntry, JournalPosition } from '../journal.ts';
import { packUpdates } from '../sql/entryBytes.ts';
import { contentsChecksum, entriesOf, type JournalRow } from '../sql/journalRow.ts';
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
  readonly #head: StatementSync;
  readonly #exists: StatementSync;
  readonly #remove: StatementSync;
  readonly #put: StatementSync;

  constructor(db: DatabaseSync, turns: Kysely<Tables>) {
    this.#db = db;
    this.#turns = turns;
    this.#insert = db.prepare(
      `insert into journal (board_id, position, data, lengths, checksum)
       select ?1, coalesce(max(position), 0) + 1, ?2, ?3, coalesce(max(position), 0) + 1 + ?4
       from journal where board_id = ?1 returning position`,
    );
    this.#select = db.prepare(
      'select position, data, lengths, checksum from journal where board_id = ? and position > ? order by position',
    );
    this.#head = db.prepare('select max(position) as last from journal where board_id = ?');
    this.#exists = db.prepare('select 1 from journal where board_id = ? and position = ?');
    this.#remove = db.prepare('delete from journal where board_id = ? and position <= ?');
    this.#put = db.prepare('insert into journal (board_id, position, data, checksum) values (?1, ?2, ?3, ?2 + ?4)');
  }

  async append(beat: Beat): Promise<ReadonlyMap<BoardId, JournalPosition>> {
    return this.#commit(() => {
      const positions = new Map<BoardId, JournalPosition>();
      for (const [boardId, updates] of beat) {
        if (updates.length === 0) continue;
        const entry = packUpdates(updates);
        const checksum = contentsChecksum(boardId, 'beat', entry);
        const row = this.#insert.get(boardId, entry.data, entry.lengths, checksum);
        positions.set(boardId, Number(row?.position));
      }
      return positions;
    });
  }

  async read(boardId: BoardId, after: JournalPosition = 0): Promise<readonly JournalEntry[]> {
    const rows = await this.#inTurn(() => this.#select.all(boardId, after));
    return entriesOf(boardId, rows as unknown as JournalRow[], after);
  }

  async heads(boardIds: readonly BoardId[]): Promise<ReadonlyMap<BoardId, JournalPosition>> {
    return this.#inTurn(() => {
      const heads = new Map<BoardId, JournalPosition>();
      for (const boardId of boardIds) {
        const last = this.#head.get(boardId)?.last;
        if (last !== null && last !== undefined) heads.set(boardId, Number(last));
      }
      return heads;
    });
  }

  async fold(boardId: BoardId, folded: Uint8Array, last: JournalPosition): Promise<boolean> {
    return this.#commit(() => {
      if (!this.#exists.get(boardId, last)) return false;
      this.#remove.run(boardId, last);
      this.#put.run(boardId, last, folded, contentsChecksum(boardId, 'fold', { data: folded, lengths: null }));
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
