import type { PersonId } from '../board/index.ts';
import type { Person } from '../people/index.ts';

/** Longest story, in UTF-16 units: some three pages. */
export const longestStory = 10_000;

/** How somebody stands to another's story: they have asked to read it, may read it, or may not. */
export const readings = ['asked', 'yes', 'no'] as const;
export type Reading = (typeof readings)[number];

export interface StoryReader {
  readonly personId: PersonId;
  readonly reading: Reading;
}

/** Who may read what somebody has told once, and who has asked. Whoever is not named has not asked. */
export interface StoryHead {
  readonly authorId: PersonId;
  /** Milliseconds since the epoch. */
  readonly changedAt: number;
  readonly readers: readonly StoryReader[];
}

/** How somebody of the case stands to a story that is another's. */
export function readingOf({ readers }: Pick<StoryHead, 'readers'>, personId: PersonId): Reading | 'none' {
  return readers.find((reader) => reader.personId === personId)?.reading ?? 'none';
}

/**
 * Whether a story can be read, by those who have a yes: only while its author can take that back. So it is shut where the plan is not
 * about them any more, and where they were taken away from the table.
 */
export function isOpenToReaders(author: Pick<Person, 'isSubject'> | undefined, isAtTable: boolean): boolean {
  return author?.isSubject === true && isAtTable;
}
