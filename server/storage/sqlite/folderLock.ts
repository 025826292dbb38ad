import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** The file by which a server holds its data folder. */
export const lockName = 'server.lock';

/** Holds a folder for one process. */
export interface FolderLock {
  release(): void;
}

/**
 * Takes the folder, or finds that somebody has it. The lock is the operating system's on a file of its own, held through
 * SQLite since Node has no call for it: it is let go however the process ends, so no stale lock stops the next start.
 *
 * @param name of the file that is held: what the folder is held for
 * @returns undefined when another process has it
 */
export function lockFolder(folder: string, name = lockName): FolderLock | undefined {
  const holder = new DatabaseSync(join(folder, name));
  try {
    holder.exec('begin exclusive');
  } catch (error) {
    holder.close();
    const busy = error instanceof Error && 'errcode' in error && error.errcode === 5; // SQLITE_BUSY
    if (busy) return undefined;
    throw error;
  }
  return { release: () => holder.close() };
}
