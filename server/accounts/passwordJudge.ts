import { failed, type Result, succeeded } from '@duken/shared/result';
import { openRestingThread, type ThreadLimits } from '../threads/index.ts';

export interface JudgedPassword {
  readonly password: string;
  /** What belongs to whoever chooses it: name, address. */
  readonly ownWords: readonly string[];
}

export type ChosenPasswordFailure = { readonly kind: 'passwordWeak' } | { readonly kind: 'signInBusy' };

/** Judges passwords that are chosen away from the thread that serves people: the lists of words alone take it a second to read. */
export interface PasswordJudge {
  judge(chosen: JudgedPassword): Promise<Result<void, ChosenPasswordFailure>>;
  close(): Promise<void>;
}

const usualLimits: ThreadLimits = { limitMs: 20_000, idleMs: 60_000 };

export function openPasswordJudge(limits = usualLimits): PasswordJudge {
  const file = new URL('./judgePasswordInThread.ts', import.meta.url);
  const thread = openRestingThread<JudgedPassword, boolean>(file, limits);
  return {
    async judge(chosen) {
      const asked = await thread.ask(chosen);
      if (!asked.ok) return failed({ kind: 'signInBusy' });
      return asked.value ? failed({ kind: 'passwordWeak' }) : succeeded(undefined);
    },
    close: () => thread.close(),
  };
}
