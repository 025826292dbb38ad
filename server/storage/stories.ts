import type { BoardId, PersonId } from '@duken/shared/board';
import type { Reading, StoryHead } from '@duken/shared/story';

export interface StoryRow {
  readonly words: string;
  /** 1, 2, 3 … with each change. */
  readonly revision: number;
  /** Milliseconds since the epoch. */
  readonly changedAt: number;
}

/** What people tell once, each their own, and who may read it. In no journal, plan or letter; it goes with the case. */
export interface Stories {
  /** Whether anybody of the case has told anything. */
  isAny(boardId: BoardId): Promise<boolean>;
  /** Whose there are and who may read them, the oldest first, without a word of them. */
  list(boardId: BoardId): Promise<readonly StoryHead[]>;
  read(boardId: BoardId, authorId: PersonId): Promise<StoryRow | undefined>;
  /**
   * @param revision the one that was changed; 0 for a new story
   * @returns false when it has been changed since, or is there already, or is not there any more
   */
  write(boardId: BoardId, authorId: PersonId, revision: number, words: string, at: number): Promise<boolean>;
  /** Takes the story away, and every yes with it. @returns false when there is none */
  erase(boardId: BoardId, authorId: PersonId): Promise<boolean>;
  /**
   * Somebody asks to read it: whoever was answered already is not asked about again.
   * @returns false when they have asked or were answered before, or there is no story
   */
  ask(boardId: BoardId, authorId: PersonId, readerId: PersonId): Promise<boolean>;
  /** The author's answer. @returns what it was before; undefined when there is no story */
  answer(
    boardId: BoardId,
    authorId: PersonId,
    readerId: PersonId,
    reading: Exclude<Reading, 'asked'>,
  ): Promise<Reading | 'none' | undefined>;
}
