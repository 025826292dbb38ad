import { boardOf, type DocumentId } from '@duken/shared/access';
import { type CaseKeys, type Keyring, SealBroken, type SealPlace } from '../../sealing/index.ts';
import { JournalUnreadable } from '../journalUnreadable.ts';
import type { EntryBytes } from './entryBytes.ts';
import { type EntryOrigin, type JournalRow, originOf } from './journalRow.ts';
import type { StoredBytes } from './sealedColumns.ts';
import { type SealedRows, sealBytesOf } from './sealedRows.ts';

/** An entry as it lies in the table. Its checksum is over this. */
export interface StoredEntryBytes extends EntryBytes {
  readonly data: StoredBytes;
  readonly lengths: StoredBytes | null;
}

/**
 * Seals an entry. The database gives out its position, so that is not bound; its checksum tells of it. How the updates are cut is
 * sealed apart, so that bytes can still be counted where they lie, and bound to what is cut.
 */
export function sealEntry(
  documentId: DocumentId,
  origin: EntryOrigin | 'unknown',
  { data, lengths }: EntryBytes,
  keys: CaseKeys,
): StoredEntryBytes {
  const cut = lengths === null ? null : sealBytesOf(lengths, keys, placeOf(documentId, 'lengths', origin));
  return { data: sealBytesOf(data, keys, placeOf(documentId, 'data', origin, cut)), lengths: cut };
}

/** @throws JournalUnreadable when it is not what was sealed there */
export function openEntry(
  documentId: DocumentId,
  origin: EntryOrigin | 'unknown',
  row: JournalRow,
  sealed: SealedRows,
  keys: CaseKeys,
): EntryBytes {
  const { data, lengths, position } = row;
  try {
    return {
      data: sealed.openBytes(data, keys, placeOf(documentId, 'data', origin, lengths)),
      lengths: lengths && sealed.openBytes(lengths, keys, placeOf(documentId, 'lengths', origin)),
    };
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error;
    const unreadable = new JournalUnreadable(documentId, position, 'was altered');
    unreadable.cause = error;
    throw unreadable;
  }
}

/** An entry, as far as it can be opened: for repairs, and for moving it as it is. What cannot be proven is altered. */
export function openOrSalvage(
  documentId: DocumentId,
  row: JournalRow,
  sealed: SealedRows,
  keys: CaseKeys,
): { readonly origin: ReturnType<typeof originOf>; readonly bytes: EntryBytes } {
  const origin = originOf(documentId, row);
  if (origin !== 'altered')
    try {
      return { origin, bytes: openEntry(documentId, origin, row, sealed, keys) };
    } catch (error) {
      if (!(error instanceof JournalUnreadable)) throw error;
    }
  return { origin: 'altered', bytes: salvageEntry(documentId, row, sealed, keys) };
}

function salvageEntry(documentId: DocumentId, row: JournalRow, sealed: SealedRows, keys: CaseKeys): EntryBytes {
  const { data, lengths } = row;
  return {
    data: sealed.salvage(data, keys, placeOf(documentId, 'data', 'beat')),
    lengths: lengths && sealed.salvage(lengths, keys, placeOf(documentId, 'lengths', 'beat')),
  };
}

export function sealCheckpoint(
  documentId: DocumentId,
  { takenAt, kind }: { readonly takenAt: number; readonly kind: string },
  state: Uint8Array,
  keys: CaseKeys,
): StoredBytes {
  return sealBytesOf(state, keys, [boardOf(documentId), 'checkpoints', 'data', documentId, String(takenAt), kind]);
}

/** The keys of documents' boards, to seal with. */
export function keysToSeal(keyring: Keyring, documentIds: Iterable<DocumentId>): Promise<CaseKeys> {
  const boards = new Set<string>();
  for (const documentId of documentIds) boards.add(boardOf(documentId));
  return keyring.toSeal(boards);
}

function placeOf(documentId: DocumentId, column: string, origin: string, cut: Uint8Array | null = null): SealPlace {
  const boundTo = cut === null ? [] : [Buffer.from(cut.subarray(-16)).toString('hex')];
  return [boardOf(documentId), 'journal', column, documentId, origin, ...boundTo];
}
