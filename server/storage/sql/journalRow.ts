import { setImmediate as nextTurn } from 'node:timers/promises';
import { crc32 } from 'node:zlib';
import type { DocumentId } from '@duken/shared/access';
import type { JournalEntry, JournalPosition, Moment } from '../journal.ts';
import { JournalUnreadable } from '../journalUnreadable.ts';
import { type EntryBytes, unpackUpdates } from './entryBytes.ts';

/** One entry as it lies in the table. */
export interface JournalRow extends EntryBytes {
  readonly position: JournalPosition;
  /** `contentsChecksum` plus the position; null in entries from before there were checksums. */
  readonly checksum: number | null;
}

/** What an entry came to be by: a beat appends it, folding puts it in the place of all before it. */
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

/** Bytes of entries that are read and checked at a time, which takes a millisecond or two. */
export const partBytes = 256 * 1024;

/**
 * A document's entries, read and checked a part at a time, with a turn of the event loop between two: a journal may be many
 * megabytes long, and those at other documents do not wait for it. Somebody may fold it between two parts: then it begins
 * anew with what all was folded into.
 *
 * @param after the position that the first of them must follow, unless it was folded meanwhile
 * @param rowsAfter rows in order, until they hold `partBytes` or there are no more
 * @throws JournalUnreadable when one is altered or missing
 */
export async function readEntries(
  documentId: DocumentId,
  after: JournalPosition,
  rowsAfter: (position: JournalPosition) => Promise<readonly JournalRow[]>,
): Promise<readonly JournalEntry[]> {
  const entries: JournalEntry[] = [];
  for (let position = after; ; await nextTurn()) {
    const rows = await rowsAfter(position);
    const [first] = rows;
    // All that was read before is in it, and only the first of what is read may be folded.
    if (first && entries.length > 0 && originOf(documentId, first) === 'fold') entries.length = 0;
    for (const entry of entriesOf(documentId, rows, position, position === after)) entries.push(entry);
    const last = rows.at(-1);
    if (!last || rows.reduce((bytes, { data }) => bytes + data.length, 0) < partBytes) return entries;
    position = last.position;
  }
}

function entriesOf(
  documentId: DocumentId,
  rows: readonly JournalRow[],
  after: JournalPosition,
  isBeginning: boolean,
): readonly JournalEntry[] {
  let before = after;
  return rows.map((row, index) => {
    const origin = originOf(documentId, row);
    if (origin === 'altered') throw new JournalUnreadable(documentId, row.position, 'was altered');
    // Only the first entry can be a folded one; what came before checksums may be one without saying so.
    const mayFollowGap = index === 0 && (origin === 'fold' || (origin === 'unknown' && isBeginning));
    if (row.position !== before + 1 && !mayFollowGap) throw new JournalUnreadable(documentId, before + 1, 'is missing');
    before = row.position;
    return { position: row.position, updates: updatesOf(documentId, row) };
  });
}

function updatesOf(documentId: DocumentId, row: JournalRow): readonly Uint8Array[] {
  const { updates, isTorn } = unpackUpdates(row);
  if (isTorn) throw new JournalUnreadable(documentId, row.position, 'is torn');
  return updates;
}
