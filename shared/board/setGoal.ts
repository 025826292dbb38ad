import { failed, type Result, succeeded } from '../result.ts';
import type { ColumnId } from '../template/index.ts';
import { cleanText, isBlank } from '../text/index.ts';
import { type GoalState, longestWrittenUp, type Note, type NoteId, type WrittenUp } from './board.ts';
import type { BoardDocument } from './boardDocument.ts';
import { liveNote } from './cellOrder.ts';
import type { NoteGone } from './deleteNote.ts';

/** Where what people want stands. */
const goalColumns: readonly ColumnId[] = ['short', 'long', 'dream'];

/** Whether a note is something that somebody wants: a goal or a dream, of which it can be told how it went. */
export function isWish({ cell }: Pick<Note, 'cell'>): boolean {
  return goalColumns.includes(cell.column);
}

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

/** Why a goal cannot be written up. */
export type WriteUpFailure =
  | NoteGone
  | { readonly kind: 'notGoal'; readonly noteId: NoteId }
  | { readonly kind: 'goalWordsMissing' | 'goalWordsTooLong' };

/**
 * Writes a goal or a dream up as a *resultatmål* or an *effektmål*, beside its own words; `undefined` takes that away. For the leader alone, and of no
 * child's note.
 */
export function writeUpGoal(
  board: BoardDocument,
  noteId: NoteId,
  goal: WrittenUp | undefined,
): Result<void, WriteUpFailure> {
  const note = liveNote(board, noteId);
  if (!note) return failed({ kind: 'noteGone', noteId });
  if (goal === undefined) {
    board.transact(() => note.delete('writtenUp'));
    return succeeded(undefined);
  }
  if (!goalColumns.some((column) => column === note.get('column')) || note.get('voice') === 'child')
    return failed({ kind: 'notGoal', noteId });
  const words = cleanText(goal.words).trim();
  if (isBlank(words)) return failed({ kind: 'goalWordsMissing' });
  if (words.length > longestWrittenUp) return failed({ kind: 'goalWordsTooLong' });
  board.transact(() => note.set('writtenUp', { as: goal.as, words }));
  return succeeded(undefined);
}
