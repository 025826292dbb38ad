import type { DocumentId } from '@duken/shared/access';
import { type Kysely, sql } from 'kysely';
import { CannotHold, type Installation, type Row } from '../installation.ts';
import { type MovedTable, movedTables } from '../movedTables.ts';
import { type JournalRow, originOf } from './journalRow.ts';
import { restampCheckpoint, restampEntry } from './restamp.ts';
import { type ByBytes, rowsInChunks } from './rowsInChunks.ts';
import { isSealedTable, sealedColumns } from './sealedColumns.ts';
import { openOrSalvage, sealEntry } from './sealedEntry.ts';
import { caseOf, type SealedRows } from './sealedRows.ts';
import type { Tables } from './tables.ts';

/** In what the databases differ, as far as moving goes. */
export interface SqlDialect {
  readonly byBytes: ByBytes;
  readonly holdsNul: boolean;
  /** Makes what this database keeps besides the moved tables, and derives from them. */
  readonly derive?: (db: Kysely<Tables>) => Promise<void>;
}

/** An installation in SQL that every database we use understands: opened on its way out, and sealed on its way in. */
export class SqlInstallation implements Installation {
  readonly #db: Kysely<Tables>;
  readonly #sealed: SealedRows;
  readonly #dialect: SqlDialect;

  constructor(db: Kysely<Tables>, sealed: SealedRows, dialect: SqlDialect) {
    this.#db = db;
    this.#sealed = sealed;
    this.#dialect = dialect;
  }

  async count(table: MovedTable): Promise<number> {
    const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table.name)}`.execute(
      this.#db,
    );
    return Number(rows[0]?.count);
  }

  async *read(table: MovedTable): AsyncGenerator<readonly Row[]> {
    for await (const rows of rowsInChunks(this.#db, table, this.#dialect.byBytes))
      yield await this.#opened(table.name, rows);
  }

  fit(table: MovedTable, rows: readonly Row[]): { readonly rows: readonly Row[]; readonly changed: number } {
    if (this.#dialect.holdsNul) return { rows, changed: 0 };
    let changed = 0;
    const fitting = rows.map((row) => {
      const odd = Object.entries(row).filter(
        ([column, value]) => typeof value === 'string' && value.includes('\0') && !isSealedColumn(table.name, column),
      );
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
    const stored = await this.#stored(table.name, rows);
    await this.#db.transaction().execute(async (db) => {
      for (const batch of inBatches(stored)) {
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

  async #opened(table: string, rows: readonly Row[]): Promise<readonly Row[]> {
    if (!isSealedTable(table)) return rows;
    if (table === 'checkpoints') return this.#openedCheckpoints(rows);
    if (table !== 'journal') return this.#sealed.open(table, rows);
    const keys = await this.#sealed.keyring.toOpen(new Set(rows.map((row) => caseOf(table, row))));
    return rows.map((row) => {
      const { documentId, entry } = entryOf(row);
      const { origin, bytes } = openOrSalvage(documentId, entry, this.#sealed, keys);
      return { ...row, ...bytes, checksum: restampEntry(documentId, origin, { ...entry, ...bytes }) };
    });
  }

  async #openedCheckpoints(rows: readonly Row[]): Promise<readonly Row[]> {
    const opener = await this.#sealed.opener(new Set(rows.map((row) => caseOf('checkpoints', row))));
    return rows.map((row) => {
      const { data, isProven } = opener.openOrSalvage('checkpoints', 'data', row);
      return { ...row, data, checksum: restampCheckpoint(row, data, isProven) };
    });
  }

  async #stored(table: string, rows: readonly Row[]): Promise<readonly Row[]> {
    if (!isSealedTable(table)) return rows;
    const { seal, keys } = await this.#sealed.sealer(new Set(rows.map((row) => caseOf(table, row))));
    if (table !== 'journal')
      return rows.map((row) => {
        const stored = seal(table, row) as unknown as Row;
        return table === 'checkpoints'
          ? { ...stored, checksum: restampCheckpoint(row, stored.data as Uint8Array) }
          : stored;
      });
    return rows.map((row) => {
      const { documentId, entry } = entryOf(row);
      const origin = originOf(documentId, entry);
      const sealed = sealEntry(documentId, origin === 'altered' ? 'beat' : origin, entry, keys);
      return { ...row, ...sealed, checksum: restampEntry(documentId, origin, { ...entry, ...sealed }) };
    });
  }
}

function isSealedColumn(table: string, column: string): boolean {
  return isSealedTable(table) && sealedColumns[table].some((sealed) => sealed === column);
}

function entryOf(row: Row) {
  return { documentId: String(row.document_id) as DocumentId, entry: row as unknown as JournalRow };
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
