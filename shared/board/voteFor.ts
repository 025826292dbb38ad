import * as Y from 'yjs';
import { failed, type Result, succeeded } from '../result.ts';
import type { NoteId, ParticipantId } from './board.ts';
import type { BoardDocument } from './boardDocument.ts';
import { liveNote } from './cellOrder.ts';
import type { NoteGone } from './deleteNote.ts';
import { votePrefix } from './values.ts';

/**
 * Gives a note one's vote, or takes it back: one each, and nobody else's is touched. On a note without a place for votes each
 * lies under a key of its own: two who each made that place at once would lose one of the votes.
 */
export function voteFor(
  board: BoardDocument,
  noteId: NoteId,
  voter: ParticipantId,
  isFor = true,
): Result<void, NoteGone> {
  const note = liveNote(board, noteId);
  if (!note) return failed({ kind: 'noteGone', noteId });
  const votes = note.get('votes');
  board.transact(() => {
    if (!isFor) {
      if (votes instanceof Y.Map) votes.delete(voter);
      note.delete(votePrefix + voter);
    } else if (votes instanceof Y.Map) votes.set(voter, true);
    else note.set(votePrefix + voter, true);
  });
  return succeeded(undefined);
}
