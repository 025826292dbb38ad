import type { Table } from '../table.ts';

/** Somebody at a table. */
export interface Writer {
  readonly table: Table;
  readonly author: number;
}

/** How often it is looked who is due, in ms. */
const tickMs = 4;

/** Each writer sends so many edits a second, all spread evenly over time. @returns what ends it */
export function writeAtPace(writers: readonly Writer[], editsPerSecond: number): () => void {
  const intervalMs = 1000 / editsPerSecond;
  const start = performance.now();
  // An order that puts neighbours far apart in time.
  const due = writers.map((_, index) => ({ index, at: ((index * 0.618_034) % 1) * intervalMs }));
  due.sort((a, b) => a.at - b.at);
  let next = 0;
  let round = 0;
  const timer = setInterval(() => {
    const now = performance.now() - start;
    for (;;) {
      const turn = due[next];
      if (!turn || turn.at + round * intervalMs > now) return;
      const writer = writers[turn.index];
      writer?.table.sendNext(writer.author);
      next += 1;
      if (next < due.length) continue;
      next = 0;
      round += 1;
    }
  }, tickMs);
  return () => clearInterval(timer);
}
