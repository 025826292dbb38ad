import type { BoardId } from '@duken/shared/board';
import { type Kysely, sql } from 'kysely';
import type pg from 'pg';
import type { Beat, Journal, JournalEntry, JournalPosition } from '../journal.ts';
import { packUpdates } from '../sql/entryBytes.ts';
import { contentsChecksum, type JournalRow, partBytes, readEntries } from '../sql/journalRow.ts';
import type { Tables } from '../sql/tables.ts';
import type { PostgresPool } from './postgresPool.ts';

/**
 * Appends a beat in one statement, which is one transaction and one trip. Positions are given out in the database: a
 * board's row in `journal_heads` is locked from here to the commit, so that its order is one order whichever server
 * writes, without holes. Boards are locked in the order of their ids, so that two beats never wait for each other.
 * All entries come as one run of bytes and are cut apart here: pg would write out an array of them as hexadecimal text.
 */
const append = {
  name: 'append to the journal',
  text: `
    with beat as (
      select * from unnest($1::text[], $2::int[], $3::int[], $4::int[], $5::bigint[])
        as beat (board_id, first, length, lengths, checksum)
    ), heads as (
      insert into journal_heads as head (board_id, last)
      select board_id, 1 from beat order by board_id collate "C"
      on conflict (board_id) do update set last = head.last + 1
      returning head.board_id, head.last
    )
    insert into journal (board_id, position, data, lengths, checksum)
    select board_id, heads.last, substring($6::bytea from beat.first for beat.length),
      nullif(substring($6 from beat.first + beat.length for beat.lengths), ''), heads.last + beat.checksum
    from beat join heads using (board_id)
    returning board_id, position`,
};

const read = {
  name: 'read a part of a journal',
  text: `
    with sizes as (
      select position, sum(octet_length(data)) over (order by position) - octet_length(data) as before
      from journal where board_id = $1 and position > $2
    )
    select position, data, lengths, checksum from journal join sizes using (position)
    where board_id = $1 and before < ${partBytes} order by position`,
};

const heads = {
  name: 'where journals end',
  text: 'select board_id, last from journal_heads where board_id = any($1::text[])',
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

  async append(beat: Beat): Promise<ReadonlyMap<BoardId, JournalPosition>> {
    const entries = [...beat].filter(([, updates]) => updates.length > 0);
    if (entries.length === 0) return new Map();
    const rows = await this.#writer.run<{ board_id: BoardId; position: number }>(append, appendValues(entries));
    return new Map(rows.map((row) => [row.board_id, row.position]));
  }

  async read(boardId: BoardId, after: JournalPosition = 0): Promise<readonly JournalEntry[]> {
    return readEntries(boardId, after, (position) =>
      this.#pool.run<JournalRow & pg.QueryResultRow>(read, [boardId, position]),
    );
  }

  async heads(boardIds: readonly BoardId[]): Promise<ReadonlyMap<BoardId, JournalPosition>> {
    const rows = await this.#pool.run<{ board_id: BoardId; last: number }>(heads, [boardIds]);
    return new Map(rows.map((row) => [row.board_id, row.last]));
  }

  async fold(boardId: BoardId, folded: Uint8Array, last: JournalPosition): Promise<boolean> {
    return this.#db.transaction().execute(async (db) => {
      // Folding and appending take turns on a board, and two who fold it at once too.
      await sql`select from journal_heads where board_id = ${boardId} for update`.execute(db);
      const checksum = last + contentsChecksum(boardId, 'fold', { data: folded, lengths: null });
      const put = await sql`
        update journal set data = ${folded}, lengths = null, checksum = ${checksum}
        where board_id = ${boardId} and position = ${last}`.execute(db);
      if (!put.numAffectedRows) return false;
      await sql`delete from journal where board_id = ${boardId} and position < ${last}`.execute(db);
      return true;
    });
  }
}

function appendValues(entries: readonly (readonly [BoardId, readonly Uint8Array[]])[]): unknown[] {
  let first = 1; // SQL counts from 1.
  const packed = entries.map(([boardId, updates]) => {
    const bytes = packUpdates(updates);
    const { data, lengths } = bytes;
    const checksum = contentsChecksum(boardId, 'beat', bytes);
    const entry = { boardId, data, lengths: lengths ?? new Uint8Array(), first, checksum };
    first += entry.data.length + entry.lengths.length;
    return entry;
  });
  return [
    packed.map((entry) => entry.boardId),
    packed.map((entry) => entry.first),
    packed.map((entry) => entry.data.length),
    packed.map((entry) => entry.lengths.length),
    packed.map((entry) => entry.checksum),
    Buffer.concat(packed.flatMap(({ data, lengths }) => [data, lengths])),
  ];
}
