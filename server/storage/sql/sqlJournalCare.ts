import { boardOf, type DocumentId } from '@duken/shared/access';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { CaseKeys } from '../../sealing/index.ts';
import type { JournalPosition } from '../journal.ts';
import type { JournalCare, JournalRepair, StoredEntry, StoredJournal } from '../journalCare.ts';
import { unpackUpdates } from './entryBytes.ts';
import { contentsChecksum, type JournalRow } from './journalRow.ts';
import { keysToSeal, openOrSalvage, sealEntry } from './sealedEntry.ts';
import type { SealedRows } from './sealedRows.ts';
import type { Tables } from './tables.ts';

/** Looking after journals in SQL that every database we use understands. */
export class SqlJournalCare implements JournalCare {
  readonly #db: Kysely<Tables>;
  readonly #sealed: SealedRows;
  readonly #givesOutPositions: boolean;

  /** @param givesOutPositions whether the database has `journal_heads`, from which positions are given out */
  constructor(db: Kysely<Tables>, sealed: SealedRows, givesOutPositions: boolean) {
    this.#db = db;
    this.#sealed = sealed;
    this.#givesOutPositions = givesOutPositions;
  }

  async documents(): Promise<readonly DocumentId[]> {
    const rows = await this.#db.selectFrom('journal').select('document_id').distinct().orderBy('document_id').execute();
    return rows.map((row) => row.document_id as DocumentId);
  }

  async look(documentId: DocumentId): Promise<StoredJournal> {
    const rows = await this.#db
      .selectFrom('journal')
      .select(['position', 'data', 'lengths', 'checksum'])
      .where('document_id', '=', documentId)
      .orderBy('position')
      .execute();
    const head = this.#givesOutPositions ? await headOf(this.#db, documentId) : 0;
    const keys = await this.#sealed.keyring.toOpen([boardOf(documentId)]);
    return {
      entries: rows.map((row) => entryOf(documentId, row, this.#sealed, keys)),
      end: Math.max(head, rows.at(-1)?.position ?? 0),
    };
  }

  async replace(
    documentId: DocumentId,
    seen: StoredJournal,
    state: Uint8Array,
    repair: JournalRepair,
  ): Promise<boolean> {
    const { position, repairedAt, report } = repair;
    const keys = await keysToSeal(this.#sealed.keyring, [documentId]);
    const row = { document_id: documentId, position, repaired_at: repairedAt, report };
    const noted = await this.#sealed.seal('repairs', row);
    return this.#db.transaction().execute(async (db) => {
      // Nobody may append between the look and the change.
      if (this.#givesOutPositions)
        await sql`select from journal_heads where document_id = ${documentId} for update`.execute(db);
      if (!(await isAsSeen(db, documentId, seen))) return false;
      await db.deleteFrom('journal').where('document_id', '=', documentId).execute();
      const entry = sealEntry(documentId, 'fold', { data: state, lengths: null }, keys);
      const checksum = position + contentsChecksum(documentId, 'fold', entry);
      await db
        .insertInto('journal')
        .values({ document_id: documentId, position, ...entry, checksum, written_at: repairedAt })
        .execute();
      await db.insertInto('repairs').values(noted).execute();
      if (this.#givesOutPositions) {
        await sql`
          insert into journal_heads (document_id, last) values (${documentId}, ${position})
          on conflict (document_id) do update set last = excluded.last`.execute(db);
      }
      return true;
    });
  }

  async repairs(documentId: DocumentId): Promise<readonly JournalRepair[]> {
    const rows = await this.#db
      .selectFrom('repairs')
      .selectAll()
      .where('document_id', '=', documentId)
      .orderBy('position')
      .execute();
    const opened = await this.#sealed.open('repairs', rows);
    return opened.map(({ position, repaired_at, report }) => ({ position, repairedAt: repaired_at, report }));
  }
}

function entryOf(documentId: DocumentId, row: JournalRow, sealed: SealedRows, keys: CaseKeys): StoredEntry {
  const { origin, bytes } = openOrSalvage(documentId, row, sealed, keys);
  return { ...row, origin, ...unpackUpdates(bytes) };
}

async function headOf(db: Kysely<Tables>, documentId: DocumentId): Promise<JournalPosition> {
  const { rows } = await sql<{ last: number }>`
    select last from journal_heads where document_id = ${documentId}`.execute(db);
  return rows[0]?.last ?? 0;
}

async function isAsSeen(db: Transaction<Tables>, documentId: DocumentId, seen: StoredJournal): Promise<boolean> {
  const rows = await db
    .selectFrom('journal')
    .select(['position', 'checksum'])
    .where('document_id', '=', documentId)
    .orderBy('position')
    .execute();
  return (
    rows.length === seen.entries.length &&
    rows.every(({ position, checksum }, index) => {
      const entry = seen.entries[index];
      return entry?.position === position && entry.checksum === checksum;
    })
  );
}
