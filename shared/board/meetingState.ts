import * as Y from 'yjs';
import { failed, type Result, succeeded } from '../result.ts';
import type { ThemeId } from '../template/index.ts';
import { cleanInsert } from '../text/index.ts';
import type { ChildReads, Gathering, ParticipantId, Stretch, ThemeTalk } from './board.ts';
import type { BoardDocument } from './boardDocument.ts';
import { crossEdits, editBetween, type TextEdit } from './textEdit.ts';
import { readStretch } from './values.ts';

/** The keys of the map `meeting`; a theme that was talked of has one of its own, so that two people can tick one each. */
export const visionKey = 'vision';
export const stepKey = 'step';
const stepThemeKey = 'stepTheme';
const gatheringKey = 'gathering';
const timerKey = 'timer';
export const talkedOfPrefix = 'talkedOf:';
export const notRelevantPrefix = 'notRelevant:';

export const pauseKey = 'pause';
export const roundKey = 'round';
export const restoredKey = 'restored';
export const heartsDoneKey = 'heartsDone';

/** Before the seat of a child that wants the meeting to begin with what it has written. */
export const opensPrefix = 'opens:';

/** Before the seat of a child that has said who reads out what it has laid. */
export const readsPrefix = 'reads:';

/** What the leader alone says of the meeting. */
export const leaderKeys: ReadonlySet<string> = new Set([stepKey, stepThemeKey, gatheringKey, timerKey]);

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

/**
 * Makes the *målbilde* what somebody has written, on top of what others have written since they began.
 * @param before what stood there when they began
 */
export function writeVision(
  board: BoardDocument,
  before: string,
  after: string,
): Result<void, { readonly kind: 'visionTooLong'; readonly fits: number }> {
  const now = visionTextOf(board)?.toString() ?? '';
  const own = [editBetween(before, after, after.length)];
  const edits = now === before ? own : crossEdits(own, [editBetween(before, now, now.length)]).mine;
  let answer: ReturnType<typeof editVision> = succeeded(undefined);
  for (const edit of edits) if (answer.ok) answer = editVision(board, edit);
  return answer;
}

/** Whether text can be the id of a step. Which steps there are is up to those who lead meetings by them. */
export function isStep(text: string): boolean {
  return /^[a-z][A-Za-z0-9-]{0,39}$/.test(text);
}

/**
 * Takes the meeting to a step, for all at the table, and to a theme within it; '' ends leading it by steps. Nobody is gathered
 * any more, and no time runs. For the leader alone, and nothing that *Angre* takes back: the others have seen it.
 */
export function setStep(
  board: BoardDocument,
  step: string,
  theme?: ThemeId,
): Result<void, { readonly kind: 'stepInvalid'; readonly step: string } | { readonly kind: 'themeUnknown' }> {
  if (step !== '' && !isStep(step)) return failed({ kind: 'stepInvalid', step });
  if (theme !== undefined && !hasTheme(board, theme)) return failed({ kind: 'themeUnknown' });
  board.transactQuietly(() => {
    if (step === '') board.meeting.delete(stepKey);
    else if (board.meeting.get(stepKey) !== step) board.meeting.set(stepKey, step);
    if (theme === undefined) board.meeting.delete(stepThemeKey);
    else board.meeting.set(stepThemeKey, theme);
    board.meeting.delete(gatheringKey);
    board.meeting.delete(timerKey);
  });
  return succeeded(undefined);
}

/** Says how far a theme has come: talked of, not yet, or not relevant for this family. */
export function setThemeTalk(
  board: BoardDocument,
  theme: ThemeId,
  talk: ThemeTalk,
): Result<void, { readonly kind: 'themeUnknown' }> {
  if (!hasTheme(board, theme)) return failed({ kind: 'themeUnknown' });
  board.transact(() => {
    for (const [key, of] of [
      [talkedOfPrefix + theme, 'talkedOf'],
      [notRelevantPrefix + theme, 'notRelevant'],
    ] as const)
      if (talk === of) board.meeting.set(key, true);
      else board.meeting.delete(key);
  });
  return succeeded(undefined);
}

/** Says that whose plan it is has given their hearts, or passed; or that they begin anew. For them, and the leader for them. */
export function setHeartsDone(board: BoardDocument, isDone: boolean): Result<void, never> {
  board.transactQuietly(() => (isDone ? board.meeting.set(heartsDoneKey, true) : board.meeting.delete(heartsDoneKey)));
  return succeeded(undefined);
}

