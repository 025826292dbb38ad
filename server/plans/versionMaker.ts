import { Worker } from 'node:worker_threads';
import { failed, type Result } from '@duken/shared/result';
import type { ArchivedVersion } from '../storage/index.ts';
import type { Freezable, MakeVersionFailure } from './makeVersion.ts';

export type VersionMakerFailure =
  | MakeVersionFailure
  /** It took longer than `limitMs`, or the thread could not do it. `reason` is for the log. */
  | { readonly kind: 'freezeGivenUp'; readonly reason: string };

export type VersionAnswer = Result<ArchivedVersion, MakeVersionFailure>;

/**
 * Makes versions away from the thread that serves people: a duk of 100 notes takes it some 30 ms, one of 5,000 a second, and
 * everybody at every other duk would wait for it.
 */
export interface VersionMaker {
  make(freezable: Freezable): Promise<Result<ArchivedVersion, VersionMakerFailure>>;
  /** What is under way is given up. */
  close(): Promise<void>;
}

export interface VersionMakerLimits {
  /** Milliseconds for one version, those before it and the start of the thread included. */
  readonly limitMs: number;
  /** Milliseconds without work before the thread is ended, to give its memory (some 40 MB) back. */
  readonly idleMs: number;
}

const usualLimits: VersionMakerLimits = { limitMs: 30_000, idleMs: 60_000 };

interface Waiting {
  readonly settle: (answer: Result<ArchivedVersion, VersionMakerFailure>) => void;
  readonly timer: NodeJS.Timeout;
}

/** @param threadFile what answers each `Freezable` with a `VersionAnswer`, in the order asked */
export function openVersionMaker(threadFile: URL, { limitMs, idleMs } = usualLimits): VersionMaker {
  const waiting: Waiting[] = [];
  let thread: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  let isClosed = false;

  function start(): Worker {
    const started = new Worker(threadFile, { execArgv: [], env: {} });
    started.on('message', (answer: VersionAnswer) => {
      const asked = waiting.shift();
      if (!asked) return;
      clearTimeout(asked.timer);
      asked.settle(answer);
      if (waiting.length === 0) rest(started);
    });
    started.on('error', (error: unknown) => giveUp(started, error instanceof Error ? error.message : String(error)));
    started.on('exit', () => giveUp(started, 'the thread ended'));
    return started;
  }

  /** Whatever it was asked is not answered any more. The next question starts another. */
  function giveUp(lost: Worker, reason: string): void {
    if (lost !== thread) return;
    thread = undefined;
    clearTimeout(idle);
    void lost.terminate();
    for (const { settle, timer } of waiting.splice(0)) {
      clearTimeout(timer);
      settle(failed({ kind: 'freezeGivenUp', reason }));
    }
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
    make(freezable) {
      if (isClosed) return Promise.resolve(failed({ kind: 'freezeGivenUp', reason: 'the server is stopping' }));
      clearTimeout(idle);
      thread ??= start();
      thread.ref();
      const asked = thread;
      return new Promise((settle) => {
        waiting.push({ settle, timer: setTimeout(() => giveUp(asked, 'it took too long'), limitMs) });
        asked.postMessage(freezable);
      });
    },
    async close() {
      isClosed = true;
      const closing = thread;
      if (!closing) return;
      giveUp(closing, 'the server is stopping');
      await closing.terminate();
    },
  };
}
