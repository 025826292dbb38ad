import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/**
 * Makes the operating system forget what it remembers of a file, so that it is read from the disk itself. After a sync that
 * failed, Linux goes on showing what it was to write as if it were on disk, and a later sync succeeds without having
 * written it; where a file had grown, on ext4, not even writing it again helps. Node has no call for it, GNU's dd has.
 *
 * @throws when the file cannot be brought to disk, or there is no such dd
 */
export function forgetCached(file: string): void {
  if (!existsSync(file)) return;
  // Changes not a byte: what has yet to be written would be kept, so that it is synced first.
  const words = ['if=/dev/null', `of=${file}`, 'oflag=nocache', 'conv=notrunc,fdatasync', 'count=0', 'status=none'];
  execFileSync('dd', words, { stdio: 'pipe' });
}
