import { StorageUnavailable } from '../journal.ts';

/** SQLite's primary result codes that mean a fault in our own statements, not in the disk. */
const ourFault = new Set([
  1 /* error in the SQL */, 19 /* constraint */, 20 /* mismatch */, 21 /* misuse */, 25 /* range */,
]);

/**
 * Those after which nobody knows what is on disk. A full disk and a file that others hold are not among them: there SQLite
 * was told no, and knows it.
 */
const inDoubt = new Set([8 /* read-only */, 10 /* input or output failed */, 14 /* cannot open */]);

/** @returns StorageUnavailable when the disk or file refused; other errors are bugs of ours and stay as they are */
export function asStorageError(error: unknown): unknown {
  return isRefusal(error) ? new StorageUnavailable('SQLite refused', { cause: error }) : error;
}

/** Whether the disk failed: what the connection believes is written may not be, and files it holds may be gone. */
export function leavesDoubt(error: unknown): boolean {
  const code = primaryCode(error);
  return code !== undefined && inDoubt.has(code);
}

function isRefusal(error: unknown): boolean {
  const code = primaryCode(error);
  return code !== undefined && !ourFault.has(code);
}

/** The low byte of an extended result code is the primary one. */
function primaryCode(error: unknown): number | undefined {
  if (!(error instanceof Error && 'code' in error && error.code === 'ERR_SQLITE_ERROR' && 'errcode' in error)) return;
  return Number(error.errcode) & 0xff;
}
