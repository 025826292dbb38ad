import { setImmediate as nextTurn } from 'node:timers/promises';
import { openRestingThread } from '../../threads/index.ts';

/** What the thread is asked: updates side by side, so that they cross as one piece of memory. */
export interface FoldQuestion {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly lengths: readonly number[];
  /** After how many of them a state is wanted, rising; the last is after all that are not `earlier`. */
  readonly ends: readonly number[];
  /** How many of them, at the end, are earlier states, to be cleared of what the document no longer has. */
  readonly earlier: number;
}

/** The states at the ends, and the earlier ones cleared. */
export type FoldAnswer = { readonly states: readonly Uint8Array<ArrayBuffer>[] } | { readonly fault: string };

/** What is made of a journal. */
export interface Folded {
  readonly state: Uint8Array;
  /** The states at the points on the way, as many as were asked for. */
  readonly onTheWay: readonly Uint8Array[];
  /** The earlier states without what has been removed for good, as many as were given. */
  readonly cleared: readonly Uint8Array[];
}

export interface FoldWishes {
  /** After how many updates a state is wanted too, rising. */
  readonly ends?: readonly number[];
  /** Earlier states of the same document. */
  readonly earlier?: readonly Uint8Array[];
}

/** Makes one update of many, away from the thread that serves people: a year's journal takes a quarter of a second. */
export interface Folder {
  /** @throws what is wrong with the updates, or that the folder was closed */
  fold(updates: readonly Uint8Array[]): Promise<Uint8Array>;
  /** The same, with what was on the way. */
  foldWith(updates: readonly Uint8Array[], wishes: FoldWishes): Promise<Folded>;
  /** What is under way is given up. */
  close(): Promise<void>;
}

/** Milliseconds without work before the thread is ended. It takes some 20 MB. */
const usualIdleMs = 60_000;

/** The thread starts with the first journal. */
export function openFolder(idleMs: number = usualIdleMs): Folder {
  const file = new URL('./foldInThread.ts', import.meta.url);
  const thread = openRestingThread<FoldQuestion, FoldAnswer>(file, { idleMs });
  async function foldWith(updates: readonly Uint8Array[], { ends = [], earlier = [] }: FoldWishes): Promise<Folded> {
    const question = {
      ...(await sideBySide([...updates, ...earlier])),
      ends: [...ends, updates.length],
      earlier: earlier.length,
    };
    const asked = await thread.ask(question, [question.bytes.buffer]);
    if (!asked.ok) throw new Error(`A journal was not folded: ${asked.failure.reason}`);
    if ('fault' in asked.value) throw new Error(`A journal cannot be folded: ${asked.value.fault}`);
    const { states } = asked.value;
    const state = states[ends.length];
    if (!state) throw new Error('A journal cannot be folded: nothing came of it');
    return { state, onTheWay: states.slice(0, ends.length), cleared: states.slice(ends.length + 1) };
  }
  return {
    fold: async (updates) => (await foldWith(updates, {})).state,
    foldWith,
    close: () => thread.close(),
  };
}

/** Bytes copied before others have their turn, and the rest of an update: what is new memory takes half a millisecond. */
const copyBytes = 512 * 1024;

async function sideBySide(updates: readonly Uint8Array[]): Promise<Pick<FoldQuestion, 'bytes' | 'lengths'>> {
  const lengths = updates.map(({ length }) => length);
  const bytes = new Uint8Array(lengths.reduce((sum, length) => sum + length, 0));
  let end = 0;
  let restedAt = 0;
  for (const update of updates) {
    bytes.set(update, end);
    end += update.length;
    if (end < restedAt + copyBytes) continue;
    await nextTurn();
    restedAt = end;
  }
  return { bytes, lengths };
}
