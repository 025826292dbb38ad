import type { BoardId, Day, PersonId } from '@duken/shared/board';

/** A line of a leader's contact log. */
export interface ContactLine {
  readonly id: string;
  /** The day that it happened. */
  readonly day: Day;
  readonly words: string;
  /** Who wrote it, as they were called then. */
  readonly by: { readonly personId: PersonId; readonly name: string };
  /** The line that it corrects. */
  readonly corrects?: string;
  /** Milliseconds since the epoch. */
  readonly writtenAt: number;
}

/** What leaders note of a case for themselves. A line is never changed: there is no way here to do it. */
export interface ContactLog {
  add(boardId: BoardId, line: ContactLine): Promise<void>;
  /** In the order they were written. */
  list(boardId: BoardId): Promise<readonly ContactLine[]>;
}
