import { type Kysely, sql } from 'kysely';
import type { Tables } from '../sql/tables.ts';
import type { StorageSize } from '../storage.ts';

/**
 * How large the journal is, from what PostgreSQL keeps about its tables, so that nothing is read. Of entries it keeps two
 * figures: one from the last vacuum, which is behind by up to a fifth, and one that follows each change but starts from
 * nothing after a crash. The larger is nearer.
 */
export async function postgresSize(db: Kysely<Tables>): Promise<StorageSize> {
  const { rows } = await sql<{ entries: number; bytes: number }>`
    select
      greatest(class.reltuples, pg_stat_get_live_tuples(class.oid), 0)::bigint as entries,
      pg_total_relation_size(class.oid) as bytes
    from pg_class as class
    where class.oid = 'journal'::regclass`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('The journal has no table');
  return { journalRows: row.entries, journalBytes: row.bytes };
}
