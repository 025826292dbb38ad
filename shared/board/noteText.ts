import * as Y from 'yjs';
import { failed, type Result, succeeded } from '../result.ts';
import { cleanInsert } from '../text/index.ts';
import { maxNoteLength, type NoteId } from './board.ts';
import type { BoardDocument } from './boardDocument.ts';
import { liveNote } from './cellOrder.ts';
import type { TextEdit } from './textEdit.ts';

export type EditTextFailure =
  | { readonly kind: 'noteGone'; readonly noteId: NoteId }
  /** `fits` is how many UTF-16 units of the inserted text there is room for. */
  | { readonly kind: 'noteTooLong'; readonly fits: number };

/** The note's shared text, or undefined when the note is gone. */
export function noteTextOf(board: BoardDocument, noteId: NoteId): Y.Text | undefined {
  const text = liveNote(board, noteId)?.get('text');
  return text instanceof Y.Text ? text : undefined;
}

/**
 * Replaces a stretch of a note's text. Refuses to make a note longer than `maxNoteLength`; shortening always works.
 * What nobody sees is left out: the same letters as `cleanInsert` gives.
 */
export function editNoteText(board: BoardDocument, noteId: NoteId, edit: TextEdit): Result<void, EditTextFailure> {
  const text = noteTextOf(board, noteId);
  if (!text) return failed({ kind: 'noteGone', noteId });
  const at = Math.min(edit.at, text.length);
  const inserted = cleanInsert(edit.inserted);
  const removed = Math.min(edit.removed, text.length - at);
  const room = Math.max(0, maxNoteLength - (text.length - removed));
  if (inserted.length > room && inserted.length > removed) return failed({ kind: 'noteTooLong', fits: room });
  board.transact(() => {
    if (removed > 0) text.delete(at, removed);
    if (inserted !== '') text.insert(at, inserted);
  });
  return succeeded(undefined);
}
