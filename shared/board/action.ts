import * as Y from 'yjs';
import { failed, type Result, succeeded } from '../result.ts';
import { cleanLine } from '../text/index.ts';
import { type Action, actionStatuses, type NoteId } from './board.ts';
import type { BoardDocument } from './boardDocument.ts';
import { liveNote } from './cellOrder.ts';
import { isDay } from './day.ts';
import type { NoteGone } from './deleteNote.ts';
import { cutToLength } from './textEdit.ts';

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
    for (const [field, value] of Object.entries(change)) {
      const fitting = cutToLength(cleanLine(value), maxActionFieldLength);
      if (action.get(field) !== fitting) action.set(field, fitting);
    }
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
  if (existing instanceof Y.Map) {
    // Without a status nobody would see the tiltak, whatever is filled in.
    if (!actionStatuses.some((status) => status === existing.get('status'))) existing.set('status', 'agreed');
    return existing as Y.Map<unknown>;
  }
  const action = new Y.Map<unknown>(Object.entries({ owner: '', service: '', due: '', status: 'agreed' }));
  note.set('action', action);
  return action;
}
