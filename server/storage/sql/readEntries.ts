import { setImmediate as nextTurn } from 'node:timers/promises';
import { boardOf, type DocumentId } from '@duken/shared/access';
import type { CaseKeys } from '../../sealing/index.ts';
import type { JournalEntry, JournalPosition } from '../journal.ts';
import { JournalUnreadable } from '../journalUnreadable.ts';
import { unpackUpdates } from './entryBytes.ts';
import { type JournalRow, originOf } from './journalRow.ts';
import { openEntry } from './sealedEntry.ts';
import type { SealedRows } from './sealedRows.ts';

/** Bytes of entries that are read and checked at a time, which takes a millisecond or two. */
export const partBytes = 256 * 1024;

/**
 * A document's entries, read and checked a part at a time, with a turn of the event loop between two: a journal may be many
 * megabytes long, and those at other documents do not wait for it. Somebody may compact it between two parts: then it begins
 * anew with what all was compacted into.
 *
 * @param after the position that the first of them must follow, unless it was compacted meanwhile
 * @param sealed opens what they hold
 * @param rowsAfter rows in order, until they hold `partBytes` or there are no more
 * @throws JournalUnreadable when one is altered or missing
 */
export async function readEntries(
  documentId: DocumentId,
  after: JournalPosition,
  sealed: SealedRows,
  rowsAfter: (position: JournalPosition) => Promise<readonly JournalRow[]>,
): Promise<readonly JournalEntry[]> {
  const entries: JournalEntry[] = [];
  for (let position = after; ; await nextTurn()) {
    const rows = await rowsAfter(position);
    const [first] = rows;
    // All that was read before is in it, and only the first of what is read may be compacted.
    if (first && entries.length > 0 && originOf(documentId, first) === 'fold') entries.length = 0;
    // Asked for when the rows are there: whoever made the key did so before them.
    const keys = await sealed.keyring.toOpen([boardOf(documentId)]);
    const opening = { sealed, keys };
    for (const entry of entriesOf(documentId, rows, opening, position, position === after)) entries.push(entry);
    const last = rows.at(-1);
    if (!last || rows.reduce((bytes, { data }) => bytes + data.length, 0) < partBytes) return entries;
    position = last.position;
  }
}

interface Opening {
  readonly sealed: SealedRows;
  readonly keys: CaseKeys;
}

function entriesOf(
  documentId: DocumentId,
  rows: readonly JournalRow[],
  { sealed, keys }: Opening,
  after: JournalPosition,
  isBeginning: boolean,
): readonly JournalEntry[] {
  let before = after;
  return rows.map((row, index) => {
    const origin = originOf(documentId, row);
    if (origin === 'altered') throw new JournalUnreadable(documentId, row.position, 'was altered');
    // Only the first entry can be a compacted one; what came before checksums may be one without saying so.
    const mayFollowGap = index === 0 && (origin === 'fold' || (origin === 'unknown' && isBeginning));
    if (row.position !== before + 1 && !mayFollowGap) throw new JournalUnreadable(documentId, before + 1, 'is missing');
    before = row.position;
    const { updates, isTorn } = unpackUpdates(openEntry(documentId, origin, row, sealed, keys));
    if (isTorn) throw new JournalUnreadable(documentId, row.position, 'is torn');
    return { position: row.position, updates };
  });
}
