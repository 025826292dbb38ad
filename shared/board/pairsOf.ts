import type { NoteId } from './board.ts';

const noPairs: readonly never[] = [];

/**
 * Those that stand beside each other because they say it differently (*vi ser det ulikt*), each pair in the order given. A pair
 * stands for as long as one of its notes says so, so that it takes everybody who said it to close it; three can stand together.
 */
export function pairsOf<One extends { readonly pair?: NoteId }>(
  all: readonly One[],
  idOf: (one: One) => NoteId,
): readonly (readonly One[])[] {
  if (!all.some(({ pair }) => pair !== undefined)) return noPairs;
  const there = new Set(all.map(idOf));
  /** Of each the one that its pair is known by, followed until one is its own. */
  const known = new Map<NoteId, NoteId>();
  const rootOf = (id: NoteId): NoteId => {
    let root = id;
    for (let next = known.get(root); next !== undefined && next !== root; next = known.get(root)) root = next;
    return root;
  };
  for (const one of all) {
    // The other one may lie in the bin: then this one stands alone until it is back.
    if (one.pair === undefined || !there.has(one.pair)) continue;
    const [mine, other] = [rootOf(idOf(one)), rootOf(one.pair)];
    if (mine !== other) known.set(mine, other);
  }
  const groups = Map.groupBy(all, (one) => rootOf(idOf(one)));
  return [...groups.values()].filter((group) => group.length > 1);
}

/** Of each that stands beside another, all that stand there, itself among them. */
export function pairsById<One extends { readonly id: NoteId; readonly pair?: NoteId }>(
  all: readonly One[],
): ReadonlyMap<NoteId, readonly One[]> {
  return new Map(pairsOf(all, ({ id }) => id).flatMap((pair) => pair.map(({ id }) => [id, pair] as const)));
}

/**
 * The notes of one place in the order they are shown: what stands beside another comes right after it.
 * @returns the same order in runs; most are of one note
 */
export function runsOf<One>(ones: readonly One[], groupOf: (one: One) => unknown): readonly (readonly One[])[] {
  const runs: One[][] = [];
  const byGroup = new Map<unknown, One[]>();
  for (const one of ones) {
    const group = groupOf(one);
    const begun = group === undefined ? undefined : byGroup.get(group);
    if (begun) {
      begun.push(one);
      continue;
    }
    const run = [one];
    runs.push(run);
    if (group !== undefined) byGroup.set(group, run);
  }
  return runs;
}
