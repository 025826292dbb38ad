import type { Note, ParticipantId } from '@duken/shared/board';

/** Somebody at the table, and how many of the notes are theirs. */
export interface Share {
  readonly participantId: ParticipantId;
  readonly name: string;
  readonly count: number;
}

/** How many notes each of those who are here has laid, whoever has fewest first. Who sits at two screens is one; two of one name are two. */
export function sharesOf(
  people: readonly (Omit<Share, 'count'> & { readonly personId?: string | undefined })[],
  notes: readonly Pick<Note, 'author'>[],
): readonly Share[] {
  const byPerson = new Map<string, Share>();
  for (const { participantId, personId = participantId, name } of people) {
    const own = notes.filter(({ author }) => author === participantId).length;
    const before = byPerson.get(personId);
    byPerson.set(personId, {
      participantId: before?.participantId ?? participantId,
      name,
      count: (before?.count ?? 0) + own,
    });
  }
  return [...byPerson.values()].toSorted((a, b) => a.count - b.count);
}
