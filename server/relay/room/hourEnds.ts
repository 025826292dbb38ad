import type { JournalEntry, JournalPosition } from '../../storage/index.ts';

/** The last that was written of a document in an hour. */
export interface HourEnd {
  readonly position: JournalPosition;
  /** Milliseconds since the epoch. */
  readonly takenAt: number;
  /** How many updates of the journal come up to there. */
  readonly updates: number;
}

const hourMs = 60 * 60 * 1000;

/**
 * Where in a journal the hours with edits end, oldest first. Of what was written before times were kept, nothing can be said but
 * that it was there when the next was written.
 *
 * @param times when entries were written, in milliseconds
 */
export function hourEnds(
  entries: readonly JournalEntry[],
  times: ReadonlyMap<JournalPosition, number>,
): readonly HourEnd[] {
  const ends = new Map<number, HourEnd>();
  let updates = 0;
  for (const entry of entries) {
    updates += entry.updates.length;
    const takenAt = times.get(entry.position);
    if (takenAt === undefined) continue;
    ends.set(Math.floor(takenAt / hourMs), { position: entry.position, takenAt, updates });
  }
  // The clocks of two servers may differ: an hour that another ran into ends where it was last written in.
  return [...ends.values()].sort((a, b) => a.updates - b.updates);
}
