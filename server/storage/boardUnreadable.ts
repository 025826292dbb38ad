import type { BoardId } from '@duken/shared/board';
import type { JournalPosition } from './journal.ts';

/**
 * A board's journal is not what was written to it. That board is served to nobody, and left as it is, until somebody has
 * looked at it with `duk journal`; the others go on.
 */
export class BoardUnreadable extends Error {
  override readonly name = 'BoardUnreadable';
  readonly boardId: BoardId;
  readonly position: JournalPosition;

  /** @param fault in words, such as "was altered", after "entry N" */
  constructor(boardId: BoardId, position: JournalPosition, fault: string) {
    super(`The journal of board ${boardId} cannot be trusted: entry ${position} ${fault}`);
    this.boardId = boardId;
    this.position = position;
  }
}
