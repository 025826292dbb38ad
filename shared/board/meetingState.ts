import * as Y from 'yjs';
import { failed, type Result, succeeded } from '../result.ts';
import type { ThemeId } from '../template/index.ts';
import { cleanInsert } from '../text/index.ts';
import type { BoardDocument } from './boardDocument.ts';
import type { TextEdit } from './textEdit.ts';

/** The keys of the map `meeting`; a theme that was talked of has one of its own, so that two people can tick one each. */
export const visionKey = 'vision';
export const stepKey = 'step';
export const talkedOfPrefix = 'talkedOf:';

/** Longest *målbilde*, in UTF-16 units: a page. */
export const maxVisionLength = 4000;

/** The shared text of the *målbilde*, or undefined while nobody has written on it. */
export function visionTextOf(board: BoardDocument): Y.Text | undefined {
  const text = board.meeting.get(visionKey);
  return text instanceof Y.Text ? text : undefined;
}

/** Replaces a stretch of the *målbilde*. Refuses to make it longer than `maxVisionLength`; shortening always works. */
export function editVision(
  board: BoardDocument,
  edit: TextEdit,
): Result<void, { readonly kind: 'visionTooLong'; readonly fits: number }> {
  const text = visionTextOf(board);
  const length = text?.length ?? 0;
  const at = Math.min(edit.at, length);
  const removed = Math.min(edit.removed, length - at);
  const inserted = cleanInsert(edit.inserted);
  const room = Math.max(0, maxVisionLength - (length - removed));
  if (inserted.length > room && inserted.length > removed) return failed({ kind: 'visionTooLong', fits: room });
  board.transact(() => {
    if (!text) {
      board.meeting.set(visionKey, new Y.Text(inserted));
      return;
    }
    if (removed > 0) text.delete(at, removed);
    if (inserted !== '') text.insert(at, inserted);
  });
  return succeeded(undefined);
}

/** Whether text can be the id of a step. Which steps there are is up to those who lead meetings by them. */
export function isStep(text: string): boolean {
  return /^[a-z][A-Za-z0-9-]{0,39}$/.test(text);
}

/** Takes the meeting to a step, for all at the table; '' ends leading it by steps. For the leader alone. */
export function setStep(
  board: BoardDocument,
  step: string,
): Result<void, { readonly kind: 'stepInvalid'; readonly step: string }> {
  if (step !== '' && !isStep(step)) return failed({ kind: 'stepInvalid', step });
  board.transact(() => (step === '' ? board.meeting.delete(stepKey) : board.meeting.set(stepKey, step)));
  return succeeded(undefined);
}

/** Ticks off a theme as talked of, or not after all. */
export function setTalkedOf(
  board: BoardDocument,
  theme: ThemeId,
  isTalkedOf: boolean,
): Result<void, { readonly kind: 'themeUnknown' }> {
  if (!board.template.themes.some(({ id }) => id === theme)) return failed({ kind: 'themeUnknown' });
  const key = talkedOfPrefix + theme;
  board.transact(() => (isTalkedOf ? board.meeting.set(key, true) : board.meeting.delete(key)));
  return succeeded(undefined);
}
