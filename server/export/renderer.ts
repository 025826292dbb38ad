import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { failed, type Result, succeeded } from '@duken/shared/result';
import type { NoteNotSet } from './noteThatCannotBeSet.ts';
import type { RenderAnswer, RenderJob, RenderRequest } from './renderJob.ts';

export type RenderFailure =
  /** Too many are waiting already. */
  | { readonly kind: 'busy' }
  /** It took longer than `jobTimeoutMs`. */
  | { readonly kind: 'tooSlow' }
  /** The process ended under the work, or the renderer was closed. */
  | { readonly kind: 'stopped' }
  /** The renderer would not do it; `reason` is for the log, and `note`, where one is to blame, for whoever asked and nobody else. */
  | { readonly kind: 'refused'; readonly reason: string; readonly note?: NoteNotSet };

/** Makes PDF and PNG away from the server's own thread, one at a time, the lines in turn. */
export interface Renderer {
  /** @param line which line it waits in, such as a board's: each has a few jobs at most, and the lines take turns */
  render(job: RenderJob, line?: string): Promise<Result<Uint8Array, RenderFailure>>;
  /** Files being made or waiting to be, right now. */
  readonly queued: number;
  close(): void;
}

export interface RendererLimits {
  /** Milliseconds for one job, the start of the process included. 1,000 notes take 2 s when two slow cores are free, 25 s when all else runs too. */
  readonly jobTimeoutMs: number;
  /** Jobs that may wait behind the one under way. */
  readonly maxWaiting: number;
  /** Of these, in the same line: the letters of a whole case, asked for at once. */
  readonly maxWaitingEach: number;
  /** Milliseconds without work before the process is ended, to give its memory (some 150 MB) back. */
  readonly idleMs: number;
}

const usualLimits: RendererLimits = { jobTimeoutMs: 60_000, maxWaiting: 160, maxWaitingEach: 32, idleMs: 10 * 60_000 };

/** It reads the program and its fonts, and can neither write, start anything nor reach the network, whatever a letter makes it do. */
const locked = [
  '--permission',
  // Typesetting and drawing are native code, which the lock cannot hold: it holds the JavaScript around them.
  '--allow-addons',
  '--disable-warning=PERM0001',
  `--allow-fs-read=${fileURLToPath(new URL('../../*', import.meta.url))}`,
];

interface PendingJob {
  readonly job: RenderJob;
  readonly line: string;
  readonly settle: (result: Result<Uint8Array, RenderFailure>) => void;
}

/**
 * A process and not a worker thread: typesetting and drawing are native code, which a thread cannot be stopped in, and
 * whose crash would take the server with it. A process is killed when it takes too long. It gets none of the server's
 * environment, so no secret is in its reach. It starts with the first job.
 */
export function openRenderer(
  limits: RendererLimits = usualLimits,
  processFile: URL = new URL('./renderProcess.ts', import.meta.url),
): Renderer {
  const waiting: PendingJob[] = [];
  let current: PendingJob | undefined;
  let child: ChildProcess | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;
  let lastId = 0;
  let lastLine: string | undefined;

  function start(): ChildProcess {
    const started = fork(fileURLToPath(processFile), {
      serialization: 'advanced',
      env: {},
      execArgv: [...locked],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    started.on('message', (answer: RenderAnswer) => {
      if (started !== child || answer.id !== lastId) return;
      if ('bytes' in answer) return finish(succeeded(answer.bytes));
      const { id: _, ...why } = answer;
      finish(failed({ kind: 'refused', ...why }));
    });
    // 'error' also comes when it cannot be started or written to; there is no answer to wait for then either.
    started.on('error', () => lose(started));
    started.on('exit', () => lose(started));
    return started;
  }

  function lose(lost: ChildProcess): void {
    if (lost !== child) return;
    child = undefined;
    finish(failed({ kind: 'stopped' }));
  }

  function stop(): void {
    child?.kill('SIGKILL');
    child = undefined;
  }

  function finish(result: Result<Uint8Array, RenderFailure>): void {
    clearTimeout(timer);
    const done = current;
    current = undefined;
    done?.settle(result);
    next();
  }

  function next(): void {
    if (current) return;
    current = takeNext();
    if (!current) {
      rest();
      return;
    }
    child ??= start();
    setHolding(child, true);
    timer = setTimeout(() => {
      stop();
      finish(failed({ kind: 'tooSlow' }));
    }, limits.jobTimeoutMs);
    lastId += 1;
    child.send({ id: lastId, job: current.job } satisfies RenderRequest);
  }

  /** The oldest of another line than was served last, so that nobody's handful keeps the others waiting. */
  function takeNext(): PendingJob | undefined {
    const at = waiting.findIndex(({ line }) => line !== lastLine);
    const [job] = waiting.splice(Math.max(at, 0), 1);
    lastLine = job?.line;
    return job;
  }

  function rest(): void {
    if (!child) return;
    setHolding(child, false);
    timer = setTimeout(stop, limits.idleMs).unref();
  }

  return {
    get queued() {
      return waiting.length + (current ? 1 : 0);
    },
    render(job, line = '') {
      if (isClosed) return Promise.resolve(failed({ kind: 'stopped' }));
      const own = waiting.filter((each) => each.line === line).length;
      if (waiting.length >= limits.maxWaiting || own >= limits.maxWaitingEach) {
        return Promise.resolve(failed({ kind: 'busy' }));
      }
      return new Promise((settle) => {
        waiting.push({ job, line, settle });
        if (!current) clearTimeout(timer);
        next();
      });
    },
    close() {
      isClosed = true;
      for (const { settle } of waiting.splice(0)) settle(failed({ kind: 'stopped' }));
      stop();
      finish(failed({ kind: 'stopped' }));
    },
  };
}

/** Whether the process keeps the server from ending: while it works, not while it rests. */
function setHolding(child: ChildProcess, isHolding: boolean): void {
  if (isHolding) {
    child.ref();
    child.channel?.ref();
  } else {
    child.unref();
    child.channel?.unref();
  }
}
