import * as Y from 'yjs';
import { cutToLength, editBetween, maxNoteLength, type NoteId } from '../board/index.ts';
import { failed, type Result, succeeded } from '../result.ts';
import { type Cell, columnIds } from '../template/index.ts';
import { cleanText, isBlank } from '../text/index.ts';
import { type AskedChild, type ChildQuestion, readAsked, readAskedOf } from './childQuestion.ts';
import { type HandedOver, handedOverAs, readToReadOut, setHandedOver, type ToReadOut } from './readOut.ts';

/**
 * What one person writes for themself, in a document that nobody else is ever sent (design.md, "What is a CRDT"): notes that
 * are not laid yet, and marks that wait.
 */
export interface Quiet {
  /** In the order they were begun. */
  readonly drafts: readonly QuietDraft[];
  /** What one is asked, as a child or whom it lets write for it. */
  readonly asked: readonly ChildQuestion[];
  /** What one has asked a child oneself. */
  readonly askedOf: readonly AskedChild[];
  /** What one is to read out for others, as whoever leads. */
  readonly toReadOut: readonly ToReadOut[];
  /** Rounds without names in which they have said that they are done. */
  readonly doneWith: readonly string[];
  /** The notes that they will mark as important, once whose plan it is has marked theirs. */
  readonly marks: readonly NoteId[];
}

export interface QuietDraft {
  /** The note's own, when it is laid: laying it twice lays it once. */
  readonly id: NoteId;
  readonly text: string;
  /** Where it is to lie, once they have said so. */
  readonly cell?: Cell;
  /** Milliseconds since the epoch. */
  readonly begunAt: number;
  /** The round without names that it is to be laid in, in nobody's name. */
  readonly round?: string;
  /** What it is called on the duk, once a round has taken it along. Nothing else ties the two together. */
  readonly laidAs?: NoteId;
  /** That whoever leads is to read it out, or has: nobody lays it meanwhile. */
  readonly handed?: HandedOver;
}

/** Most drafts that are read: far more than anybody lays. */
const maxDrafts = 500;

/** Reads or changes such a document, for whoever has one and does not know what it is. */
export type QuietCommand<Value> = (doc: Y.Doc) => Value;

export type QuietFailure =
  | { readonly kind: 'draftGone' }
  | { readonly kind: 'noteTooLong'; readonly maxLength: number }
  | { readonly kind: 'tooManyDrafts'; readonly max: number };

const draftsIn = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('drafts');
const doneIn = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('doneWith');
const marksIn = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('marks');

/** Begins a note that only its writer sees. */
export function beginDraft(doc: Y.Doc, { id, text, cell, begunAt, round }: QuietDraft): Result<void, QuietFailure> {
  if (draftsIn(doc).size >= maxDrafts) return failed({ kind: 'tooManyDrafts', max: maxDrafts });
  const words = cleanText(text);
  if (words.length > maxNoteLength) return failed({ kind: 'noteTooLong', maxLength: maxNoteLength });
  const draft = new Y.Map<unknown>();
  doc.transact(() => {
    draft.set('text', new Y.Text(words));
    draft.set('begunAt', begunAt);
    if (cell) draft.set('cell', { ...cell });
    if (round) draft.set('round', round);
    draftsIn(doc).set(id, draft);
  });
  return succeeded(undefined);
}

/** Gives a draft other words, letter by letter, so that two windows of the same person do not undo each other. */
export function writeDraft(doc: Y.Doc, id: NoteId, text: string): Result<void, QuietFailure> {
  const words = draftOf(doc, id)?.get('text');
  if (!(words instanceof Y.Text)) return failed({ kind: 'draftGone' });
  const before = words.toString();
  const after = cleanText(text);
  if (after.length > maxNoteLength && after.length > before.length)
    return failed({ kind: 'noteTooLong', maxLength: maxNoteLength });
  const { at, removed, inserted } = editBetween(before, after, after.length);
  doc.transact(() => {
    if (removed > 0) words.delete(at, removed);
    if (inserted !== '') words.insert(at, inserted);
  });
  return succeeded(undefined);
}

/** Says where a draft is to lie. */
export function placeDraft(doc: Y.Doc, id: NoteId, cell: Cell | undefined): Result<void, QuietFailure> {
  const draft = draftOf(doc, id);
  if (!draft) return failed({ kind: 'draftGone' });
  doc.transact(() => (cell ? draft.set('cell', { ...cell }) : draft.delete('cell')));
  return succeeded(undefined);
}

/** Says that a draft is to be laid in a round without names, or not after all. */
export function takeAlong(doc: Y.Doc, id: NoteId, round: string | undefined): Result<void, QuietFailure> {
  const draft = draftOf(doc, id);
  if (!draft) return failed({ kind: 'draftGone' });
  doc.transact(() => (round === undefined ? draft.delete('round') : draft.set('round', round)));
  return succeeded(undefined);
}

