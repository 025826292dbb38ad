import type { CheckpointHead, JournalPosition } from '../storage/index.ts';

/** A moment of a duk that can be looked at again. */
export interface Moment {
  /** How much of the journal is in it; tells it from every other. */
  readonly position: JournalPosition;
  /** Milliseconds since the epoch. */
  readonly takenAt: number;
  /** A meeting was frozen, or an hour with edits ended. */
  readonly kind: CheckpointHead['kind'];
}

const hourMs = 60 * 60 * 1000;

/**
 * The moments there are of a duk, oldest first: what was kept when its journal was compacted, and the end of each hour with edits in what
 * has not been compacted yet. The last of them is the duk as it is now.
 *
 * @param times when each entry was written that the journal still has
 */
export function momentsOf(
  kept: readonly Pick<CheckpointHead, 'position' | 'takenAt' | 'kind'>[],
  times: ReadonlyMap<JournalPosition, number>,
): readonly Moment[] {
  const endOfHour = new Map<number, Moment>();
  for (const [position, takenAt] of times) {
    const hour = Math.floor(takenAt / hourMs);
    const last = endOfHour.get(hour);
    if (!last || last.position < position) endOfHour.set(hour, { position, takenAt, kind: 'hour' });
  }
  const byPosition = new Map<JournalPosition, Moment>();
  for (const { position, takenAt, kind } of [...endOfHour.values(), ...kept]) {
    // A meeting is known by more than its hour.
    if (byPosition.get(position)?.kind !== 'freeze') byPosition.set(position, { position, takenAt, kind });
  }
  return [...byPosition.values()].sort((a, b) => a.position - b.position);
}
