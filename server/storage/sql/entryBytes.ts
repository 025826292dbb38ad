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

/**
 * The updates, as views on the row's bytes.
 * @throws RangeError when the lengths do not fit the bytes: the row was altered
 */
export function unpackUpdates({ data, lengths }: EntryBytes): readonly Uint8Array[] {
  if (lengths === null) return [data];
  const updates: Uint8Array[] = [];
  const decoder = decoding.createDecoder(lengths);
  let start = 0;
  while (decoding.hasContent(decoder)) {
    const end = start + decoding.readVarUint(decoder);
    updates.push(data.subarray(start, end));
    start = end;
  }
  if (start !== data.length) throw new RangeError('The lengths of a journal entry do not fit its bytes');
  return updates;
}

/** The updates of an entry that may be torn, as far as its bytes go. */
export function unpackWhatIsThere(bytes: EntryBytes): { readonly updates: readonly Uint8Array[]; isTorn: boolean } {
  try {
    return { updates: unpackUpdates(bytes), isTorn: false };
  } catch {
    return { updates: cutAsFarAsPossible(bytes), isTorn: true };
  }
}

function cutAsFarAsPossible({ data, lengths }: EntryBytes): readonly Uint8Array[] {
  const updates: Uint8Array[] = [];
  const decoder = decoding.createDecoder(lengths ?? new Uint8Array());
  try {
    for (let start = 0; start < data.length && decoding.hasContent(decoder); ) {
      const end = start + decoding.readVarUint(decoder);
      updates.push(data.subarray(start, end));
      start = end;
    }
  } catch {
    // The lengths are torn too: what they told so far is all that can be cut.
  }
  return updates;
}