/** A child wants the meeting to begin with what it has written, or does not after all. For its own seats; nothing that *Angre* takes back. */
export function setOpensMeeting(
  board: BoardDocument,
  seats: readonly [ParticipantId, ...ParticipantId[]],
  opens: boolean,
): Result<void, never> {
  board.transactQuietly(() => {
    if (opens) board.meeting.set(opensPrefix + seats[0], true);
    else for (const seat of seats) board.meeting.delete(opensPrefix + seat);
  });
  return succeeded(undefined);
}

/**
 * A child says who reads out what it has laid; `undefined` takes it back. It is said of each of its seats, since its notes may be from any of
 * them. Nothing that *Angre* takes back.
 */
export function setWhoReads(
  board: BoardDocument,
  seats: readonly [ParticipantId, ...ParticipantId[]],
  reads: ChildReads | undefined,
): Result<void, never> {
  board.transactQuietly(() => {
    for (const seat of seats)
      if (reads) board.meeting.set(readsPrefix + seat, reads);
      else board.meeting.delete(readsPrefix + seat);
  });
  return succeeded(undefined);
}

/** A child has begun, as it asked to: what it asked is met, also where nobody is left who could take it back. For the leader alone. */
export function endOpening(board: BoardDocument): Result<void, never> {
  board.transactQuietly(() => {
    for (const key of [...board.meeting.keys()]) if (key.startsWith(opensPrefix)) board.meeting.delete(key);
  });
  return succeeded(undefined);
}

/** A new meeting: no theme has been talked of yet, and whose plan it is says first what matters. */
export function forgetTalk(board: BoardDocument): Result<void, never> {
  board.transactQuietly(() => {
    for (const key of [...board.meeting.keys()])
      if (key.startsWith(talkedOfPrefix) || key.startsWith(notRelevantPrefix) || key === heartsDoneKey)
        board.meeting.delete(key);
  });
  return succeeded(undefined);
}

/** Asks everybody to look at a part of the sheet; undefined lets them go. For the leader alone. */
export function gatherAt(
  board: BoardDocument,
  gathering: Gathering | undefined,
): Result<void, { readonly kind: 'themeUnknown' }> {
  if (gathering?.theme && !hasTheme(board, gathering.theme)) return failed({ kind: 'themeUnknown' });
  board.transactQuietly(() => {
    if (gathering) board.meeting.set(gatheringKey, { ...gathering, columns: [...gathering.columns] });
    else board.meeting.delete(gatheringKey);
  });
  return succeeded(undefined);
}

/** Sets time aside for the step, or takes it away. For the leader alone. */
export function setTimer(board: BoardDocument, timer: Stretch | undefined): Result<void, never> {
  board.transactQuietly(() => (timer ? board.meeting.set(timerKey, { ...timer }) : board.meeting.delete(timerKey)));
  return succeeded(undefined);
}

function hasTheme(board: BoardDocument, theme: ThemeId): boolean {
  return board.template.themes.some(({ id }) => id === theme);
}

/** How long a pause is, in milliseconds: five minutes. */
const pauseMs = 5 * 60_000;
/** So long after a pause nobody can ask for the next, in milliseconds: else a single program could keep a table from talking. */
const betweenPausesMs = 2 * 60_000;

/**
 * *Pust i bakken*: a pause for all, which begins now. Asked for where one is under way, it changes nothing. Only the server lays it, so
 * that nothing of it says who asked.
 * @param now milliseconds since the epoch
 */
export function beginPause(
  board: BoardDocument,
  now: number,
): Result<void, { readonly kind: 'pauseJustWas'; readonly until: number }> {
  const last = readStretch(board.meeting.get(pauseKey));
  if (last && now < last.until) return succeeded(undefined);
  if (last && now < last.until + betweenPausesMs)
    return failed({ kind: 'pauseJustWas', until: last.until + betweenPausesMs });
  board.transactQuietly(() => board.meeting.set(pauseKey, { from: now, until: now + pauseMs }));
  return succeeded(undefined);
}

/** Ends the pause that is under way, for all. */
export function endPause(board: BoardDocument, now: number): Result<void, never> {
  const last = readStretch(board.meeting.get(pauseKey));
  if (last && last.from < now && now < last.until)
    board.transactQuietly(() => board.meeting.set(pauseKey, { from: last.from, until: now }));
  return succeeded(undefined);
}
