import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * All that a run of tests makes lies in one folder that goes when it ends: keys lie beside the data folder that they are for, so that
 * whoever takes that away leaves them.
 */
export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'duken-'));
  // PostgreSQL has a user of its own where root runs the tests, who comes to what is theirs in it.
  chmodSync(folder, 0o711);
  // biome-ignore lint/style/noProcessEnv: what `tmpdir()` asks, in this process and those that it starts
  process.env.TMPDIR = folder;
  // biome-ignore lint/style/noProcessEnv: what `compiledOnce` hands on to the processes that tests start
  process.env.NODE_COMPILE_CACHE ??= join(folder, 'compiled');
  return () => rmSync(folder, { recursive: true, force: true });
}
