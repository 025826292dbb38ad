import { boardOf, type DocumentId } from '@duken/shared/access';
import {
  type CaseKeys,
  isSealed,
  isSealedText,
  type Keyring,
  open,
  openText,
  openUnproven,
  SealBroken,
  type SealPlace,
  seal,
  sealBytes,
  sealText,
} from '../../sealing/index.ts';
import { movedTables } from '../movedTables.ts';
import {
  type OpenedRow,
  type SealedRow,
  type SealedTable,
  type Stored,
  type StoredBytes,
  sealedColumns,
} from './sealedColumns.ts';

/** By how many bytes what lies in a sealed column of bytes is longer than what was sealed. */
export const sealedBy = sealBytes;

/** Whose row it is, and which: columns of a table that are never sealed. */
type RowKey = Readonly<Record<string, unknown>>;

/** Opens rows of cases whose keys are at hand. */
export interface RowOpener {
  /**
   * @param row with all that its table's rows are told apart by, and whose it is
   * @throws SealBroken when a sealed column of it is not what was sealed there
   */
  open<Table extends SealedTable, Row extends RowKey>(table: Table, row: Row): OpenedRow<Table, Row>;
  /** Bytes of a row, as far as they can be opened: for moving them as they are. */
  openOrSalvage(
    table: SealedTable,
    column: string,
    row: RowKey,
  ): { readonly data: Uint8Array; readonly isProven: boolean };
}

/**
 * The one place where what people wrote is sealed on its way into the database, and opened on its way out: below journal, archive
 * and directory, which see rows as they are meant.
 */
export class SealedRows {
  readonly #keyring: Keyring;
  #isAllSealed: boolean;

  /** @param isAllSealed whether all that the data holds is sealed: then what is not was put there by somebody else */
  constructor(keyring: Keyring, isAllSealed: boolean) {
    this.#keyring = keyring;
    this.#isAllSealed = isAllSealed;
  }

  /** From now on nothing is believed that is not sealed. */
  async setAllSealed(): Promise<void> {
    await this.#keyring.store.setAllSealed();
    this.#isAllSealed = true;
  }

  get isAllSealed(): boolean {
    return this.#isAllSealed;
  }

  get keyring(): Keyring {
    return this.#keyring;
  }

  /** Keys are asked for when the rows are there: a row that is sealed has a key that is older than it. */
  async opener(caseIds: Iterable<string>): Promise<RowOpener> {
    const keys = await this.#keyring.toOpen(caseIds);
    return {
      open: (table, row) => this.#openRow(table, row, keys),
      openOrSalvage: (table, column, row) => {
        const [bytes, place] = [row[column] as Uint8Array, placeOf(table, column, row)];
        try {
          return { data: this.openBytes(bytes, keys, place), isProven: true };
        } catch (error) {
          if (!(error instanceof SealBroken)) throw error;
          return { data: this.salvage(bytes, keys, place), isProven: false };
        }
      },
    };
  }

  async open<Table extends SealedTable, Row extends RowKey>(
    table: Table,
    rows: readonly Row[],
  ): Promise<readonly OpenedRow<Table, Row>[]> {
    if (rows.length === 0) return [];
    const opener = await this.opener(new Set(rows.map((row) => caseOf(table, row))));
    return rows.map((row) => opener.open(table, row));
  }

  async openOne<Table extends SealedTable, Row extends RowKey>(
    table: Table,
    row: Row | undefined,
  ): Promise<OpenedRow<Table, Row> | undefined> {
    return row && (await this.open(table, [row]))[0];
  }

  /** A new row, whole. */
  async seal<Table extends SealedTable, Row extends RowKey>(table: Table, row: Row): Promise<SealedRow<Table, Row>> {
    return this.sealChange(table, row, row);
  }

  /** Columns of a row that is there. @param key what its table's rows are told apart by, and whose it is */
  async sealChange<Table extends SealedTable, Change extends object>(
    table: Table,
    key: RowKey,
    change: Change,
  ): Promise<SealedRow<Table, Change>> {
    const keys = await this.#keyring.toSeal([caseOf(table, key)]);
    return sealRow(table, key, change, keys);
  }

