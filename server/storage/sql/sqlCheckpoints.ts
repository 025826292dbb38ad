import { setImmediate as nextTurn } from 'node:timers/promises';
import { boardOf, type DocumentId } from '@duken/shared/access';
import type { Kysely, Transaction } from 'kysely';
import { type CaseKeys, SealBroken } from '../../sealing/index.ts';
import { thinCheckpoints } from '../checkpoints.ts';
import type { Checkpoint, CheckpointHead, CompactAlso, JournalPosition, Moment } from '../journal.ts';
import { JournalUnreadable } from '../journalUnreadable.ts';
import { checkpointChecksum, contentsChecksum } from './journalRow.ts';
import { sealCheckpoint, sealEntry } from './sealedEntry.ts';
import { type SealedRows, sealedBy } from './sealedRows.ts';
import type { Tables } from './tables.ts';

/** When each entry of a journal was written, where that is known. */
export async function readTimes(
  db: Kysely<Tables>,
  documentId: DocumentId,
): Promise<ReadonlyMap<JournalPosition, number>> {
  const rows = await db
    .selectFrom('journal')
    .select(['position', 'written_at'])
    .where('document_id', '=', documentId)
    .where('written_at', 'is not', null)
    .orderBy('position')
    .execute();
  return new Map(rows.map((row) => [row.position, row.written_at ?? 0]));
}

/** Compacts a journal in a transaction that nobody else can append in. */
export async function compactInto(
  db: Transaction<Tables>,
  documentId: DocumentId,
  compacted: Uint8Array,
  last: JournalPosition,
  keys: CaseKeys,
  { checkpoints = [], isForGood = false, known }: CompactAlso = {},
): Promise<boolean> {
  if (known && (await hasOthers(db, documentId, known))) return false;
  const entry = sealEntry(documentId, 'fold', { data: compacted, lengths: null }, keys);
  const checksum = last + contentsChecksum(documentId, 'fold', entry);
  const put = await db
    .updateTable('journal')
    .set({ ...entry, checksum })
    .where('document_id', '=', documentId)
    .where('position', '=', last)
    .executeTakeFirst();
  if (put.numUpdatedRows === 0n) return false;
  // Each overwrites tens of MB of a large document. Whoever writes waits for all of it, and nobody else has to.
  if (isForGood) await nextTurn();
  await db.deleteFrom('journal').where('document_id', '=', documentId).where('position', '<', last).execute();
  if (isForGood) {
    await nextTurn();
    await db.deleteFrom('checkpoints').where('document_id', '=', documentId).execute();
    await nextTurn();
  }
  await keepCheckpoints(db, documentId, checkpoints, keys);
  return true;
}

async function hasOthers(db: Transaction<Tables>, documentId: DocumentId, known: readonly Moment[]): Promise<boolean> {
  const heads = await listCheckpoints(db, documentId);
  return heads.some((head) => !known.some(({ takenAt, kind }) => takenAt === head.takenAt && kind === head.kind));
}

/** Keeps a checkpoint of a journal that nobody has compacted meanwhile: else it may hold what was cleared for good. */
export async function keepCheckpointOf(
  db: Transaction<Tables>,
  documentId: DocumentId,
  last: JournalPosition,
  checkpoint: Checkpoint,
  keys: CaseKeys,
): Promise<void> {
  const isThere = await db
    .selectFrom('journal')
    .select('position')
    .where('document_id', '=', documentId)
    .where('position', '=', last)
    .executeTakeFirst();
  if (isThere) await keepCheckpoints(db, documentId, [checkpoint], keys);
}

/** Keeps checkpoints, each in the place of the one of its moment, and thins all that a document has. */
export async function keepCheckpoints(
  db: Transaction<Tables>,
  documentId: DocumentId,
  checkpoints: readonly Checkpoint[],
  keys: CaseKeys,
): Promise<void> {
  if (checkpoints.length === 0) return;
  for (const checkpoint of checkpoints) {
    const { takenAt, kind, position, state } = checkpoint;
    const data = sealCheckpoint(documentId, checkpoint, state, keys);
    const row = { position, data, checksum: position + checkpointChecksum(documentId, checkpoint, data) };
    await db
      .insertInto('checkpoints')
      .values({ document_id: documentId, taken_at: takenAt, kind, ...row })
      .onConflict((conflict) => conflict.columns(['document_id', 'taken_at', 'kind']).doUpdateSet(row))
      .execute();
    await nextTurn();
  }
  const heads = await listCheckpoints(db, documentId);
  const kept = new Set(thinCheckpoints(heads));
  for (const head of heads) {
    if (kept.has(head)) continue;
    await db
      .deleteFrom('checkpoints')
      .where('document_id', '=', documentId)
      .where('taken_at', '=', head.takenAt)
      .where('kind', '=', head.kind)
      .execute();
  }
}

/** Oldest first. */
export async function listCheckpoints(db: Kysely<Tables>, documentId: DocumentId): Promise<readonly CheckpointHead[]> {
  const rows = await db
    .selectFrom('checkpoints')
    .select(({ fn }) => ['taken_at', 'kind', 'position', fn<number>('octet_length', ['data']).as('bytes')])
    .where('document_id', '=', documentId)
    .orderBy('taken_at')
    .orderBy('kind')
    .execute();
  return rows.map((row) => ({
    takenAt: row.taken_at,
    kind: row.kind as CheckpointHead['kind'],
    position: row.position,
    bytes: Math.max(Number(row.bytes) - sealedBy, 0),
  }));
}

/** @throws JournalUnreadable when it was altered */
export async function readCheckpoint(
  db: Kysely<Tables>,
  documentId: DocumentId,
  which: Moment,
  sealed: SealedRows,
): Promise<Uint8Array | undefined> {
  const row = await db
    .selectFrom('checkpoints')
    .select(['position', 'data', 'checksum'])
    .where('document_id', '=', documentId)
    .where('taken_at', '=', which.takenAt)
    .where('kind', '=', which.kind)
    .executeTakeFirst();
  if (!row) return undefined;
  const altered = () => new JournalUnreadable(documentId, row.position, 'was altered');
  if (row.position + checkpointChecksum(documentId, which, row.data) !== row.checksum) throw altered();
  const opener = await sealed.opener([boardOf(documentId)]);
  try {
    return opener.open('checkpoints', { ...row, document_id: documentId, taken_at: which.takenAt, kind: which.kind })
      .data;
  } catch (error) {
    throw error instanceof SealBroken ? altered() : error;
  }
}
