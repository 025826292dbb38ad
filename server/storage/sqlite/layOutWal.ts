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

/**
 * Makes the write-ahead log as long as it will get, with zeros after what it holds. A commit then writes into a file that
 * lies ready, and the disk need not note down a new length with each one, in line with what everybody else on the machine
 * writes. SQLite reads its log to the first page whose checksum does not fit, and zeros never do.
 *
 * Must be called by whoever holds SQLite's write lock.
 */
export function layOutWal(file: string): void {
  const log = openSync(file, 'r+');
  try {
    const { size } = fstatSync(log);
    if (size >= usualBytes) return;
    try {
      const zeros = Buffer.alloc(usualBytes - size);
      for (let at = 0; at < zeros.length; ) at += writeSync(log, zeros, at, zeros.length - at, size + at);
      fsyncSync(log);
    } catch {
      // On a full disk commits are only slower. What room is left is theirs.
      ftruncateSync(log, size);
    }
  } finally {
    closeSync(log);
  }
}
