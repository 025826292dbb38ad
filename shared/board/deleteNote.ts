import * as Y from 'yjs';
import { failed, type Result, succeeded } from '../result.ts';
import { isBlank } from '../text/index.ts';
import type { NoteId } from './board.ts';
import type { BoardDocument } from './boardDocument.ts';
import { liveNote } from './cellOrder.ts';

export type NoteGone = { readonly kind: 'noteGone'; readonly noteId: NoteId };

/** Puts a note in the bin. It is marked, not removed: a note somebody is typing in is never lost. */
export function deleteNote(board: BoardDocument, noteId: NoteId, deletedAt: number): Result<void, NoteGone> {
  const note = liveNote(board, noteId);
  if (!note) return failed({ kind: 'noteGone', noteId });
  board.transact(() => note.set('deletedAt', deletedAt));
  return succeeded(undefined);
}

/** Puts a note that nobody wrote on out of the way, as something that undo need not know of. */
export function discardEmptyNote(board: BoardDocument, noteId: NoteId, deletedAt: number): void {
  const note = liveNote(board, noteId);
  const text = note?.get('text');
  if (note && text instanceof Y.Text && isBlank(text.toString()) && note.get('action') === undefined)
    board.transactQuietly(() => note.set('deletedAt', deletedAt));
}

/** Takes a note out of the bin, back to the cell and the place it had. */
export function restoreNote(board: BoardDocument, noteId: NoteId): Result<void, NoteGone> {
  const note = board.notes.get(noteId);
  if (!(note instanceof Y.Map)) return failed({ kind: 'noteGone', noteId });
  board.transact(() => {
    note.delete('deletedAt');
    if (note.has('gone')) note.delete('gone');
  });
  return succeeded(undefined);
}
