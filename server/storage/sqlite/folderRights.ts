import { chmodSync, closeSync, openSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { databaseFileIn } from './openFile.ts';

/** Whether anybody on the machine may put another file in the place of one of ours. */
export function isOpenToAll(folder: string): boolean {
  return process.platform !== 'win32' && (statSync(folder).mode & 0o002) !== 0;
}

/**
 * Lets nobody but us read the files of a data folder, also in a folder that others may look into, and also files that an
 * earlier version left open. SQLite gives the files beside the database the database's own rights.
 */
export function keepFromOthers(folder: string): void {
  closeSync(openSync(databaseFileIn(folder), 'a', 0o600));
  for (const name of readdirSync(folder)) {
    if (!/^(duk\.db|server\.lock|damaged-)/.test(name)) continue;
    const file = join(folder, name);
    if ((statSync(file).mode & 0o077) !== 0) chmodSync(file, 0o600);
  }
}
