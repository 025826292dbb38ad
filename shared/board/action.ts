import * as Y from 'yjs';
import { failed, type Result, succeeded } from '../result.ts';
import type { Action, NoteId } from './board.ts';
import type { BoardDocument } from './boardDocument.ts';
import { liveNote } from './cellOrder.ts';
import { isDay } from './day.ts';
import type { NoteGone } from './deleteNote.ts';

export type ActionFailure = NoteGone | { readonly kind: 'dayInvalid'; readonly day: string };

/** Longest owner or service, in UTF-16 units. */
export const maxActionFieldLength = 120;

/**
 * Makes a note a tiltak, or changes the tiltak it is: only the named fields, so that two people can fill in one each.
 * A new tiltak starts as `agreed`, without owner, service or date.
 */
export function setAction(board: BoardDocument, noteId: NoteId, change: Partial<Action>): Result<void, ActionFailure> {
  const note = liveNote(board, noteId);
  if (!note) return failed({ kind: 'noteGone', noteId });
  if (change.due && !isDay(change.due)) return failed({ kind: 'dayInvalid', day: change.due });
  board.transact(() => {
    const action = actionOf(note);
    for (const [field, value] of Object.entries(change))
      if (action.get(field) !== value) action.set(field, value.slice(0, maxActionFieldLength));
  });
  return succeeded(undefined);
}

/** Makes a tiltak an ordinary note again. */
export function removeAction(board: BoardDocument, noteId: NoteId): Result<void, NoteGone> {
  const note = liveNote(board, noteId);
  if (!note) return failed({ kind: 'noteGone', noteId });
  board.transact(() => note.delete('action'));
  return succeeded(undefined);
}

function actionOf(note: Y.Map<unknown>): Y.Map<unknown> {
  const existing = note.get('action');
  if (existing instanceof Y.Map) return existing as Y.Map<unknown>;
  const action = new Y.Map<unknown>(Object.entries({ owner: '', service: '', due: '', status: 'agreed' }));
  note.set('action', action);
  return action;
}
