import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { movedTables } from '../movedTables.ts';
import type { Storage } from '../storage.ts';

/**
 * Changes what is kept behind the product's back, as somebody could who has the keys too: the statements see one table as it is
 * meant, and what they make of it is sealed again.
 *
 * @returns how many rows the last statement has changed
 */
export async function alterKept(
  { storage, dataDir }: { readonly storage: Storage; readonly dataDir: string },
  name: string,
  sql: string,
  ...values: readonly SQLInputValue[]
): Promise<number> {
  const table = movedTables.find((one) => one.name === name);
  if (!table) throw new Error(`no table ${name}`);
  const columns = Object.keys(table.columns);
  const plain = new DatabaseSync(':memory:');
  plain.exec(`create table ${name} (${columns.join(', ')})`);
  const insert = plain.prepare(`insert into ${name} values (${columns.map(() => '?').join(', ')})`);
  for await (const rows of storage.installation.read(table))
    for (const row of rows) insert.run(...columns.map((column) => row[column] ?? null));
  if (values.length > 0) plain.prepare(sql).run(...values);
  else plain.exec(sql);
  const changes = Number(plain.prepare('select changes() as changes').get()?.changes);
  const rows = plain.prepare(`select * from ${name}`).all() as Record<string, string | number | Uint8Array | null>[];
  plain.close();
  const db = new DatabaseSync(join(dataDir, 'duk.db'));
  db.exec(`delete from ${name}`);
  db.close();
  await storage.installation.insert(table, rows);
  return changes;
}
