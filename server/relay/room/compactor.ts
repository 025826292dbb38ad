import { setImmediate as nextTurn } from 'node:timers/promises';
import { openRestingThread } from '../../threads/index.ts';

/** What the thread is asked: updates side by side, so that they cross as one piece of memory. */
export interface CompactQuestion {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly lengths: readonly number[];
  /** After how many of them a state is wanted, rising; the last is after all that are not `earlier`. */
  readonly ends: readonly number[];
  /** How many of them, at the end, are earlier states, to be cleared of what the document no longer has. */
  readonly earlier: number;
}

/** The states at the ends, and the earlier ones cleared. */
export type CompactAnswer = { readonly states: readonly Uint8Array<ArrayBuffer>[] } | { readonly fault: string };

/** What is made of a journal. */
export interface Compacted {
  readonly state: Uint8Array;
  /** The states at the points on the way, as many as were asked for. */
  readonly onTheWay: readonly Uint8Array[];
  /** The earlier states without what has been removed for good, as many as were given. */
  readonly cleared: readonly Uint8Array[];
}

export interface CompactWishes {
  /** After how many updates a state is wanted too, rising. */
  readonly ends?: readonly number[];
  /** Earlier states of the same document. */
  readonly earlier?: readonly Uint8Array[];
}

/** Makes one update of many, away from the thread that serves people: a year's journal takes a quarter of a second. */
export interface Compactor {
  /** @throws what is wrong with the updates, or that the compactor was closed */
  compact(updates: readonly Uint8Array[]): Promise<Uint8Array>;
  /** The same, with what was on the way. */
  compactWith(updates: readonly Uint8Array[], wishes: CompactWishes): Promise<Compacted>;
  /** What is under way is given up. */
  close(): Promise<void>;
}

/** Milliseconds without work before the thread is ended. It takes some 20 MB. */
const usualIdleMs = 60_000;

/** The thread starts with the first journal. */
export function openCompactor(idleMs: number = usualIdleMs): Compactor {
  const file = new URL('./compactInThread.ts', import.meta.url);
  const thread = openRestingThread<CompactQuestion, CompactAnswer>(file, { idleMs });
  async function compactWith(
    updates: readonly Uint8Array[],
    { ends = [], earlier = [] }: CompactWishes,
  ): Promise<Compacted> {
    const question = {
      ...(await sideBySide([...updates, ...earlier])),
      ends: [...ends, updates.length],
      earlier: earlier.length,
    };
    const asked = await thread.ask(question, [question.bytes.buffer]);
    if (!asked.ok) throw new Error(`A journal was not compacted: ${asked.failure.reason}`);
    if ('fault' in asked.value) throw new Error(`A journal cannot be compacted: ${asked.value.fault}`);
    const { states } = asked.value;
    const state = states[ends.length];
    if (!state) throw new Error('A journal cannot be compacted: nothing came of it');
    return { state, onTheWay: states.slice(0, ends.length), cleared: states.slice(ends.length + 1) };
  }
  return {
    compact: async (updates) => (await compactWith(updates, {})).state,
    compactWith,
    close: () => thread.close(),
  };
}

/** Bytes copied before others have their turn, and the rest of an update: what is new memory takes half a millisecond. */
const copyBytes = 512 * 1024;

async function sideBySide(updates: readonly Uint8Array[]): Promise<Pick<CompactQuestion, 'bytes' | 'lengths'>> {
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
