import type { BoardId } from '@duken/shared/board';
import { describe, expect, it } from 'vitest';
import { keyringForTests } from '../../sealing/keysForTests.ts';
import { contentsChecksum, type EntryOrigin, type JournalRow } from './journalRow.ts';
import { partBytes, readEntries } from './readEntries.ts';
import { SealedRows } from './sealedRows.ts';

const boardId = 'family' as BoardId;
/** Reads what is not sealed as it is. */
const sealed = new SealedRows(await keyringForTests(), false);

function row(position: number, bytes: number, origin: EntryOrigin = 'beat'): JournalRow {
  const data = new Uint8Array(bytes).fill(position);
  return {
    position,
    data,
    lengths: null,
    checksum: contentsChecksum(boardId, origin, { data, lengths: null }) + position,
  };
}

/** Gives what a database would: rows in order, until they hold a part. */
function partAfter(rows: readonly JournalRow[], position: number): readonly JournalRow[] {
  const part: JournalRow[] = [];
  let bytes = 0;
  for (const each of rows) {
    if (each.position <= position || bytes >= partBytes) continue;
    part.push(each);
    bytes += each.data.length;
  }
  return part;
}

describe('a long journal', () => {
  it('is read a part at a time, and others have a turn between two', async () => {
    const rows = Array.from({ length: 10 }, (_, index) => row(index + 1, partBytes / 2));
    let turns = 0;
    let isReading = true;
    const count = () => {
      turns += 1;
      if (isReading) setImmediate(count);
    };
    setImmediate(count);
    const parts: number[][] = [];
    const entries = await readEntries(boardId, 0, sealed, async (position) => {
      const part = partAfter(rows, position);
      parts.push(part.map((each) => each.position));
      return part;
    });
    isReading = false;
    expect(entries.map(({ position }) => position)).toEqual(rows.map(({ position }) => position));
    expect(parts).toEqual([[1, 2], [3, 4], [5, 6], [7, 8], [9, 10], []]);
    expect(turns).toBeGreaterThanOrEqual(parts.length - 1);
  });

  it('that is compacted meanwhile begins anew with what it was compacted into', async () => {
    const before = Array.from({ length: 6 }, (_, index) => row(index + 1, partBytes / 2));
    for (const last of [3, 5]) {
      const after = [row(last, 10, 'fold'), ...before.slice(last)];
      const entries = await readEntries(boardId, 0, sealed, async (position) =>
        partAfter(position === 0 ? before : after, position),
      );
      expect(entries.map(({ position, updates: [update] }) => [position, update?.length])).toEqual(
        after.map(({ position, data }) => [position, data.length]),
      );
    }
  });

  it('that lacks an entry is not read as if it were whole, wherever a part ends', async () => {
    const rows = [1, 2, 4, 5].map((position) => row(position, partBytes / 2));
    await expect(readEntries(boardId, 0, sealed, async (position) => partAfter(rows, position))).rejects.toThrow(
      'missing',
    );
  });
});
