import type { Note, ParticipantId } from '@duken/shared/board';

/** Somebody at the table, and how many of the notes are theirs. */
export interface Share {
  readonly participantId: ParticipantId;
  readonly name: string;
  readonly count: number;
}

/**
 * How many notes each of those who are here has laid, whoever has fewest first. Who comes by two seats is here twice under one name, and
 * is counted as one.
 */
export function sharesOf(
  people: readonly Omit<Share, 'count'>[],
  notes: readonly Pick<Note, 'author'>[],
): readonly Share[] {
  const byName = new Map<string, Share>();
  for (const { participantId, name } of people) {
    const own = notes.filter(({ author }) => author === participantId).length;
    const before = byName.get(name);
    byName.set(name, {
      participantId: before?.participantId ?? participantId,
      name,
      count: (before?.count ?? 0) + own,
    });
  }
  return [...byName.values()].toSorted((a, b) => a.count - b.count);
}
