import { type Kysely, type RawBuilder, sql } from 'kysely';
import { CannotHold, type Installation, type Row } from '../installation.ts';
import { type MovedTable, movedTables } from '../movedTables.ts';
import type { Tables } from './tables.ts';

/** How many bytes of rows are in memory at once, besides a single row that is larger. */
const maxChunkBytes = 4 * 1024 * 1024;
/** How many rows go at once: their columns stay below what each database takes as parameters of one statement. */
const maxChunkRows = 1000;

/** In what the databases differ, as far as moving goes. */
export interface SqlDialect {
  /** The collation that sorts texts by their bytes. */
  readonly byBytes: 'C' | 'binary';
  readonly holdsNul: boolean;
  /** Makes what this database keeps besides the moved tables, and derives from them. */
  readonly derive?: (db: Kysely<Tables>) => Promise<void>;
}

/** An installation in SQL that every database we use understands. */
export class SqlInstallation implements Installation {
  readonly #db: Kysely<Tables>;
  readonly #dialect: SqlDialect;

  constructor(db: Kysely<Tables>, dialect: SqlDialect) {
    this.#db = db;
    this.#dialect = dialect;
  }

  async count(table: MovedTable): Promise<number> {
    const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table.name)}`.execute(
      this.#db,
    );
    return Number(rows[0]?.count);
  }

  async *read(table: MovedTable): AsyncGenerator<readonly Row[]> {
    let last: Row | undefined;
    for (;;) {
      const { rows } = await this.#chunkAfter(table, last).execute(this.#db);
      last = rows.at(-1);
      if (!last) return;
      yield rows;
    }
  }

  fit(table: MovedTable, rows: readonly Row[]): { readonly rows: readonly Row[]; readonly changed: number } {
    if (this.#dialect.holdsNul) return { rows, changed: 0 };
    let changed = 0;
    const fitting = rows.map((row) => {
      const odd = Object.entries(row).filter(([, value]) => typeof value === 'string' && value.includes('\0'));
      if (odd.length === 0) return row;
      const exact = odd.find(([column]) => table.columns[column] !== 'words');
      if (exact) throw new CannotHold(table, row, exact[0]);
      changed += odd.length;
      return { ...row, ...Object.fromEntries(odd.map(([column, text]) => [column, withoutNul(String(text))])) };
    });
    return { rows: fitting, changed };
  }

  async unfinishedFrom(): Promise<string | undefined> {
    return (await this.#db.selectFrom('unfinished_move').select('source').executeTakeFirst())?.source;
  }

  async begin(from: string): Promise<void> {
    await this.#db.transaction().execute(async (db) => {
      await db.deleteFrom('unfinished_move').execute();
      await db.insertInto('unfinished_move').values({ source: from }).execute();
    });
    // A frozen version is never changed, but what was never finished was never frozen here.
    for (const { name } of movedTables.toReversed()) await sql`delete from ${sql.table(name)}`.execute(this.#db);
  }

  async insert(table: MovedTable, rows: readonly Row[]): Promise<void> {
    const columns = Object.keys(table.columns);
    const names = sql.join(columns.map((column) => sql.ref(column)));
    await this.#db.transaction().execute(async (db) => {
      for (const batch of inBatches(rows)) {
        const values = batch.map((row) => sql`(${sql.join(columns.map((column) => row[column] ?? null))})`);
        await sql`insert into ${sql.table(table.name)} (${names}) values ${sql.join(values)}`.execute(db);
      }
    });
  }

  async finish(): Promise<void> {
    await this.#db.transaction().execute(async (db) => {
      await this.#dialect.derive?.(db);
      await db.deleteFrom('unfinished_move').execute();
    });
  }

  /** What comes after a row: as many as fit, and always one. Sizes are summed up before anything large is fetched. */
  #chunkAfter(table: MovedTable, last: Row | undefined): RawBuilder<Row> {
    const columns = Object.entries(table.columns);
    const size = sql.join(
      columns
        .filter(([, kind]) => kind !== 'number')
        .map(([column]) => sql`coalesce(octet_length(${sql.ref(column)}), 0)`),
      sql` + `,
    );
    const key = sql.join(table.key.map((column) => sql.ref(column)));
    const order = sql.join(table.key.map((column) => this.#sorted(table, column)));
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

  #sorted(table: MovedTable, column: string): RawBuilder<unknown> {
    const name = sql.ref(column);
    return table.columns[column] === 'number' ? name : sql`${name} collate ${sql.ref(this.#dialect.byBytes)}`;
  }
}

/** In few sizes, since each makes a statement of its own, and statements are kept. */
function* inBatches(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let start = 0; start < rows.length; ) {
    const size = [500, 50, 5].find((size) => size <= rows.length - start) ?? 1;
    yield rows.slice(start, start + size);
    start += size;
  }
}

/** As in all else that goes into PostgreSQL: the sign for a character that cannot be shown. */
function withoutNul(text: string): string {
  return text.replaceAll('\0', '\uFFFD');
}
