import { type Transferable, Worker } from 'node:worker_threads';
import { failed, type Result, succeeded } from '@duken/shared/result';

/**
 * Work for a thread of its own, so that nobody waits for it who did not ask. The thread starts with the first question and
 * answers one at a time, in the order asked. With nothing to do it rests, keeps no process alive, and after a while ends, to
 * give its memory back; the next question starts another. The same goes for one that died or took too long: whatever it had
 * been asked is lost with it.
 */
export interface RestingThread<Question, Answer> {
  /**
   * @param transfer memory that moves to the thread instead of being copied, and is gone from here
   * @throws DataCloneError when the question cannot cross to a thread
   */
  ask(question: Question, transfer?: readonly Transferable[]): Promise<Result<Answer, NoAnswer>>;
  /** What is under way is given up, and nothing more is taken. */
  close(): Promise<void>;
}

/** It was closed, it died, or something took longer than `limitMs`. `reason` is for the log. */
export interface NoAnswer {
  readonly kind: 'noAnswer';
  readonly reason: string;
}

export interface ThreadLimits {
  /** Milliseconds without work before the thread is ended. */
  readonly idleMs: number;
  /** Milliseconds for one answer, those before it and the start of the thread included; no end when it is left out. */
  readonly limitMs?: number;
}

interface Waiting<Answer> {
  readonly settle: (answer: Result<Answer, NoAnswer>) => void;
  readonly timer: NodeJS.Timeout | undefined;
}

/** @param file what posts one `Answer` for each `Question` that comes, in that order */
export function openRestingThread<Question, Answer>(
  file: URL,
  { idleMs, limitMs }: ThreadLimits,
): RestingThread<Question, Answer> {
  /** In the order asked, which is the order of the answers. */
  const waiting: Waiting<Answer>[] = [];
  let thread: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  let isClosed = false;

  function start(): Worker {
    const started = new Worker(file, { execArgv: [], env: {} });
    started.on('message', (answer: Answer) => {
      // What one that is given up had already said still arrives: it is no answer to what the next one was asked.
      if (started !== thread) return;
      const asked = waiting.shift();
      clearTimeout(asked?.timer);
      asked?.settle(succeeded(answer));
      if (waiting.length === 0) rest(started);
    });
    started.on('error', (error: unknown) => lose(started, error instanceof Error ? error.message : String(error)));
    started.on('exit', () => lose(started, 'the thread ended'));
    return started;
  }

  function rest(resting: Worker): void {
    resting.unref();
    idle = setTimeout(() => lose(resting, 'the thread was idle'), idleMs).unref();
  }

  /** Whatever it was asked is not answered any more. The next question starts another. */
  function lose(lost: Worker, reason: string): void {
    if (lost !== thread) return;
    thread = undefined;
    clearTimeout(idle);
    void lost.terminate();
    for (const { settle, timer } of waiting.splice(0)) {
      clearTimeout(timer);
      settle(noAnswer(reason));
    }
  }

  return {
    ask(question, transfer = []) {
      if (isClosed) return Promise.resolve(noAnswer('the thread was closed'));
      thread ??= start();
      const asked = thread;
      return new Promise((settle) => {
        asked.postMessage(question, transfer);
        const timer = limitMs === undefined ? undefined : setTimeout(() => lose(asked, 'it took too long'), limitMs);
        waiting.push({ settle, timer });
        clearTimeout(idle);
        asked.ref();
      });
    },
    async close() {
      isClosed = true;
      const closing = thread;
      if (!closing) return;
      lose(closing, 'the thread was closed');
      await closing.terminate();
    },
  };
}

function noAnswer(reason: string): Result<never, NoAnswer> {
  return failed({ kind: 'noAnswer', reason });
}
