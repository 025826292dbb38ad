import * as Y from 'yjs';
import { type Result, succeeded } from '../result.ts';
import { isBlank } from '../text/index.ts';
import {
  type Action,
  agreementFields,
  type BinnedNote,
  type Board,
  type JourneyView,
  type LastRestore,
  type Note,
  type NoteId,
  type ParticipantId,
  type PhaseId,
} from './board.ts';
import type { BoardDocument } from './boardDocument.ts';
import { restoredKey, visionKey, visionTextOf } from './meetingState.ts';
import { noteFactsOf } from './noteFacts.ts';
import { pairsById } from './pairsOf.ts';
import { putAwayPrefix } from './putThemeAway.ts';
import { readBoard, readNote } from './readBoard.ts';
import { readTableNow } from './readExtras.ts';
import { editBetween } from './textEdit.ts';

/** What a duk is to be again, and what of it may have become different meanwhile. */
export interface Restoring {
  /** The duk as it was. */
  readonly past: Board;
  /** The duk as it was when somebody saw what would become different: what has changed since then stays as it is. */
  readonly seen: Board;
  /** The seats of whoever does it. */
  readonly seats: ReadonlySet<ParticipantId>;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Only these notes; all of the duk where it is left out. */
  readonly only?: ReadonlySet<NoteId>;
  /** It takes back what was restored: what that threw away, nobody has thrown away. */
  readonly isUndo?: boolean;
}

/** Why something stays as it is now, although it was otherwise then. */
export const restoreLimits = ['child', 'pair', 'thrown', 'written', 'emptied'] as const;
/**
 * `child`: words of a child, and what was written for it. `pair`: stands beside what sees it differently. `thrown`: its author threw it
 * away. `written`: somebody wrote on it, or moved it, after it was looked at. `emptied`: emptied from the bin for good.
 */
export type RestoreLimit = (typeof restoreLimits)[number];

/** What restoring does, note by note. */
export interface Restored {
  /** Out of the bin. */
  readonly back: readonly NoteId[];
  /** Into the bin. */
  readonly away: readonly NoteId[];
  /** Words, place or tiltak as they were. */
  readonly changed: readonly NoteId[];
  /** How many lines of the head of the sheet, with the *målbilde*. */
  readonly head: number;
  /** How many phases of the journey. */
  readonly phases: number;
  readonly left: Readonly<Record<RestoreLimit, number>>;
}

/**
 * Makes the duk what it was, by edits that go on from what it is now. It does what its leader may do by hand and no more: what somebody says
 * of themself (a child's notes; voices, hearts, pairs, goals, ink, how the citizen sees the way; what was answered of a tiltak by a
 * link) stays as they said it last, and how far the meeting has come stays where it is.
 */
export function restoreMoment(board: BoardDocument, restoring: Restoring): Result<Restored, never> {
  const work = new Restoration(board, restoring);
  board.transact(() => work.run());
  return succeeded(work.restored);
}

/** Says to all at the table what was restored, and by whom. Only the server lays it, together with what it restores. */
export function sayRestored(board: BoardDocument, { notes, ...last }: LastRestore): void {
  const said = notes ? { ...last, notes: [...notes] } : last;
  board.transactQuietly(() => board.meeting.set(restoredKey, said));
}

/** The last time something was restored, as all at the table are told. */
export function lastRestoreOn({ meeting, template }: BoardDocument): LastRestore | undefined {
  return readTableNow(meeting, template).value?.restored;
}

/** A note as restoring sees it; undefined where it is not there, or lies in the bin without a word. */
type Standing = { readonly isLive: boolean; readonly note: Note | BinnedNote } | undefined;

class Restoration {
  readonly #board: BoardDocument;
  readonly #restoring: Restoring;
  readonly #now: Board;
  readonly #past: ReadonlyMap<NoteId, Standing>;
  readonly #seen: ReadonlyMap<NoteId, Standing>;
  readonly #paired: ReadonlyMap<NoteId, unknown>;
  readonly #pairedThen: ReadonlyMap<NoteId, unknown>;
  readonly #back: NoteId[] = [];
  readonly #away: NoteId[] = [];
  readonly #changed: NoteId[] = [];
  readonly #left: Record<RestoreLimit, number> = { child: 0, pair: 0, thrown: 0, written: 0, emptied: 0 };
  #head = 0;
  #phases = 0;

  constructor(board: BoardDocument, restoring: Restoring) {
    this.#board = board;
    this.#restoring = restoring;
    this.#now = readBoard(board);
    this.#past = standingsOf(restoring.past);
    this.#seen = standingsOf(restoring.seen);
    this.#paired = pairsById(this.#now.notes);
    this.#pairedThen = pairsById(restoring.seen.notes);
  }

