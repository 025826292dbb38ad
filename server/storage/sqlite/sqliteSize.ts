import { statSync } from 'node:fs';
import type { Kysely } from 'kysely';
import type { Tables } from '../sql/tables.ts';
import type { StorageSize } from '../storage.ts';
import type { SqliteFile } from './sqliteFile.ts';

/** Documents counted in one go. It takes about a millisecond, in which nothing else is done. */
const documentsInOneGo = 250;

/**
 * Counts `?2` documents after the document `?1`. A document's entries have no holes between the first and the last, so that each document
 * costs three looks into the index, however long its journal is; counting rows would read all of the index.
 */
const countSome = `
  with recursive document (id) as (
    select min(document_id) from journal where document_id > ?1
    union all
    select (select min(document_id) from journal where document_id > document.id) from document where document.id is not null
    limit ?2
  )
  select
    max(id) as last,
    sum(
      (select max(position) from journal where document_id = document.id)
      - (select min(position) from journal where document_id = document.id) + 1
    ) as entries
  from document
  where id is not null`;

/** What some documents have, and which of them came last. */
interface SomeDocuments {
  readonly last: string | null;
  readonly entries: number | null;
}

/** How large the file and its journal are, asked for in steps between which others get their turn. */
export async function sqliteSize(path: string, file: SqliteFile, turns: Kysely<Tables>): Promise<StorageSize> {
  const countAfter = (documentId: string) =>
    file.use((db) => db.prepare(countSome).get(documentId, documentsInOneGo) as unknown as SomeDocuments);
  let journalRows = 0;
  let last: string | null = '';
  while (last !== null) {
    const after: string = last;
    const some: SomeDocuments = await turns.connection().execute(async () => countAfter(after));
    journalRows += some.entries ?? 0;
    ({ last } = some);
    await new Promise((resolve) => setImmediate(resolve));
  }
  // What was committed last lies in the log beside the file until it is moved into it.
  const log = statSync(`${path}-wal`, { throwIfNoEntry: false });
  return { journalRows, journalBytes: statSync(path).size + (log?.size ?? 0) };
}
