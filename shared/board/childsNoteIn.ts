import * as Y from 'yjs';
import { failed, type Result, succeeded } from '../result.ts';
import type { NoteId, ParticipantId } from './board.ts';
import type { BoardDocument } from './boardDocument.ts';
import { liveNote } from './cellOrder.ts';

/** A note that lies on the duk in a child's voice, and whose hand wrote it. */
export function childsNoteIn(
  board: BoardDocument,
  noteId: NoteId,
): Result<{ readonly author: ParticipantId }, { readonly kind: 'noteGone' }> {
  const note = liveNote(board, noteId);
  const author = note?.get('author');
  const isChilds = note instanceof Y.Map && note.get('voice') === 'child' && typeof author === 'string';
  return isChilds ? succeeded({ author: author as ParticipantId }) : failed({ kind: 'noteGone' });
}
