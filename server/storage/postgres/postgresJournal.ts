import type { BoardId } from '@duken/shared/board';
import { type Kysely, sql } from 'kysely';
import type { Journal, JournalEntry, JournalPosition } from '../journal.ts';
import type { Tables } from '../sql/tables.ts';
import type { PostgresPool } from './postgresPool.ts';

/**
 * Appends a batch in one statement, which is one transaction and one trip. Positions are given out in the database: a
 * board's row in `journal_heads` is locked from here to the commit, so that its order is one order whichever server
 * writes, without holes. Boards are locked in the order of their ids, so that two batches never wait for each other.
 * All updates come as one run of bytes and are cut apart here: pg would write out an array of them as hexadecimal text.
 */
const append = {
  name: 'append to the journal',
  text: `
    with heads as (
      insert into journal_heads as head (board_id, last)
      select board_id, added from unnest($1::text[], $2::bigint[]) as batch (board_id, added)
      order by board_id collate "C"
      on conflict (board_id) do update set last = head.last + excluded.last
      returning head.board_id, head.last
    )
    insert into journal (board_id, position, data)
    select board_id, heads.last - entry.followers, substring($7::bytea from entry.first for entry.length)
    from unnest($3::text[], $4::bigint[], $5::int[], $6::int[]) as entry (board_id, followers, first, length)
    join heads using (board_id)`,
};

const read = {
  name: 'read a journal',
  text: 'select position, data from journal where board_id = $1 order by position',
};

/** The journal straight on pg's own statements: the one place where microseconds count. */
export class PostgresJournal implements Journal {
  readonly #writer: PostgresPool;
  readonly #pool: PostgresPool;
  readonly #db: Kysely<Tables>;

  /** @param writer a single connection, so that what is appended first stands first */
  constructor(writer: PostgresPool, pool: PostgresPool, db: Kysely<Tables>) {
    this.#writer = writer;
    this.#pool = pool;
    this.#db = db;
  }

  async append(entries: readonly JournalEntry[]): Promise<void> {
    if (entries.length > 0) await this.#writer.run(append, appendValues(entries));
  }

  async read(boardId: BoardId): Promise<{ readonly updates: readonly Uint8Array[]; readonly last: JournalPosition }> {
    const rows = await this.#pool.run<{ position: number; data: Uint8Array }>(read, [boardId]);
    return { updates: rows.map(({ data }) => data), last: rows.at(-1)?.position ?? 0 };
  }

  async fold(boardId: BoardId, folded: Uint8Array, last: JournalPosition): Promise<boolean> {
    return this.#db.transaction().execute(async (db) => {
      // Folding and appending take turns on a board, and two who fold it at once too.
      await sql`select from journal_heads where board_id = ${boardId} for update`.execute(db);
      const put = await sql`
        update journal set data = ${folded} where board_id = ${boardId} and position = ${last}`.execute(db);
      if (!put.numAffectedRows) return false;
      await sql`delete from journal where board_id = ${boardId} and position < ${last}`.execute(db);
      return true;
    });
  }
}

function appendValues(entries: readonly JournalEntry[]): unknown[] {
  const added = new Map<BoardId, number>();
  for (const { boardId } of entries) added.set(boardId, (added.get(boardId) ?? 0) + 1);
  const followers = new Map(added);
  let first = 1; // SQL counts from 1.
  const places = entries.map(({ boardId, update }) => {
    const place = { followers: (followers.get(boardId) ?? 0) - 1, first };
    followers.set(boardId, place.followers);
    first += update.length;
    return place;
  });
  return [
    [...added.keys()],
    [...added.values()],
    entries.map(({ boardId }) => boardId),
    places.map((place) => place.followers),
    places.map((place) => place.first),
    entries.map(({ update }) => update.length),
    Buffer.concat(entries.map(({ update }) => update)),
  ];
}