/** Says that one is done in a round, or not after all. */
export function sayDone(doc: Y.Doc, round: string, isDone: boolean): void {
  doc.transact(() => {
    // Earlier rounds are over.
    for (const earlier of [...doneIn(doc).keys()]) if (earlier !== round) doneIn(doc).delete(earlier);
    if (isDone) doneIn(doc).set(round, true);
    else doneIn(doc).delete(round);
  });
}

/**
 * What somebody who is done lays in a round, each under a name on the duk that tells nothing of it. A name that was given stays,
 * so that what was laid is known here, and laid once.
 * @returns undefined where they are not done
 */
export function namedForRound(
  doc: Y.Doc,
  round: string,
  newId: () => NoteId,
): readonly (Pick<QuietDraft, 'id' | 'text'> & { readonly cell: Cell })[] | undefined {
  const quiet = readQuiet(doc);
  if (!quiet.doneWith.includes(round)) return undefined;
  const along = readyToLay(quiet).filter((draft) => draft.round === round);
  return doc.transact(() =>
    along.map(({ id, laidAs, text, cell }) => {
      const name = laidAs ?? newId();
      if (!laidAs) draftOf(doc, id)?.set('laidAs', name);
      return { id: name, text: text.trim(), cell };
    }),
  );
}

/** Takes drafts away: they were laid, or thrown away. */
export function removeDrafts(doc: Y.Doc, ids: readonly NoteId[]): void {
  doc.transact(() => {
    for (const id of ids) {
      draftsIn(doc).delete(id);
      if (handedOverAs(doc, id)) setHandedOver(doc, id, undefined);
    }
  });
}

/** Marks a note as important to oneself, for later; or not after all. */
export function markQuietly(doc: Y.Doc, noteId: NoteId, isMarked: boolean): void {
  doc.transact(() => (isMarked ? marksIn(doc).set(noteId, true) : marksIn(doc).delete(noteId)));
}

/** Marks that have been given are no longer waiting. */
export function forgetMarks(doc: Y.Doc): void {
  doc.transact(() => {
    for (const noteId of [...marksIn(doc).keys()]) marksIn(doc).delete(noteId);
  });
}

/** Reads the document. What does not fit is left out: another program of the same person may have written it. */
export function readQuiet(doc: Y.Doc): Quiet {
  const drafts = [...draftsIn(doc).entries()].flatMap(([id, entry]): QuietDraft[] => {
    if (!(entry instanceof Y.Map)) return [];
    const text = entry.get('text');
    const begunAt = entry.get('begunAt');
    if (!(text instanceof Y.Text) || typeof begunAt !== 'number' || !Number.isFinite(begunAt)) return [];
    const cell = readCell(entry.get('cell'));
    const [round, laidAs] = [readId(entry.get('round')), readId(entry.get('laidAs'))];
    const handed = handedOverAs(doc, id as NoteId);
    return [
      {
        id: id as NoteId,
        text: cutToLength(cleanText(text.toString()), maxNoteLength),
        begunAt,
        ...(cell ? { cell } : {}),
        ...(round ? { round } : {}),
        ...(laidAs ? { laidAs: laidAs as NoteId } : {}),
        ...(handed ? { handed } : {}),
      },
    ];
  });
  return {
    drafts: drafts.sort((a, b) => a.begunAt - b.begunAt || (a.id < b.id ? -1 : 1)).slice(0, maxDrafts),
    asked: readAsked(doc),
    askedOf: readAskedOf(doc),
    toReadOut: readToReadOut(doc),
    doneWith: [...doneIn(doc).entries()].flatMap(([id, isDone]) => (isDone === true ? [id] : [])),
    marks: [...marksIn(doc).entries()].flatMap(([id, mark]) => (mark === true ? [id as NoteId] : [])),
  };
}

/** Drafts that can be laid as they are: with words, with a place, and with their writer alone. */
export function readyToLay({ drafts }: Quiet): readonly (QuietDraft & { readonly cell: Cell })[] {
  return drafts.filter(
    (draft): draft is QuietDraft & { readonly cell: Cell } => !isBlank(draft.text) && !!draft.cell && !draft.handed,
  );
}

/**
 * Drafts that can be laid in their writer's own name, many at once. What was written for a round without names is not among them,
 * also when the round has ended: whoever lays that themselves does so of each.
 */
export function readyInOwnName(quiet: Quiet): ReturnType<typeof readyToLay> {
  return readyToLay(quiet).filter(({ round }) => round === undefined);
}

function draftOf(doc: Y.Doc, id: NoteId): Y.Map<unknown> | undefined {
  const draft = draftsIn(doc).get(id);
  return draft instanceof Y.Map ? draft : undefined;
}

function readId(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' && value.length <= 200 ? value : undefined;
}

function readCell(value: unknown): Cell | undefined {
  if (typeof value !== 'object' || value === null || value instanceof Y.AbstractType) return undefined;
  const { column, theme } = value as Record<string, unknown>;
  const known = columnIds.find((id) => id === column);
  return known && typeof theme === 'string' ? { column: known, theme } : undefined;
}
