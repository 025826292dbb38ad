import type { BoardId } from '@duken/shared/board';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { JournalPosition } from '../journal.ts';
import type { JournalCare, JournalRepair, StoredJournal } from '../journalCare.ts';
import { unpackUpdates } from './entryBytes.ts';
import { contentsChecksum, originOf } from './journalRow.ts';
import type { Tables } from './tables.ts';

/** Looking after journals in SQL that every database we use understands. */
export class SqlJournalCare implements JournalCare {
  readonly #db: Kysely<Tables>;
  readonly #givesOutPositions: boolean;

  /** @param givesOutPositions whether the database has `journal_heads`, from which positions are given out */
  constructor(db: Kysely<Tables>, givesOutPositions: boolean) {
    this.#db = db;
    this.#givesOutPositions = givesOutPositions;
  }

  async boards(): Promise<readonly BoardId[]> {
    const rows = await this.#db.selectFrom('journal').select('board_id').distinct().orderBy('board_id').execute();
    return rows.map((row) => row.board_id as BoardId);
  }

  async look(boardId: BoardId): Promise<StoredJournal> {
    const rows = await this.#db
      .selectFrom('journal')
      .select(['position', 'data', 'lengths', 'checksum'])
      .where('board_id', '=', boardId)
      .orderBy('position')
      .execute();
    const head = this.#givesOutPositions ? await headOf(this.#db, boardId) : 0;
    return {
      entries: rows.map((row) => ({ ...row, origin: originOf(boardId, row), ...unpackUpdates(row) })),
      end: Math.max(head, rows.at(-1)?.position ?? 0),
    };
  }

  async replace(boardId: BoardId, seen: StoredJournal, state: Uint8Array, repair: JournalRepair): Promise<boolean> {
    const { position, repairedAt, report } = repair;
    return this.#db.transaction().execute(async (db) => {
      // Nobody may append between the look and the change.
      if (this.#givesOutPositions)
        await sql`select from journal_heads where board_id = ${boardId} for update`.execute(db);
      if (!(await isAsSeen(db, boardId, seen))) return false;
      await db.deleteFrom('journal').where('board_id', '=', boardId).execute();
      const entry = { data: state, lengths: null };
      const checksum = position + contentsChecksum(boardId, 'fold', entry);
      await db
        .insertInto('journal')
        .values({ board_id: boardId, position, ...entry, checksum })
        .execute();
      await db.insertInto('repairs').values({ board_id: boardId, position, repaired_at: repairedAt, report }).execute();
      if (this.#givesOutPositions) {
        await sql`
          insert into journal_heads (board_id, last) values (${boardId}, ${position})
          on conflict (board_id) do update set last = excluded.last`.execute(db);
      }
      return true;
    });
  }

  async repairs(boardId: BoardId): Promise<readonly JournalRepair[]> {
    const rows = await this.#db
      .selectFrom('repairs')
      .select(['position', 'repaired_at', 'report'])
      .where('board_id', '=', boardId)
      .orderBy('position')
      .execute();
    return rows.map(({ position, repaired_at, report }) => ({ position, repairedAt: repaired_at, report }));
  }
}

async function headOf(db: Kysely<Tables>, boardId: BoardId): Promise<JournalPosition> {
  const { rows } = await sql<{ last: number }>`
    select last from journal_heads where board_id = ${boardId}`.execute(db);
  return rows[0]?.last ?? 0;
}

async function isAsSeen(db: Transaction<Tables>, boardId: BoardId, seen: StoredJournal): Promise<boolean> {
  const rows = await db
    .selectFrom('journal')
    .select(['position', 'checksum'])
    .where('board_id', '=', boardId)
    .orderBy('position')
    .execute();
  return (
    rows.length === seen.entries.length &&
    rows.every(({ position, checksum }, index) => {
      const entry = seen.entries[index];
      return entry?.position === position && entry.checksum === checksum;
    })
  );
}
