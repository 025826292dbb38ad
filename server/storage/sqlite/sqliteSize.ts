import { statSync } from 'node:fs';
import type { Kysely } from 'kysely';
import type { Tables } from '../sql/tables.ts';
import type { StorageSize } from '../storage.ts';
import type { SqliteFile } from './sqliteFile.ts';

/** Boards counted in one go. It takes about a millisecond, in which nothing else is done. */
const boardsInOneGo = 250;

/**
 * Counts `?2` boards after the board `?1`. A board's entries have no holes between the first and the last, so that each board
 * costs three looks into the index, however long its journal is; counting rows would read all of the index.
 */
const countSome = `
  with recursive board (id) as (
    select min(board_id) from journal where board_id > ?1
    union all
    select (select min(board_id) from journal where board_id > board.id) from board where board.id is not null
    limit ?2
  )
  select
    max(id) as last,
    sum(
      (select max(position) from journal where board_id = board.id)
      - (select min(position) from journal where board_id = board.id) + 1
    ) as entries
  from board
  where id is not null`;

/** What some boards have, and which of them came last. */
interface SomeBoards {
  readonly last: string | null;
  readonly entries: number | null;
}

/** How large the file and its journal are, asked for in steps between which others get their turn. */
export async function sqliteSize(path: string, file: SqliteFile, turns: Kysely<Tables>): Promise<StorageSize> {
  const countAfter = (boardId: string) =>
    file.use((db) => db.prepare(countSome).get(boardId, boardsInOneGo) as unknown as SomeBoards);
  let journalRows = 0;
  let last: string | null = '';
  while (last !== null) {
    const after: string = last;
    const some: SomeBoards = await turns.connection().execute(async () => countAfter(after));
    journalRows += some.entries ?? 0;
    ({ last } = some);
    await new Promise((resolve) => setImmediate(resolve));
  }
  // What was committed last lies in the log beside the file until it is moved into it.
  const log = statSync(`${path}-wal`, { throwIfNoEntry: false });
  return { journalRows, journalBytes: statSync(path).size + (log?.size ?? 0) };
}
