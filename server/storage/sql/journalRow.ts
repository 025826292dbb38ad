import { crc32 } from 'node:zlib';
import type { DocumentId } from '@duken/shared/access';
import type { JournalPosition, Moment } from '../journal.ts';
import type { EntryBytes } from './entryBytes.ts';

/** One entry as it lies in the table. */
export interface JournalRow extends EntryBytes {
  readonly position: JournalPosition;
  /** `contentsChecksum` plus the position; null in entries from before there were checksums. */
  readonly checksum: number | null;
}

/** What an entry came to be by: a batch appends it, compacting puts it in the place of all before it. The words are those in checksums and seals, and stay. */
export type EntryOrigin = 'beat' | 'fold';

/**
 * Tells whether an entry is as it was written, for this document and in this way. The database gives out positions and adds
 * its own to it. CRC-32 finds every change of up to 32 bits in a row, so of any one byte; it is no defence against
 * somebody who means to deceive, who could as well write a new entry.
 */
export function contentsChecksum(documentId: DocumentId, origin: EntryOrigin, { data, lengths }: EntryBytes): number {
  const checksum = crc32(data, crc32(`${origin} ${documentId} ${data.length}`));
  return lengths === null ? checksum : crc32(lengths, checksum);
}

/** The same for a checkpoint; its position is added to it. */
export function checkpointChecksum(documentId: DocumentId, { takenAt, kind }: Moment, state: Uint8Array): number {
  return crc32(state, crc32(`${kind} ${documentId} ${takenAt} ${state.length}`));
}

/** How an entry came to be, by its checksum; `altered` when it fits neither way, `unknown` without one. */
export function originOf(documentId: DocumentId, row: JournalRow): EntryOrigin | 'altered' | 'unknown' {
  if (row.checksum === null) return 'unknown';
  const origins = ['beat', 'fold'] as const;
  return (
    origins.find((origin) => contentsChecksum(documentId, origin, row) + row.position === row.checksum) ?? 'altered'
  );
}
