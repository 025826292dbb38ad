import { failed, type Result } from '@duken/shared/result';
import type { ArchivedVersion } from '../storage/index.ts';
import { openRestingThread, type ThreadLimits } from '../threads/index.ts';
import type { Freezable, MakeVersionFailure } from './makeVersion.ts';

export type VersionMakerFailure =
  | MakeVersionFailure
  /** It took too long, or the thread could not do it. `reason` is for the log. */
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

/** The thread takes some 40 MB. */
const usualLimits: ThreadLimits = { limitMs: 30_000, idleMs: 60_000 };

/** @param threadFile what answers each `Freezable` with a `VersionAnswer`, in the order asked */
export function openVersionMaker(threadFile: URL, limits = usualLimits): VersionMaker {
  const thread = openRestingThread<Freezable, VersionAnswer>(threadFile, limits);
  return {
    async make(freezable) {
      const asked = await thread.ask(freezable);
      return asked.ok ? asked.value : failed({ kind: 'freezeGivenUp', reason: asked.failure.reason });
    },
    close: () => thread.close(),
  };
}
