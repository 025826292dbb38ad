import * as Y from 'yjs';
import { failed, type Result, succeeded } from '../result.ts';
import type { NoteId, ParticipantId } from './board.ts';
import type { BoardDocument } from './boardDocument.ts';
import { liveNote } from './cellOrder.ts';
import type { NoteGone } from './deleteNote.ts';

/**
 * Gives a note one's vote, or takes it back: one each, and nobody else's is touched. A note from before there were votes gets
 * a place for them with its first.
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
    if (!(votes instanceof Y.Map)) {
      if (isFor) note.set('votes', new Y.Map([[voter, true]]));
    } else if (isFor) votes.set(voter, true);
    else votes.delete(voter);
  });
  return succeeded(undefined);
}
