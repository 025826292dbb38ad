import * as Y from 'yjs';
import { failed, type Result, succeeded } from '../result.ts';
import { cleanLine } from '../text/index.ts';
import { fitsInOrder, type OrderedAction } from './actionOrder.ts';
import {
  type Action,
  type ActionStatus,
  actionStatuses,
  agreementFields,
  maxTogether,
  type NoteId,
  type PersonId,
} from './board.ts';
import type { BoardDocument } from './boardDocument.ts';
import { liveNote } from './cellOrder.ts';
import { isDay } from './day.ts';
import type { NoteGone } from './deleteNote.ts';
import { readActions } from './readActions.ts';

export type ActionFailure =
  | NoteGone
  | { readonly kind: 'dayInvalid'; readonly day: string }
  | { readonly kind: 'lineTooLong'; readonly maxLength: number }
  /** Something would come to wait for itself. */
  | { readonly kind: 'orderInRing' };

/** Longest service, or list of those who do it, in UTF-16 units. */
export const maxActionFieldLength = 240;

/** What people fill in of a tiltak. '' takes away what may be absent. */
export type ActionChange = Partial<Omit<Action, 'reportedBy' | 'reportedAt' | 'follows' | 'alongside'>> & {
  readonly follows?: NoteId | '';
  readonly alongside?: NoteId | '';
};

/**
 * Makes a note a tiltak, or changes the tiltak it is: only the named fields, so that two people can fill in one each.
 * A new tiltak starts as `agreed`, without owner, service or date. A new name without an id is a person of that name, whoever
 * the owner was before.
 */
export function setAction(board: BoardDocument, noteId: NoteId, change: ActionChange): Result<void, ActionFailure> {
  const note = liveNote(board, noteId);
  if (!note) return failed({ kind: 'noteGone', noteId });
  for (const day of [change.due, change.settleBy]) if (day && !isDay(day)) return failed({ kind: 'dayInvalid', day });
  const { ownerId, withIds, ...lines } = change;
  const fields = Object.entries(lines).map(([field, value]) => [field, cleanLine(value)] as const);
  if (fields.some(([, value]) => value.length > maxActionFieldLength))
    return failed({ kind: 'lineTooLong', maxLength: maxActionFieldLength });
  if ((change.follows || change.alongside) && !staysInOrder(board, noteId, change))
    return failed({ kind: 'orderInRing' });
  board.transact(() => {
    const action = actionOf(note);
    // Who said how far it had come, said something else than what stands there now.
    if (change.status !== undefined && action.get('status') !== change.status) forgetReport(action);
    for (const [field, value] of fields) {
      if (value === '' && isAgreement(field)) action.delete(field);
      else if (action.get(field) !== value) action.set(field, value);
    }
    // Also of the same name: another, or nobody of the case, may be called so.
    if (lines.owner !== undefined && ownerId === undefined) action.delete('ownerId');
    if (ownerId !== undefined && action.get('ownerId') !== ownerId) action.set('ownerId', ownerId);
    if (withIds) setTogether(action, withIds);
  });
  return succeeded(undefined);
}

function isAgreement(field: string): boolean {
  return agreementFields.some((one) => one === field);
}

function staysInOrder(board: BoardDocument, noteId: NoteId, change: ActionChange): boolean {
  const actions = readActions(board).map(({ id, action }): OrderedAction => ({ noteId: id, ...placeOf(action) }));
  const now = actions.find((action) => action.noteId === noteId);
  return fitsInOrder(actions, { noteId, ...placeOf({ ...now, ...change }) });
}

function placeOf({ follows, alongside }: Pick<ActionChange, 'follows' | 'alongside'>): Omit<OrderedAction, 'noteId'> {
  return { ...(follows ? { follows } : {}), ...(alongside ? { alongside } : {}) };
}

function forgetReport(action: Y.Map<unknown>): void {
  for (const field of ['reportedBy', 'reportedAt']) if (action.has(field)) action.delete(field);
}

function setTogether(action: Y.Map<unknown>, withIds: readonly PersonId[]): void {
  const fitting = [...new Set(withIds)].slice(0, maxTogether);
  if (fitting.length === 0) action.delete('withIds');
  else action.set('withIds', fitting);
}

/** How far a tiltak has come, as told by somebody of the case. */
export interface ActionReport {
  readonly status: ActionStatus;
  readonly by: PersonId;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** Notes what somebody told of a tiltak; its words, owner and date stand as they were. */
export function reportAction(
  board: BoardDocument,
  noteId: NoteId,
  report: ActionReport,
): Result<void, NoteGone | { readonly kind: 'notAction'; readonly noteId: NoteId }> {
  const action = liveNote(board, noteId)?.get('action');
  if (!liveNote(board, noteId)) return failed({ kind: 'noteGone', noteId });
  if (!(action instanceof Y.Map)) return failed({ kind: 'notAction', noteId });
  board.transact(() => {
    action.set('status', report.status);
    action.set('reportedBy', report.by);
    action.set('reportedAt', report.at);
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
