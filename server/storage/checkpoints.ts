import type { CheckpointHead } from './journal.ts';

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;
const weekMs = 7 * dayMs;

/** For so long each hour is kept: long enough to find what went wrong at the meeting before this one. */
const everyHourMs = 7 * dayMs;
/** For so long after that each day; then each week. */
const everyDayMs = 90 * dayMs;
/** Most that are kept of one document: three years of weeks beside two crowded weeks of meetings. */
export const maxCheckpoints = 300;
/**
 * Bytes that those of one document take together, the newest aside: a thousand of a duk with a hundred notes, and one or two of
 * the largest document there may be.
 */
export const maxCheckpointBytes = 32 * 1024 * 1024;

/**
 * Which checkpoints of a document to keep: the last of each hour, and before each restore, for a week, of each day for three months,
 * then of each week; and every freeze, as long as there is room. When there is none, the oldest hours go first, then the oldest
 * freezes. Time is counted back from the newest: a document that nobody writes in keeps what it has.
 *
 * @returns oldest first
 */
export function thinCheckpoints<Head extends CheckpointHead>(heads: readonly Head[]): readonly Head[] {
  const sorted = heads.toSorted((a, b) => a.takenAt - b.takenAt || a.position - b.position);
  const newest = sorted.at(-1);
  if (!newest) return [];
  const lastOf = new Map<string, Head>();
  for (const head of sorted) {
    if (head.kind !== 'freeze') lastOf.set(spanOf(head, newest.takenAt), head);
  }
  const hours = new Set(lastOf.values());
  const kept = sorted.filter((head) => head.kind === 'freeze' || hours.has(head));
  const byWorth = kept.toReversed().sort((a, b) => worthOf(b) - worthOf(a));
  const roomy = new Set<Head>([newest]);
  let bytes = 0;
  for (const head of byWorth) {
    if (head === newest) continue;
    bytes += head.bytes;
    if (bytes > maxCheckpointBytes || roomy.size >= maxCheckpoints) break;
    roomy.add(head);
  }
  return kept.filter((head) => roomy.has(head));
}

function worthOf({ kind }: CheckpointHead): number {
  return kind === 'freeze' ? 1 : 0;
}

/** The hour, day or week that a moment stands for; for a week a restore has one of its own, since what it wrote over is in no other. */
function spanOf({ takenAt, kind }: CheckpointHead, newest: number): string {
  const age = newest - takenAt;
  if (kind === 'restore' && age < everyHourMs) return `restore ${takenAt}`;
  const [name, spanMs] = age < everyHourMs ? ['hour', hourMs] : age < everyDayMs ? ['day', dayMs] : ['week', weekMs];
  return `${name} ${Math.floor(takenAt / spanMs)}`;
}
