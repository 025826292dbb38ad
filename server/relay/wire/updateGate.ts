import { failed, type Result, succeeded } from '@duken/shared/result';
import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import { malformed, type Refusal } from '../refusal.ts';

/** Yjs' own decoder of updates, which lets us see how far it came. Reading is synchronous, so the latest is ours. */
class WatchedDecoder extends Y.UpdateDecoderV1 {
  static latest: decoding.Decoder = decoding.createDecoder(new Uint8Array());

  constructor(decoder: decoding.Decoder) {
    super(decoder);
    WatchedDecoder.latest = decoder;
  }
}

type Decoded = ReturnType<typeof Y.decodeUpdateV2>;

/** What an update holds, read and found sound. Strings are where Yjs will put types: nothing of it is in a document yet. */
export interface UpdateParts extends Decoded {
  /** Whether it has one list of parts, in the name of one Yjs client. */
  readonly isOfOneClient: boolean;
  /** For each Yjs client it has parts of, the clock after the last one. */
  readonly reach: ReadonlyMap<number, number>;
}

/**
 * Reads an update to its end before anything is done with it. Yjs itself makes room for as many parts as an update claims
 * to have before it looks for them, ignores bytes after the end, and is led astray by parts that no Yjs writes: some of
 * them lie waiting, and throw when somebody else's edit arrives.
 *
 * Content that does not fit the board's schema passes: readers leave it out.
 */
export function checkUpdate(update: Uint8Array): Result<UpdateParts, Refusal> {
  try {
    const { structs, ds } = Y.decodeUpdateV2(update, WatchedDecoder);
    if (decoding.hasContent(WatchedDecoder.latest)) return failed(malformed('Bytes after the update'));
    if (!structs.every(isSoundStruct)) return failed(malformed('Update has an impossible part'));
    if (!structs.every(isShallow)) return failed(malformed('Update has a value nested too deep'));
    for (const deletions of ds.clients.values()) {
      if (!deletions.every(isSoundRange)) return failed(malformed('Update has an impossible deletion'));
    }
    return succeeded({ structs, ds, isOfOneClient: update[0] === 1, reach: reachOf(structs) });
  } catch {
    return failed(malformed('Update cannot be read'));
  }
}

function reachOf(structs: readonly Struct[]): UpdateParts['reach'] {
  const reach = new Map<number, number>();
  for (const struct of structs) {
    // A skip stands for parts that are not there.
    if (struct instanceof Y.Skip) continue;
    const { client, clock } = struct.id;
    reach.set(client, Math.max(reach.get(client) ?? 0, clock + struct.length));
  }
  return reach;
}

type Struct = Decoded['structs'][number];

function isSoundStruct(struct: Struct): boolean {
  if (!isSoundRange({ clock: struct.id.clock, len: struct.length })) return false;
  if (!(struct instanceof Y.Item)) return true;
  const { id, origin, rightOrigin, parent } = struct;
  return isBefore(origin, id) && isBefore(rightOrigin, id) && isBefore(parent, id);
}

/** A part can only lean on what its own client had made before it. */
function isBefore(leansOn: Y.Item['parent'] | Y.ID, { client, clock }: Y.ID): boolean {
  return !(leansOn instanceof Y.ID) || leansOn.client !== client || leansOn.clock < clock;
}

/**
 * How far arrays and objects may lie inside each other in one value. A stroke has one level. They are read by recursion,
 * and a value that this server's stack just holds would stop a browser from ever opening the duk.
 */
const maxValueLevels = 32;

/** Letters hold none, and most parts are letters. */
const noValues: readonly unknown[] = [];

function isShallow(struct: Struct): boolean {
  let level = struct instanceof Y.Item ? valuesOf(struct.content) : noValues;
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > maxValueLevels) return false;
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null && !(value instanceof Uint8Array) ? Object.values(value) : [],
    );
  }
  return true;
}

function valuesOf(content: Y.Item['content']): readonly unknown[] {
  if (content instanceof Y.ContentAny || content instanceof Y.ContentJSON) return content.arr;
  if (content instanceof Y.ContentEmbed) return [content.embed];
  if (content instanceof Y.ContentFormat) return [content.value];
  return content instanceof Y.ContentDoc ? [content.opts] : noValues;
}

function isSoundRange({ clock, len }: { readonly clock: number; readonly len: number }): boolean {
  return len > 0 && Number.isSafeInteger(clock + len);
}

/** Whether an update says nothing at all: what the provider answers step 1 with when it has nothing to add. */
export function isEmptyUpdate(update: Uint8Array): boolean {
  return update.length === 2 && update[0] === 0 && update[1] === 0;
}

/** Whether it is the state vector of an empty document. */
export function knowsNothing(stateVector: Uint8Array): boolean {
  return stateVector.length === 1;
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
