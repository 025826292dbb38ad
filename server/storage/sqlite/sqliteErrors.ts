import { StorageUnavailable } from '../journal.ts';

/** SQLite's primary result codes that mean a fault in our own statements, not in the disk. */
const ourFault = new Set([
  1 /* error in the SQL */, 19 /* constraint */, 20 /* mismatch */, 21 /* misuse */, 25 /* range */,
]);

/**
 * Does one thing with SQLite.
 * @throws StorageUnavailable when the disk or file refuses; other errors are bugs of ours and go through as they are
 */
export function asStorageError<Value>(act: () => Value): Value {
  try {
    return act();
  } catch (error) {
    if (isRefusal(error)) throw new StorageUnavailable('SQLite refused', { cause: error });
    throw error;
  }
}

function isRefusal(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false;
  if (error.code === 'ERR_INVALID_STATE') return true; // the database is closed
  // The low byte of an extended result code is the primary one.
  return error.code === 'ERR_SQLITE_ERROR' && 'errcode' in error && !ourFault.has(Number(error.errcode) & 0xff);
}
