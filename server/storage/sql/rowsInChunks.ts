import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Row } from '../installation.ts';
import type { MovedTable } from '../movedTables.ts';
import type { Tables } from './tables.ts';

/** How many bytes of rows are in memory at once, besides a single row that is larger. */
const maxChunkBytes = 4 * 1024 * 1024;
/** How many rows go at once: their columns stay below what each database takes as parameters of one statement. */
const maxChunkRows = 1000;

/** The collation that sorts texts by their bytes. */
export type ByBytes = 'C' | 'binary';

/** All rows of a table as they lie there, by their key, in the same order in every database, a few megabytes at a time. */
export async function* rowsInChunks(
  db: Kysely<Tables>,
  table: MovedTable,
  byBytes: ByBytes,
): AsyncGenerator<readonly Row[]> {
  let last: Row | undefined;
  for (;;) {
    const { rows } = await chunkAfter(table, last, byBytes).execute(db);
    last = rows.at(-1);
    if (!last) return;
    yield rows;
  }
}

/** What comes after a row: as many as fit, and always one. Sizes are summed up before anything large is fetched. */
function chunkAfter(table: MovedTable, last: Row | undefined, byBytes: ByBytes): RawBuilder<Row> {
  const columns = Object.entries(table.columns);
  const size = sql.join(
    columns
      .filter(([, kind]) => kind !== 'number')
      .map(([column]) => sql`coalesce(octet_length(${sql.ref(column)}), 0)`),
    sql` + `,
  );
  const key = sql.join(table.key.map((column) => sql.ref(column)));
  const order = sql.join(table.key.map((column) => sorted(table, column, byBytes)));
  const after = last ? sql`where (${order}) > (${sql.join(table.key.map((column) => last[column] ?? null))})` : sql``;
  return sql<Row>`
      select ${sql.join(columns.map(([column]) => sql.ref(column)))}
      from (
        select ${key}, sum(size) over rows_so_far as bytes, row_number() over rows_so_far as place
        from (
          select ${key}, ${size} as size from ${sql.table(table.name)} ${after}
          order by ${order} limit ${sql.lit(maxChunkRows)}
        ) as sized
        window rows_so_far as (order by ${order} rows unbounded preceding)
      ) as chunk
      join ${sql.table(table.name)} using (${key})
      where place = 1 or bytes <= ${sql.lit(maxChunkBytes)}
      order by ${order}`;
}

function sorted(table: MovedTable, column: string, byBytes: ByBytes): RawBuilder<unknown> {
  const name = sql.ref(column);
  return table.columns[column] === 'number' ? name : sql`${name} collate ${sql.ref(byBytes)}`;
}
