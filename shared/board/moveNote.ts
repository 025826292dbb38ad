import { failed, type Result, succeeded } from '../result.ts';
import type { Cell } from '../template/index.ts';
import type { NoteId } from './board.ts';
import type { BoardDocument } from './boardDocument.ts';
import { hasCell, liveNote, orderInCell } from './cellOrder.ts';

export interface NoteMove {
  readonly noteId: NoteId;
  readonly to: Cell;
  /** Lies just before this note of the new cell; last when left out, or when that note has gone meanwhile. */
  readonly before?: NoteId;
}

export type MoveNoteFailure =
  | { readonly kind: 'noteGone'; readonly noteId: NoteId }
  | { readonly kind: 'cellUnknown'; readonly cell: Cell };

/**
 * Moves a note to a cell, keeping its text, author and votes.
 *
 * @returns `noteGone` when someone deleted the note during the drag; the document is then untouched
 */
export function moveNote(board: BoardDocument, { noteId, to, before }: NoteMove): Result<void, MoveNoteFailure> {
  const note = liveNote(board, noteId);
  if (!note) return failed({ kind: 'noteGone', noteId });
  if (!hasCell(board, to)) return failed({ kind: 'cellUnknown', cell: to });
  // One transaction on one map, so nobody sees the note twice or in its new cell at the old place.
  board.transact(() => {
    note.set('order', orderInCell(board, to, before, noteId));
    note.set('column', to.column);
    note.set('theme', to.theme);
  });
  return succeeded(undefined);
}
