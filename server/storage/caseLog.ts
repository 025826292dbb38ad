import type { BoardId } from '@duken/shared/board';
import type { LogHead, LogLine, StoredLogLine } from '@duken/shared/log';

/** A line that is about to be: its number and what it follows are given where it is written. */
export type NewLogLine = Omit<LogLine, 'boardId' | 'number' | 'salt' | 'previousHash'> & {
  readonly boardId: BoardId;
  /** Where a line about the same seat and event was written at this moment or later, that one stands for it. */
  readonly unlessSince?: number;
};

export interface Written {
  /** When the line that stands for it was written. */
  readonly at: number;
  /** Absent where another line stands for it. */
  readonly head?: LogHead;
}

/** Which lines: the newest, before a number and of one person when they are given. */
export interface LogPage {
  readonly limit: number;
  readonly before?: number;
  readonly personId?: string;
}

/** Who has seen and done what, case by case. Lines are added, never changed, and go when their board is erased. */
export interface CaseLog {
  /**
   * Writes lines of any cases, in this order within each, in one transaction.
   * @returns what became of each; undefined for one whose board is no more
   * @throws StorageUnavailable when the disk or database refuses; nothing is written then
   */
  append(lines: readonly NewLogLine[]): Promise<readonly (Written | undefined)[]>;
  /** Newest first. */
  list(boardId: BoardId, page: LogPage): Promise<readonly LogLine[]>;
  /** The newest line of everybody who is in it. */
  people(boardId: BoardId): Promise<readonly LogLine[]>;
  /** As they lie, oldest first, for verifying. */
  stored(boardId: BoardId): Promise<readonly StoredLogLine[]>;
  head(boardId: BoardId): Promise<LogHead | undefined>;
  /** Every case that has lines or a head, for verifying. */
  boards(): Promise<readonly BoardId[]>;
}
