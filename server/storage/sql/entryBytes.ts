import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

/** How an entry's updates lie in a row: side by side, with how long each is. */
export interface EntryBytes {
  readonly data: Uint8Array;
  /** The length of each update as a varUint; null when there is only one, as in most entries. */
  readonly lengths: Uint8Array | null;
}

export function packUpdates(updates: readonly Uint8Array[]): EntryBytes {
  const [only] = updates;
  if (only && updates.length === 1) return { data: only, lengths: null };
  const lengths = encoding.createEncoder();
  for (const { length } of updates) encoding.writeVarUint(lengths, length);
  return { data: Buffer.concat(updates), lengths: encoding.toUint8Array(lengths) };
}

/** The updates of a row, as views on its bytes. */
export interface UnpackedUpdates {
  /** When the row is torn, as far as its bytes go; the last may be cut short. */
  readonly updates: readonly Uint8Array[];
  /** Whether the lengths do not fit the bytes: the row was altered. */
  readonly isTorn: boolean;
}

export function unpackUpdates({ data, lengths }: EntryBytes): UnpackedUpdates {
  if (lengths === null) return { updates: [data], isTorn: false };
  const updates: Uint8Array[] = [];
  const decoder = decoding.createDecoder(lengths);
  let start = 0;
  try {
    while (decoding.hasContent(decoder)) {
      const end = start + decoding.readVarUint(decoder);
      if (end > data.length) {
        if (start < data.length) updates.push(data.subarray(start));
        return { updates, isTorn: true };
      }
      updates.push(data.subarray(start, end));
      start = end;
    }
  } catch {
    // The lengths are torn too: what they told so far is all that can be cut.
    return { updates, isTorn: true };
  }
  return { updates, isTorn: start < data.length };
}
