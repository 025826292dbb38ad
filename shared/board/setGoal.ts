import { failed, type Result, succeeded } from '../result.ts';
import type { ColumnId } from '../template/index.ts';
import type { GoalState, NoteId } from './board.ts';
import type { BoardDocument } from './boardDocument.ts';
import { liveNote } from './cellOrder.ts';
import type { NoteGone } from './deleteNote.ts';

/** Where what people want stands. */
const goalColumns: readonly ColumnId[] = ['short', 'long', 'dream'];

/** Says how it went with a goal or a dream; `undefined` takes it back. What no longer is a goal may always be taken back. */
export function setGoal(
  board: BoardDocument,
  noteId: NoteId,
  goal: GoalState | undefined,
): Result<void, NoteGone | { readonly kind: 'notGoal'; readonly noteId: NoteId }> {
  const note = liveNote(board, noteId);
  if (!note) return failed({ kind: 'noteGone', noteId });
  if (goal !== undefined && !goalColumns.some((column) => column === note.get('column')))
    return failed({ kind: 'notGoal', noteId });
  board.transact(() => (goal === undefined ? note.delete('goal') : note.set('goal', goal)));
  return succeeded(undefined);
}
