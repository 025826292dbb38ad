import * as Y from 'yjs';
import { encodeParts } from './encodeParts.ts';

/** Parts of one Yjs client that follow each other: clocks from `from` up to, and not including, `to`. */
export interface ClockRange {
  readonly client: number;
  readonly from: number;
  readonly to: number;
}

/** What an update holds, in counts: never what anybody wrote. */
export interface UpdateContents {
  readonly written: readonly ClockRange[];
  /** How many parts it deletes. */
  readonly deleted: number;
}

/** @throws when it cannot be read; give it only what somebody has found sound, since Yjs believes what updates claim */
export function contentsOf(update: Uint8Array): UpdateContents {
  const { structs, ds } = Y.decodeUpdate(update);
  let deleted = 0;
  for (const ranges of ds.clients.values()) for (const { len } of ranges) deleted += len;
  return { written: joined(structs.flatMap(rangeOf)), deleted };
}

/** What is left of one entry of a damaged journal. */
export interface DamagedEntry {
  readonly position: number;
  readonly updates: readonly Uint8Array[];
  /** Whether it is not what was written: its checksum says so. */
  readonly isAltered: boolean;
}

export interface Salvaged {
  /** All that can be read, as one update. What waits for something that is lost waits on in it. */
  readonly state: Uint8Array;
  /** How many updates of which entries are lost. */
  readonly lost: readonly { readonly position: number; readonly updates: number }[];
  /** Altered entries whose parts are all there from somewhere else. */
  readonly elsewhere: readonly number[];
  /** Altered entries of which something was kept: a letter may be another, and what they deleted is there again. */
  readonly doubtful: readonly number[];
  /** What nobody has any more, though later parts of the same clients are there. */
  readonly missing: readonly ClockRange[];
  /** Whether something waits for what is missing, unseen. */
  readonly isWaiting: boolean;
}

/**
 * Makes the most of a journal that was damaged. What is as it was written is kept. Of an altered update that can still be
 * read, what it wrote is kept when all of it finds its place among the rest and nothing else claims that place; what it
 * deleted is not believed: a deletion too few brings back some letters, one too many takes away a note.
 *
 * @param entries those of the journal; a copy of the document from elsewhere, such as a plan version's, can be one too
 * @param isSound whether an update can be given to Yjs
 */
export function salvage(entries: readonly DamagedEntry[], isSound: (update: Uint8Array) => boolean): Salvaged {
  const lostUpdates = new Map<number, number>();
  const lose = (position: number) => lostUpdates.set(position, (lostUpdates.get(position) ?? 0) + 1);
  const kept: Uint8Array[] = [];
  const altered: { readonly position: number; readonly update: Uint8Array }[] = [];
  let doc = new Y.Doc();
  for (const { position, updates, isAltered } of entries) {
    for (const update of updates) {
      if (!isSound(update)) lose(position);
      else if (isAltered) altered.push({ position, update });
      else if (applies(doc, update)) kept.push(update);
      else {
        lose(position);
        // Half of it may be in the document.
        doc.destroy();
        doc = documentOf(kept);
      }
    }
  }
  const doubtful = new Set<number>();
  const elsewhere = new Set<number>();
  let written = joined(kept.flatMap((update) => contentsOf(update).written));
  for (const { position, update } of altered) {
    const claimed = contentsOf(update).written;
    const believed = withoutDeletions(update);
    if (claimed.length > 0 && covers(written, claimed)) {
      elsewhere.add(position);
      continue;
    }
    if (overlap(claimed, written) || !findsItsPlace(believed, claimed, kept)) {
      lose(position);
      continue;
    }
    kept.push(believed);
    Y.applyUpdate(doc, believed);
    written = joined([...written, ...claimed]);
    doubtful.add(position);
  }
  const salvaged = {
    state: Y.encodeStateAsUpdate(doc),
    lost: [...lostUpdates].map(([position, updates]) => ({ position, updates })),
    elsewhere: [...elsewhere],
    doubtful: [...doubtful],
    missing: holesIn(written),
    isWaiting: doc.store.pendingStructs !== null || doc.store.pendingDs !== null,
  };
  doc.destroy();
  return salvaged;
}

function applies(doc: Y.Doc, update: Uint8Array): boolean {
  try {
    Y.applyUpdate(doc, update);
    return true;
  } catch {
    return false;
  }
}

/** Whether all parts of an update take their place when it comes to what is there. */
function findsItsPlace(update: Uint8Array, claimed: readonly ClockRange[], kept: readonly Uint8Array[]): boolean {
  if (claimed.length === 0) return false;
  const trial = documentOf(kept);
  const found = applies(trial, update) && claimed.every(({ client, to }) => Y.getState(trial.store, client) >= to);
  trial.destroy();
  return found;
}

function documentOf(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
}

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number];

function rangeOf(struct: Struct): readonly ClockRange[] {
  // A skip stands for parts that are not there.
  if (struct instanceof Y.Skip) return [];
  const { client, clock } = struct.id;
  return [{ client, from: clock, to: clock + struct.length }];
}

/** The same update without what it deletes. */
function withoutDeletions(update: Uint8Array): Uint8Array {
  return encodeParts(Y.decodeUpdate(update).structs, new Map());
}

/** In order, with those that touch or overlap made one. */
function joined(ranges: readonly ClockRange[]): readonly ClockRange[] {
  const whole: ClockRange[] = [];
  for (const range of ranges.toSorted((a, b) => a.client - b.client || a.from - b.from)) {
    const before = whole.at(-1);
    if (before?.client === range.client && range.from <= before.to) {
      whole[whole.length - 1] = { ...before, to: Math.max(before.to, range.to) };
    } else whole.push(range);
  }
  return whole;
}

/** @param whole as `joined` gives them */
function covers(whole: readonly ClockRange[], parts: readonly ClockRange[]): boolean {
  return parts.every((part) =>
    whole.some(({ client, from, to }) => client === part.client && from <= part.from && part.to <= to),
  );
}

function overlap(some: readonly ClockRange[], others: readonly ClockRange[]): boolean {
  return some.some((one) =>
    others.some((other) => one.client === other.client && one.from < other.to && other.from < one.to),
  );
}

/** @param ranges as `joined` gives them; every client begins at 0 */
function holesIn(ranges: readonly ClockRange[]): readonly ClockRange[] {
  return ranges.flatMap(({ client, from }, index) => {
    const before = ranges[index - 1];
    const end = before?.client === client ? before.to : 0;
    return from > end ? [{ client, from: end, to: from }] : [];
  });
}
