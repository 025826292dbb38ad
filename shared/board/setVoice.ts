import { failed, type Result, succeeded } from '../result.ts';
import type { NoteId, NoteVoice } from './board.ts';
import type { BoardDocument } from './boardDocument.ts';
import { liveNote } from './cellOrder.ts';
import type { NoteGone } from './deleteNote.ts';

/** Says whose voice a note carries. */
export function setVoice(board: BoardDocument, noteId: NoteId, voice: NoteVoice): Result<void, NoteGone> {
  const note = liveNote(board, noteId);
  if (!note) return failed({ kind: 'noteGone', noteId });
  board.transact(() => note.set('voice', voice));
  return succeeded(undefined);
}
