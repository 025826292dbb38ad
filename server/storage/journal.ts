import type { BoardId } from '@duken/shared/board';

/** Where an update stands in its board's journal: 1, 2, 3 … without holes. */
export type JournalPosition = number;

export interface JournalEntry {
  readonly boardId: BoardId;
  /** One encoded Yjs update, as it came in. */
  readonly update: Uint8Array;
}

/** The durable, ordered record of every change to a board's documents. */
export interface Journal {
  /**
   * Appends updates of any boards in one commit, each after what its board has and what was given before.
   * @returns once all of them would survive a power cut
   * @throws StorageUnavailable when the disk or database refuses; then none of them is kept, and the caller may try again.
   * Only a database whose connection breaks in the very commit may have kept all of them: an update twice does no harm
   */
  append(entries: readonly JournalEntry[]): Promise<void>;

  /** Everything of a board, oldest first. An unknown board gives an empty list and position 0. */
  read(boardId: BoardId): Promise<{ readonly updates: readonly Uint8Array[]; readonly last: JournalPosition }>;

  /**
   * Puts one update in the place of all up to and including `last`, in one transaction. Positions go on from `last`.
   * @returns false when no entry stands at `last`: somebody else folded further meanwhile; nothing is changed then
   */
  fold(boardId: BoardId, folded: Uint8Array, last: JournalPosition): Promise<boolean>;
}

/** The disk or database refused. What was asked for has not happened and may be tried again. */
export class StorageUnavailable extends Error {
  override readonly name = 'StorageUnavailable';
}
