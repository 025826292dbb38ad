import type { BoardId } from '@duken/shared/board';
import type { IndexedAction } from '@duken/shared/followUp';
import type { MeetingRow, PersonRow } from './directory.ts';
import type { JournalPosition } from './journal.ts';

/** What was read of the tiltak on a board's duk, and how much of its journal had been read. */
export interface ActionIndex {
  readonly boardId: BoardId;
  readonly position: JournalPosition;
  readonly actions: readonly IndexedAction[];
}

/** What a leader's cases are followed up by: for many boards at once. */
export interface FollowUpStore {
  /** A board whose index is missing, or was made by another format, is left out. */
  readActionIndexes(boardIds: readonly BoardId[]): Promise<ReadonlyMap<BoardId, ActionIndex>>;
  /** Never puts an older one in the place of a newer; one of a board that is erased meanwhile is dropped. */
  storeActionIndexes(indexes: readonly ActionIndex[]): Promise<void>;
  /** The people of all these cases. */
  peopleOf(boardIds: readonly BoardId[]): Promise<readonly PersonRow[]>;
  /** Newest first. */
  meetingsOf(boardIds: readonly BoardId[]): Promise<readonly MeetingRow[]>;
}
