import { failed, type Result, succeeded } from '../result.ts';
import type { NoteId, ParticipantId } from './board.ts';
import type { BoardDocument } from './boardDocument.ts';
import { liveNote } from './cellOrder.ts';
import type { NoteGone } from './deleteNote.ts';
import { heartPrefix } from './values.ts';

/** *Viktigst for meg*: gives a note a heart, or takes it back. For whose plan it is, and the leader for them. */
export function giveHeart(
  board: BoardDocument,
  noteId: NoteId,
  giver: ParticipantId,
  isGiven = true,
): Result<void, NoteGone> {
  const note = liveNote(board, noteId);
  if (!note) return failed({ kind: 'noteGone', noteId });
  const key = heartPrefix + giver;
  board.transact(() => (isGiven ? note.set(key, true) : note.delete(key)));
  return succeeded(undefined);
}
