import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { compiledOnce } from './compiledOnce.ts';

export const dukProgram = join(import.meta.dirname, '../duk.ts');

/** How a command ended, and what it said. */
export interface DukOutcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/**
 * Runs `duk` as a person does, in a process of its own.
 * @param settings all of its environment
 */
export function runDuk(args: readonly string[], settings: Readonly<Record<string, string>>, cwd?: string) {
  return new Promise<DukOutcome>((resolve) => {
    execFile(
      process.execPath,
      [dukProgram, ...args],
      { env: { ...compiledOnce(), ...settings }, cwd },
      (error, out, err) => resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
  });
}
