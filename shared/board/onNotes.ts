import { failed, type Result, succeeded } from '../result.ts';
import type { NoteId } from './board.ts';
import type { BoardDocument } from './boardDocument.ts';

/**
 * Runs a command on several notes as one change: others see all of it at once, and one step takes it back.
 *
 * @returns the notes on which it was done, in the order given; the first failure when it was done on none
 */
export function onNotes<Failure>(
  board: BoardDocument,
  noteIds: readonly NoteId[],
  command: (noteId: NoteId) => Result<void, Failure>,
): Result<readonly NoteId[], Failure> {
  const done: NoteId[] = [];
  let first: { readonly failure: Failure } | undefined;
  board.transact(() => {
    for (const noteId of noteIds) {
      const answer = command(noteId);
      if (answer.ok) done.push(noteId);
      else first ??= answer;
    }
  });
  return done.length === 0 && first ? failed(first.failure) : succeeded(done);
}
