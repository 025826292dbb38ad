import { Worker } from 'node:worker_threads';

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

interface Waiting {
  readonly resolve: (folded: Uint8Array) => void;
  readonly reject: (error: Error) => void;
}

/** Milliseconds without work before the thread is ended, to give its memory (some 20 MB) back. */
const usualIdleMs = 60_000;

/** The thread starts with the first journal. */
export function openFolder(idleMs: number = usualIdleMs): Folder {
  /** In the order asked, which is the order of the answers. */
  let waiting: Waiting[] = [];
  let thread: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  let isClosed = false;

  function start(): Worker {
    const started = new Worker(new URL('./foldInThread.ts', import.meta.url), { execArgv: [], env: {} });
    started.on('message', (answer: FoldAnswer) => {
      const asked = waiting.shift();
      if ('folded' in answer) asked?.resolve(answer.folded);
      else asked?.reject(new Error(`A journal cannot be folded: ${answer.fault}`));
      if (waiting.length === 0) rest(started);
    });
    started.on('error', (error: unknown) => lose(started, error));
    started.on('exit', () => lose(started, new Error('The folding thread ended')));
    return started;
  }

  /** Whatever it was asked is not answered any more. The next question starts another. */
  function lose(lost: Worker, reason: unknown): void {
    if (lost !== thread) return;
    thread = undefined;
    clearTimeout(idle);
    const unanswered = waiting;
    waiting = [];
    for (const { reject } of unanswered) reject(reason instanceof Error ? reason : new Error(String(reason)));
  }

  function rest(resting: Worker): void {
    // The server may end meanwhile.
    resting.unref();
    idle = setTimeout(() => {
      if (thread === resting) thread = undefined;
      void resting.terminate();
    }, idleMs).unref();
  }

  return {
    fold(updates) {
      if (isClosed) return Promise.reject(new Error('The folder was closed'));
      clearTimeout(idle);
      thread ??= start();
      thread.ref();
      const lengths = updates.map(({ length }) => length);
      const bytes = new Uint8Array(lengths.reduce((sum, length) => sum + length, 0));
      let end = 0;
      for (const update of updates) {
        bytes.set(update, end);
        end += update.length;
      }
      const asked = thread;
      return new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        asked.postMessage({ bytes, lengths } satisfies FoldQuestion, [bytes.buffer]);
      });
    },
    async close() {
      isClosed = true;
      const closing = thread;
      if (!closing) return;
      lose(closing, new Error('The folder was closed'));
      await closing.terminate();
    },
  };
}