  /** For who seals many at once. */
  async sealer(caseIds: Iterable<string>) {
    const keys = await this.#keyring.toSeal(caseIds);
    return {
      seal: <Table extends SealedTable, Row extends RowKey>(table: Table, row: Row): SealedRow<Table, Row> =>
        sealRow(table, row, row, keys),
      keys,
    };
  }

  /** Columns of a row, with keys at hand. */
  sealWith(keys: CaseKeys, table: SealedTable, key: RowKey, change: object): object {
    return sealRow(table, key, change, keys);
  }

  /** Opens bytes, or gives them as they are when they are from before there were seals. @throws SealBroken */
  openBytes(stored: Uint8Array, keys: CaseKeys, place: SealPlace): Uint8Array {
    if (isSealed(stored)) return open(stored, keys.keyOf(place[0]), place);
    if (this.#isAllSealed) throw new SealBroken(`${place[1]}.${place[2]}`, 'is not sealed');
    return stored;
  }

  openText(stored: string, keys: CaseKeys, place: SealPlace): string {
    if (isSealedText(stored)) return openText(stored, keys.keyOf(place[0]), place);
    if (this.#isAllSealed) throw new SealBroken(`${place[1]}.${place[2]}`, 'is not sealed');
    return stored;
  }

  /** What a bad disk has left of bytes, unproven. @returns nothing where nothing can be made out */
  salvage(stored: Uint8Array, keys: CaseKeys, place: SealPlace): Uint8Array {
    try {
      return isSealed(stored) ? openUnproven(stored, keys.keyOf(place[0]), place) : stored;
    } catch (error) {
      if (!(error instanceof SealBroken)) throw error;
      return new Uint8Array();
    }
  }

  #openRow<Table extends SealedTable, Row extends RowKey>(
    table: Table,
    row: Row,
    keys: CaseKeys,
  ): OpenedRow<Table, Row> {
    const opened: Record<string, unknown> = { ...row };
    for (const column of sealedColumns[table]) {
      const value = row[column];
      if (typeof value === 'string') opened[column] = this.openText(value, keys, placeOf(table, column, row));
      else if (value instanceof Uint8Array) opened[column] = this.openBytes(value, keys, placeOf(table, column, row));
    }
    return opened as OpenedRow<Table, Row>;
  }
}

/** Seals bytes of one place. */
export function sealBytesOf(bytes: Uint8Array, keys: CaseKeys, place: SealPlace): StoredBytes {
  return seal(bytes, keys.keyOf(place[0]), place) as StoredBytes;
}

function sealRow<Table extends SealedTable, Change extends object>(
  table: Table,
  key: RowKey,
  change: Change,
  keys: CaseKeys,
): SealedRow<Table, Change> {
  const sealed = { ...change } as Record<string, unknown>;
  for (const column of sealedColumns[table]) {
    const value = sealed[column];
    const place = () => placeOf(table, column, key);
    if (typeof value === 'string') sealed[column] = sealText(value, keys.keyOf(caseOf(table, key)), place());
    else if (value instanceof Uint8Array)
      sealed[column] = sealBytesOf(value, keys, place()) satisfies Stored<Uint8Array>;
  }
  return sealed as SealedRow<Table, Change>;
}

const keyColumns = new Map(movedTables.map(({ name, key }) => [name, key]));

/** Where a value of a row belongs. */
function placeOf(table: SealedTable, column: string, row: RowKey): SealPlace {
  const parts = (keyColumns.get(table) ?? []).map((part) => {
    const value = row[part];
    if (value === undefined || value === null) throw new Error(`${table}: ${part} is needed to seal ${column}`);
    return String(value);
  });
  return [caseOf(table, row), table, column, ...parts];
}

/** Whose a row is. */
export function caseOf(table: string, row: RowKey): string {
  // A proposal has a key of its own, also when a case has come of it.
  if (table === 'boards' || table === 'proposals') return String(row.id);
  if (row.board_id !== undefined) return String(row.board_id);
  if (row.document_id !== undefined) return boardOf(row.document_id as DocumentId);
  throw new Error(`${table}: nobody can tell whose the row is`);
}

/**
 * What is not what was sealed is nothing: for what is found out as altered by its hash, or is made anew when it is missing.
 */
export function orNothing<Value, Nothing>(open: () => Value, nothing: Nothing): Value | Nothing {
  try {
    return open();
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error;
    return nothing;
  }
}
