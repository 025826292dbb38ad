import type { MovedTable } from './movedTables.ts';

/** A row as both databases give it. */
export type Row = Readonly<Record<string, string | number | Uint8Array | null>>;

/** Everything an installation holds, as rows: for moving it from one database to another. */
export interface Installation {
  count(table: MovedTable): Promise<number>;

  /** All rows by their key, in the same order in every database, a few megabytes at a time. */
  read(table: MovedTable): AsyncIterable<readonly Row[]>;

  /**
   * Rows as this database can hold them: words lose U+0000 where it cannot.
   * @returns how many texts were changed
   * @throws CannotHold for text that must stay as it is
   */
  fit(table: MovedTable, rows: readonly Row[]): { readonly rows: readonly Row[]; readonly changed: number };

  /** Where everything was being moved from, when not all of it has come. */
  unfinishedFrom(): Promise<string | undefined>;
  /** Marks it as unfinished, so that no server opens it, and takes away what an unfinished move has left. */
  begin(from: string): Promise<void>;
  insert(table: MovedTable, rows: readonly Row[]): Promise<void>;
  /** Takes the mark away: from here on it can be used. */
  finish(): Promise<void>;
}

/** A text that the other database cannot hold as it is, and that must not be changed. */
export class CannotHold extends Error {
  override readonly name = 'CannotHold';

  constructor(table: MovedTable, row: Row, column: string) {
    const which = table.key.map((part) => `${part} ${row[part]}`).join(', ');
    super(`${column} in ${table.name} (${which}) has a character that PostgreSQL cannot hold`);
  }
}
