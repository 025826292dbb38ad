import { failed, type Result, succeeded } from '@duken/shared/result';
import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import { malformed, type Refusal } from './refusal.ts';

/** Yjs' own decoder of updates, which lets us see how far it came. Reading is synchronous, so the latest is ours. */
class WatchedDecoder extends Y.UpdateDecoderV1 {
  static latest: decoding.Decoder = decoding.createDecoder(new Uint8Array());

  constructor(decoder: decoding.Decoder) {
    super(decoder);
    WatchedDecoder.latest = decoder;
  }
}

/**
 * Reads an update to its end before anything is done with it. Yjs itself makes room for as many parts as an update claims
 * to have before it looks for them, ignores bytes after the end, and is led astray by parts of no length.
 *
 * Content that does not fit the board's schema passes: readers leave it out.
 */
export function checkUpdate(update: Uint8Array): Result<void, Refusal> {
  try {
    const { structs } = Y.decodeUpdateV2(update, WatchedDecoder);
    if (decoding.hasContent(WatchedDecoder.latest)) return failed(malformed('Bytes after the update'));
    for (const struct of structs) {
      if (!(struct instanceof Y.Skip) && struct.length < 1) return failed(malformed('Update has a part of no length'));
      if (!Number.isSafeInteger(struct.id.clock + struct.length))
        return failed(malformed('Update has a clock out of range'));
    }
    return succeeded(undefined);
  } catch {
    return failed(malformed('Update cannot be read'));
  }
}

/** Whether an update says nothing at all: what the provider answers step 1 with when it has nothing to add. */
export function isEmptyUpdate(update: Uint8Array): boolean {
  return update.length === 2 && update[0] === 0 && update[1] === 0;
}

/** Reads a state vector to its end. */
export function checkStateVector(stateVector: Uint8Array): Result<void, Refusal> {
  try {
    const decoder = decoding.createDecoder(stateVector);
    for (let left = decoding.readVarUint(decoder); left > 0; left--) {
      decoding.readVarUint(decoder);
      decoding.readVarUint(decoder);
    }
    return decoding.hasContent(decoder) ? failed(malformed('Bytes after the state vector')) : succeeded(undefined);
  } catch {
    return failed(malformed('State vector cannot be read'));
  }
}
