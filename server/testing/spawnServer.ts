import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { compiledOnce } from './compiledOnce.ts';

/** The server in a process of its own, as people start it. */
export interface ServerProcess {
  readonly child: ChildProcessByStdio<null, Readable, Readable>;
  readonly said: { out: string; err: string };
  /** Its exit code; null when it was killed. */
  readonly ended: Promise<number | null>;
}

/** How long a start may take on a busy machine, in milliseconds. */
const startWithinMs = 60_000;

/** @param settings all of its environment */
export function spawnServer(settings: Readonly<Record<string, string>>): ServerProcess {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../main.ts')], {
    env: { ...compiledOnce(), ...settings },
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
  return { child, said, ended };
}

/** @returns where it can be reached, once it has said so */
export async function originOf({ child, said, ended }: ServerProcess): Promise<string> {
  const tooLate = AbortSignal.timeout(startWithinMs);
  const isReady = () => said.out.includes('\n');
  for (let hasEnded = false; !isReady(); ) {
    if (hasEnded) throw new Error(`the server did not start: ${said.err}`);
    const news = once(child.stdout, 'data', { signal: tooLate }).then(() => false);
    hasEnded = await Promise.race([news, ended.then(() => true)]);
  }
  return said.out.match(/http:\S+/)?.[0] ?? '';
}
