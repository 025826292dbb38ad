import { closeSync, fstatSync, fsyncSync, ftruncateSync, openSync, writeSync } from 'node:fs';

/**
 * The write-ahead log is worked into the database after this many pages (32 MB), and then begun again from the start.
 * Whoever writes at that moment waits. With SQLite's own 1,000 that came twice a second on a server of 500 boards: edits
 * took 18 ms at the 99th percentile, and 10 ms with this; twice as many brought nothing more.
 */
export const pagesBeforeCheckpoint = 8_000;
/** Bytes of a page as it lies in the log: 4 KiB and its header. */
const frameBytes = 4_096 + 24;

/** As long as the log usually gets; the commit that fills it may be a large one. */
const usualBytes = Math.ceil(1.1 * pagesBeforeCheckpoint * frameBytes);

/** Bytes laid out in one go while people write: some milliseconds, in which nothing else is done. A busy disk makes each wait. */
const bytesInOneGo = 4 * 1024 * 1024;

/**
 * Makes the write-ahead log as long as it will get, with zeros after what it holds. A commit then writes into a file that
 * lies ready, and the disk need not note down a new length with each one, in line with what everybody else on the machine
 * writes. SQLite reads its log to the first page whose checksum does not fit, and zeros never do.
 *
 * Must be called by whoever holds SQLite's write lock.
 */
export function layOutWal(file: string): void {
  lengthen(file, usualBytes, fsyncSync);
}

/**
 * The same a piece at a time, so that others have their turn in between. Not flushed: that is for whoever does not hold the lock.
 * @returns whether there is no more to lay out
 */
export function layOutSomeOfWal(file: string): boolean {
  return lengthen(file, bytesInOneGo, () => undefined);
}

/** @returns whether it is as long as it will get, or there is no room for that */
function lengthen(file: string, mostBytes: number, flush: (log: number) => void): boolean {
  const log = openSync(file, 'r+');
  try {
    const { size } = fstatSync(log);
    const bytes = Math.min(mostBytes, usualBytes - size);
    if (bytes <= 0) return true;
    try {
      const zeros = Buffer.alloc(bytes);
      for (let at = 0; at < bytes; ) at += writeSync(log, zeros, at, bytes - at, size + at);
      flush(log);
      return size + bytes >= usualBytes;
    } catch {
      // On a full disk commits are only slower. What room is left is theirs.
      ftruncateSync(log, size);
      return true;
    }
  } finally {
    closeSync(log);
  }
}
