import { failed, type Result, succeeded } from '../result.ts';
import type { NoteId } from './board.ts';
import type { BoardDocument } from './boardDocument.ts';
import { liveNote } from './cellOrder.ts';
import type { NoteGone } from './deleteNote.ts';

/** Lays a note beside another that says it differently, so that both views stand; `undefined` parts them again. */
export function pairNotes(
  board: BoardDocument,
  noteId: NoteId,
  beside: NoteId | undefined,
): Result<void, NoteGone | { readonly kind: 'pairedWithItself' }> {
  const note = liveNote(board, noteId);
  if (!note) return failed({ kind: 'noteGone', noteId });
  if (beside === noteId) return failed({ kind: 'pairedWithItself' });
  if (beside !== undefined && !liveNote(board, beside)) return failed({ kind: 'noteGone', noteId: beside });
  board.transact(() => (beside === undefined ? note.delete('pair') : note.set('pair', beside)));
  return succeeded(undefined);
}
