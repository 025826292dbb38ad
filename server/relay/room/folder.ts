import { setImmediate as nextTurn } from 'node:timers/promises';
import { openRestingThread } from '../../threads/index.ts';

/** What the thread is asked: updates side by side, so that they cross as one piece of memory. */
export interface FoldQuestion {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly lengths: readonly number[];
}

export type FoldAnswer = { readonly folded: Uint8Array<ArrayBuffer> } | { readonly fault: string };

/** Makes one update of many, away from the thread that serves people: a year's journal takes a quarter of a second. */
export interface Folder {
  /** @throws what is wrong with the updates, or that the folder was closed */
  fold(updates: readonly Uint8Array[]): Promise<Uint8Array>;
  /** What is under way is given up. */
  close(): Promise<void>;
}

/** Milliseconds without work before the thread is ended. It takes some 20 MB. */
const usualIdleMs = 60_000;

/** The thread starts with the first journal. */
export function openFolder(idleMs: number = usualIdleMs): Folder {
  const file = new URL('./foldInThread.ts', import.meta.url);
  const thread = openRestingThread<FoldQuestion, FoldAnswer>(file, { idleMs });
  return {
    async fold(updates) {
      const question = await sideBySide(updates);
      const asked = await thread.ask(question, [question.bytes.buffer]);
      if (!asked.ok) throw new Error(`A journal was not folded: ${asked.failure.reason}`);
      if ('fault' in asked.value) throw new Error(`A journal cannot be folded: ${asked.value.fault}`);
      return asked.value.folded;
    },
    close: () => thread.close(),
  };
}

/** Bytes copied before others have their turn, and the rest of an update: what is new memory takes half a millisecond. */
const copyBytes = 512 * 1024;

async function sideBySide(updates: readonly Uint8Array[]): Promise<FoldQuestion> {
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
