import * as Y from 'yjs';
import { failed, type Result, succeeded } from '../result.ts';
import type { GoneReason, NoteId } from './board.ts';
import type { BoardDocument } from './boardDocument.ts';
import type { NoteGone } from './deleteNote.ts';

/** Says why a note lies in the bin; `undefined` takes it back. Taken out of the bin, it is there for no reason any more. */
export function sayGone(board: BoardDocument, noteId: NoteId, why: GoneReason | undefined): Result<void, NoteGone> {
  const note = board.notes.get(noteId);
  if (!(note instanceof Y.Map) || !note.has('deletedAt')) return failed({ kind: 'noteGone', noteId });
  board.transact(() => (why === undefined ? note.delete('gone') : note.set('gone', why)));
  return succeeded(undefined);
}