  get restored(): Restored {
    return {
      back: this.#back,
      away: this.#away,
      changed: this.#changed,
      head: this.#head,
      phases: this.#phases,
      left: this.#left,
    };
  }

  run(): void {
    const { past, only } = this.#restoring;
    const ids = new Set([...past.notes, ...this.#now.notes].map(({ id }) => id));
    for (const id of ids) if (!only || only.has(id)) this.#restoreNote(id);
    if (only) return;
    this.#restoreHead();
    this.#restoreVision();
    this.#restorePhases();
    this.#restoreForm();
  }

  #restoreNote(id: NoteId): void {
    const entry = this.#board.notes.get(id);
    const then = this.#past.get(id);
    if (!(entry instanceof Y.Map)) {
      this.#left.emptied += 1;
      return;
    }
    const read = readNote(id, entry, this.#board.template)?.note;
    if (!read) return;
    const now = standingOf(read);
    const target = then?.isLive ? targetOf(then.note, read) : undefined;
    if (target && now?.isLive && isAlike(target, now.note)) return;
    if (!target && !now?.isLive) return;
    const limit = this.#limitOn(id, entry, now, target);
    if (limit) {
      if (!target || !now?.isLive || !saysTheSame(target, now.note)) this.#left[limit] += 1;
      return;
    }
    if (!target) {
      const binned = then && !then.isLive ? (then.note as BinnedNote) : undefined;
      if (binned) layAs(entry, binned);
      if (binned?.gone) entry.set('gone', binned.gone);
      entry.set('deletedAt', binned?.deletedAt ?? this.#restoring.at);
      this.#away.push(id);
      return;
    }
    if (!now?.isLive) this.#back.push(id);
    else if (!saysTheSame(target, now.note)) this.#changed.push(id);
    layAs(entry, target);
  }

  #limitOn(id: NoteId, entry: Y.Map<unknown>, now: Standing, target: Note | undefined): RestoreLimit | undefined {
    const { seats, isUndo = false } = this.#restoring;
    const isChilds = [now?.note, target].some((note) => note?.voice === 'child');
    if (isChilds || noteFactsOf(entry).isChilds) return 'child';
    // A pair that the restoring itself brought back goes with what it brought.
    if (this.#paired.has(id) && !(isUndo && this.#pairedThen.has(id))) return 'pair';
    if (!isSameStanding(this.#seen.get(id), now)) return 'written';
    if (target && now && !now.isLive && !isUndo) {
      const { author, deletedBy = author } = now.note as BinnedNote;
      if (deletedBy === author && !seats.has(author)) return 'thrown';
    }
    return undefined;
  }

  #restoreHead(): void {
    const { past, seen } = this.#restoring;
    for (const field of ['title', 'for', 'horizonShort', 'horizonLong'] as const) {
      if (past[field] === this.#now[field]) continue;
      if (seen[field] !== this.#now[field]) {
        this.#left.written += 1;
        continue;
      }
      this.#board.duk.set(field, past[field]);
      this.#head += 1;
    }
  }

  #restoreVision(): void {
    const visionOf = ({ meeting }: Board): string => meeting?.vision ?? '';
    const [past, seen, now] = [this.#restoring.past, this.#restoring.seen, this.#now].map(visionOf);
    if (past === undefined || past === now) return;
    if (seen !== now) {
      this.#left.written += 1;
      return;
    }
    const text = visionTextOf(this.#board);
    if (text) writeInto(text, past);
    else this.#board.meeting.set(visionKey, new Y.Text(past));
    this.#head += 1;
  }

  #restorePhases(): void {
    const [past, seen, now] = [this.#restoring.past, this.#restoring.seen, this.#now].map(({ journey }) =>
      phasesOf(journey),
    ) as [Phases, Phases, Phases];
    for (const of of new Set([...past.keys(), ...now.keys()])) {
      const [phase, current] = [past.get(of), now.get(of)];
      if (phase === current) continue;
      if (seen.get(of) !== current) {
        this.#left.written += 1;
        continue;
      }
      if (phase) this.#board.journey.set(of, phase);
      else this.#board.journey.delete(of);
      this.#phases += 1;
    }
  }

  /** How the sheet is laid: nothing that anybody has said. */
  #restoreForm(): void {
    const { past, seen } = this.#restoring;
    const { duk } = this.#board;
    const formOf = ({ form }: Board): string => JSON.stringify(Object.entries(form ?? {}).toSorted());
    if (formOf(past) !== formOf(this.#now) && formOf(seen) === formOf(this.#now)) {
      if (past.form) duk.set('form', { ...past.form });
      else duk.delete('form');
    }
    for (const { id } of this.#board.template.themes) {
      const isAway = ({ putAway = [] }: Board): boolean => putAway.includes(id);
      if (isAway(past) === isAway(this.#now) || isAway(seen) !== isAway(this.#now)) continue;
      if (isAway(past)) duk.set(putAwayPrefix + id, true);
      else duk.delete(putAwayPrefix + id);
    }
  }
}

type Phases = ReadonlyMap<string, PhaseId>;

function phasesOf({ overall, themes }: JourneyView): Phases {
  return new Map([...(overall ? [['overall', overall] as const] : []), ...Object.entries(themes)]);
}

function standingsOf({ notes, bin }: Board): ReadonlyMap<NoteId, Standing> {
  return new Map([...notes, ...bin].map((note) => [note.id, standingOf(note)]));
}

function standingOf(note: Note | BinnedNote): Standing {
  const isLive = !('deletedAt' in note);
  return isLive || !isBlank(note.text) ? { isLive, note } : undefined;
}

/** As it was then, with what was answered of the tiltak by a link since; an answer that was taken away since is not laid in anybody's mouth again. */
function targetOf(then: Note, now: Note): Note {
  const report = now.action?.reportedAt === undefined ? undefined : now.action;
  if (report?.reportedAt === then.action?.reportedAt) return then;
  if (!report) {
    const { reportedBy: _, reportedAt: __, ...action } = then.action as Action;
    return { ...then, action };
  }
  const { status, reportedBy, reportedAt } = report;
  const action = then.action ?? report;
  return { ...then, action: { ...action, status, ...definedOf({ reportedBy, reportedAt }) } };
}

function definedOf<Fields extends object>(fields: Fields): { [Key in keyof Fields]?: NonNullable<Fields[Key]> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}

/** Alike in all that restoring can change of a note. */
function isAlike(one: Note, other: Note): boolean {
  return one.order === other.order && one.lang === other.lang && saysTheSame(one, other);
}

/** Alike but for where in its cell it lies: what people would call the same. */
function saysTheSame(one: Note, other: Note): boolean {
  const isThere = one.cell.column === other.cell.column && one.cell.theme === other.cell.theme;
  return isThere && one.text === other.text && actionKey(one.action) === actionKey(other.action);
}

function isSameStanding(one: Standing, other: Standing): boolean {
  if (!one || !other) return one === other;
  return one.isLive === other.isLive && isAlike(one.note, other.note);
}

function actionKey(action: Action | undefined): string {
  return action ? JSON.stringify(Object.entries(action).toSorted(([a], [b]) => (a < b ? -1 : 1))) : '';
}

/** What a tiltak may have beside owner, service, date and status. What a later product gave it stays. */
const noExtras = Object.fromEntries(
  [...agreementFields, 'ownerId', 'withIds', 'reportedBy', 'reportedAt'].map((field) => [field, undefined]),
);

function layAs(entry: Y.Map<unknown>, note: Note): void {
  for (const key of ['deletedAt', 'gone']) if (entry.has(key)) entry.delete(key);
  setIfOther(entry, { column: note.cell.column, theme: note.cell.theme, order: note.order, lang: note.lang });
  const text = entry.get('text');
  if (text instanceof Y.Text) writeInto(text, note.text);
  const action = entry.get('action');
  if (!note.action) entry.delete('action');
  else if (action instanceof Y.Map) {
    setIfOther(action, { ...noExtras, ...note.action });
  } else entry.set('action', new Y.Map<unknown>(Object.entries(note.action)));
}

/** @param fields `undefined` for none */
function setIfOther(map: Y.Map<unknown>, fields: Readonly<Record<string, unknown>>): void {
  for (const [key, value] of Object.entries(fields)) {
    if (value === undefined) map.delete(key);
    else if (JSON.stringify(map.get(key)) !== JSON.stringify(value)) map.set(key, value);
  }
}

/** Only what differs is written, so that what somebody types in the same text meanwhile stays where they typed it. */
function writeInto(text: Y.Text, words: string): void {
  const now = text.toString();
  const edit = editBetween(now, words, words.length);
  // What a foreign program put between the letters counts as one too.
  const isPlain = now.length === text.length;
  const { at, removed, inserted } = isPlain ? edit : { at: 0, removed: text.length, inserted: words };
  if (removed > 0) text.delete(at, removed);
  if (inserted !== '') text.insert(at, inserted);
}
