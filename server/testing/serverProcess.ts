import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { expect, onTestFinished } from 'vitest';

/** The server in a process of its own, as people start it; killed when the test ends, if it still runs. */
export interface ServerProcess {
  readonly child: ChildProcessByStdio<null, Readable, Readable>;
  readonly said: { out: string; err: string };
  /** Its exit code; null when it was killed. */
  readonly ended: Promise<number | null>;
}

/** @param settings all of its environment */
export function startServerProcess(settings: Readonly<Record<string, string>>): ServerProcess {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../main.ts')], {
    env: settings,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text) => {
    said.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    said.err += text;
  });
  const ended = once(child, 'close').then(([code]) => code as number | null);
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return { child, said, ended };
}

/** @returns where it can be reached, once it has said so */
export async function originOf({ said }: ServerProcess): Promise<string> {
  await expect.poll(() => said.out, { timeout: 60_000 }).toContain('\n');
  return said.out.match(/http:\S+/)?.[0] ?? '';
}
