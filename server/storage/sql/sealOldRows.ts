import { setImmediate as nextTurn } from 'node:timers/promises';
import type { DocumentId } from '@duken/shared/access';
import { type Kysely, sql, type Transaction } from 'kysely';
import { type CaseKeys, isSealed, isSealedText } from '../../sealing/index.ts';
import type { Row } from '../installation.ts';
import { type MovedTable, movedTables } from '../movedTables.ts';
import { type JournalRow, originOf } from './journalRow.ts';
import { restampCheckpoint, restampEntry } from './restamp.ts';
import { type ByBytes, rowsInChunks } from './rowsInChunks.ts';
import { isSealedTable, type SealedTable, sealedColumns } from './sealedColumns.ts';
import { sealEntry } from './sealedEntry.ts';
import { caseOf, type SealedRows } from './sealedRows.ts';
import type { Tables } from './tables.ts';

export interface SealOldRows {
  readonly db: Kysely<Tables>;
  readonly sealed: SealedRows;
  readonly byBytes: ByBytes;
  /** Called in each transaction, before anything is changed. */
  readonly onBegin?: () => void;
}

/**
 * Seals what was kept before there were seals, a part at a time, beside everybody who works: a row that has changed meanwhile was
 * sealed then, and is left. It may be stopped anywhere, and begins again at the next start; once it has been through, nothing is
 * believed any more that is not sealed.
 *
 * @returns how many rows were sealed
 */
export async function sealOldRows({ db, sealed, byBytes, onBegin }: SealOldRows): Promise<number> {
  let count = 0;
  for (const table of movedTables) {
    const { name } = table;
    if (!isSealedTable(name)) continue;
    for await (const rows of rowsInChunks(db, table, byBytes)) {
      const old = rows.filter((row) => !isSealedRow(name, row));
      if (old.length > 0) {
        const { keys } = await sealed.sealer(new Set(old.map((row) => caseOf(name, row))));
        await db.transaction().execute(async (transaction) => {
          onBegin?.();
          for (const row of old) await replaceRow(transaction, table, row, sealedRowOf(name, row, sealed, keys));
        });
        count += old.length;
      }
      await nextTurn();
    }
  }
  await sealed.setAllSealed();
  return count;
}

function isSealedRow(table: SealedTable, row: Row): boolean {
  return sealedColumns[table].every((column) => isSealedValue(row[column] ?? null));
}

function isSealedValue(value: Row[string]): boolean {
  if (typeof value === 'string') return isSealedText(value);
  return value instanceof Uint8Array ? isSealed(value) : true;
}

/** Only the columns that are not sealed yet, sealed, and the checksum of what lies there then. */
function sealedRowOf(table: SealedTable, row: Row, sealed: SealedRows, keys: CaseKeys): Row {
  if (table === 'journal') {
    const [documentId, entry] = [String(row.document_id) as DocumentId, row as unknown as JournalRow];
    const origin = originOf(documentId, entry);
    const bytes = sealEntry(documentId, origin === 'altered' ? 'beat' : origin, entry, keys);
    return { ...bytes, checksum: restampEntry(documentId, origin, { ...entry, ...bytes }) };
  }
  const open = Object.fromEntries(
    sealedColumns[table]
      .map((column) => [column, row[column] ?? null] as const)
      .filter(([, value]) => !isSealedValue(value)),
  );
  const values = sealed.sealWith(keys, table, row, open) as unknown as Row;
  return table === 'checkpoints' ? { ...values, checksum: restampCheckpoint(row, values.data as Uint8Array) } : values;
}

/** Tables whose rows the databases let nobody change. */
const neverChanged: ReadonlySet<string> = new Set(['versions', 'plan_events']);

/** Puts values into a row that is still as it was read. What may never be changed is put anew where it was. */
async function replaceRow(
  db: Transaction<Tables>,
  { name, key, columns }: MovedTable,
  row: Row,
  values: Row,
): Promise<void> {
  const isSame = sql.join(
    [...new Set([...key, ...Object.keys(values)])].map(
      (column) => sql`${sql.ref(column)} is not distinct from ${row[column] ?? null}`,
    ),
    sql` and `,
  );
  if (neverChanged.has(name)) {
    const { numAffectedRows } = await sql`delete from ${sql.table(name)} where ${isSame}`.execute(db);
    if (numAffectedRows !== 1n) return;
    const whole: Row = { ...row, ...values };
    const names = Object.keys(columns);
    await sql`
      insert into ${sql.table(name)} (${sql.join(names.map((column) => sql.ref(column)))})
      values (${sql.join(names.map((column) => whole[column] ?? null))})`.execute(db);
    return;
  }
  const set = sql.join(Object.entries(values).map(([column, value]) => sql`${sql.ref(column)} = ${value}`));
  await sql`update ${sql.table(name)} set ${set} where ${isSame}`.execute(db);
}
