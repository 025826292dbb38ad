import type { DocumentId } from '@duken/shared/access';
import type { Row } from '../installation.ts';
import { checkpointKinds } from '../journal.ts';
import { checkpointChecksum, contentsChecksum, type JournalRow, type originOf } from './journalRow.ts';

/** The checksum that says of an entry's other bytes what it said of those it had: what was altered is so wherever it lies. */
export function restampEntry(
  documentId: DocumentId,
  origin: ReturnType<typeof originOf>,
  entry: JournalRow,
): number | null {
  if (origin === 'unknown') return null;
  const fitting = contentsChecksum(documentId, origin === 'altered' ? 'beat' : origin, entry) + entry.position;
  return origin === 'altered' ? fitting + 1 : fitting;
}

/** The same of a checkpoint, as a row. @param isProven whether the other bytes are surely what was kept */
export function restampCheckpoint(row: Row, data: Uint8Array, isProven = true): number {
  const isAsWritten = isProven && fittingOf(row, row.data as Uint8Array) === Number(row.checksum);
  return fittingOf(row, data) + (isAsWritten ? 0 : 1);
}

function fittingOf({ document_id, taken_at, kind, position }: Row, data: Uint8Array): number {
  const moment = { takenAt: Number(taken_at), kind: checkpointKinds.find((one) => one === kind) ?? 'hour' } as const;
  return Number(position) + checkpointChecksum(String(document_id) as DocumentId, moment, data);
}
