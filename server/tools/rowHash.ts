import { createHash } from 'node:crypto';
import type { MovedTable, Row } from '../storage/index.ts';

/** SHA-256 over a table's rows, in order: the same rows give the same hash, whichever database they come from. */
export class TableHash {
  readonly #hash = createHash('sha256');
  readonly #columns: readonly string[];

  constructor(table: MovedTable) {
    this.#columns = Object.keys(table.columns);
  }

  add(rows: readonly Row[]): void {
    for (const row of rows) for (const column of this.#columns) this.#addValue(row[column] ?? null);
  }

  /** As lower-case hex. Nothing may be added afterwards. */
  end(): string {
    return this.#hash.digest('hex');
  }

  /** Its kind and length come first, so that no two rows give the same bytes. */
  #addValue(value: Row[string]): void {
    if (value === null) this.#hash.update('-');
    else if (typeof value === 'number') this.#hash.update(`n${value};`);
    else {
      const bytes = typeof value === 'string' ? Buffer.from(value) : value;
      this.#hash.update(`${typeof value === 'string' ? 't' : 'b'}${bytes.length};`).update(bytes);
    }
  }
}
