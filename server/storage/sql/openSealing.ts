import { failed, type Result, succeeded } from '@duken/shared/result';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import {
  findInstallationKeys,
  type KeyFailure,
  Keyring,
  type KeySettings,
  type KeyStore,
  KeysUnreadable,
  sealedTextMark,
  sealMark,
} from '../../sealing/index.ts';
import { movedTables } from '../movedTables.ts';
import { sealedColumns } from './sealedColumns.ts';
import { SealedRows } from './sealedRows.ts';
import type { Tables } from './tables.ts';

/** Finds the installation's key, and with it the keys of all cases. A place where nothing was sealed yet gets its key now. */
export async function openSealing(
  db: Kysely<Tables>,
  store: KeyStore,
  settings: KeySettings,
  { dataDir, place }: { readonly dataDir: string; readonly place: string },
): Promise<Result<SealedRows, KeyFailure>> {
  const mayMake = (await store.wrappers()).length === 0;
  // A copy of the data alone, or a folder for keys that is not the right one: no key that is made now would open anything.
  if (mayMake && (await hasSealed(db))) return failed({ kind: 'keysGone', place, keys: store.place });
  const found = findInstallationKeys(settings, { dataDir, place, mayMake });
  if (!found.ok) return found;
  // A file is read anew when it has been changed; what the environment says stays.
  const readKeys = () => {
    const now = findInstallationKeys(settings, { dataDir, place, mayMake: false });
    if (!now.ok) throw new KeysUnreadable(now.failure);
    return now.value;
  };
  let keyring: Keyring | undefined;
  try {
    keyring = await Keyring.open(store, readKeys);
  } catch (error) {
    if (!(error instanceof KeysUnreadable)) throw error;
    return failed(error.failure);
  }
  if (!keyring) return failed({ kind: 'keyWrong', place });
  const sealed = new SealedRows(keyring, await store.isAllSealed());
  if (mayMake && (await isEmpty(db))) await sealed.setAllSealed();
  return succeeded(sealed);
}

/** Whether any value of a sealed column says that it is sealed; in one question, since every start asks it. */
async function hasSealed(db: Kysely<Tables>): Promise<boolean> {
  return isAny(
    db,
    Object.entries(sealedColumns).flatMap(([table, columns]) =>
      columns.map((column) => {
        const isBytes = movedTables.find(({ name }) => name === table)?.columns[column] === 'bytes';
        const start = isBytes ? sealMark : sealedTextMark;
        return sql`exists (select 1 from ${sql.table(table)}
          where substr(${sql.ref(column)}, 1, ${sql.lit(start.length)}) = ${start})`;
      }),
    ),
  );
}

async function isEmpty(db: Kysely<Tables>): Promise<boolean> {
  return !(await isAny(
    db,
    Object.keys(sealedColumns).map((table) => sql`exists (select 1 from ${sql.table(table)})`),
  ));
}

async function isAny(db: Kysely<Tables>, conditions: readonly RawBuilder<unknown>[]): Promise<boolean> {
  const { rows } = await sql`select 1 where ${sql.join(conditions, sql` or `)}`.execute(db);
  return rows.length > 0;
}
