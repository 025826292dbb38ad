import * as Y from 'yjs';
import { cutToLength, editBetween, maxNoteLength, type NoteId } from '../board/index.ts';
import { failed, type Result, succeeded } from '../result.ts';
import { type Cell, columnIds } from '../template/index.ts';
import { cleanText, isBlank } from '../text/index.ts';

/**
 * What one person writes for themself, in a document that nobody else is ever sent (design.md, "What is a CRDT"): notes that
 * are not laid yet, and marks that wait.
 */
export interface Quiet {
  /** In the order they were begun. */
  readonly drafts: readonly QuietDraft[];
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
}

/** Most drafts that are read: far more than anybody lays. */
const maxDrafts = 500;

export type QuietFailure =
  | { readonly kind: 'draftGone' }
  | { readonly kind: 'noteTooLong'; readonly maxLength: number }
  | { readonly kind: 'tooManyDrafts'; readonly max: number };

const draftsIn = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('drafts');
const marksIn = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('marks');

/** Begins a note that only its writer sees. */
export function beginDraft(doc: Y.Doc, { id, text, cell, begunAt }: QuietDraft): Result<void, QuietFailure> {
  if (draftsIn(doc).size >= maxDrafts) return failed({ kind: 'tooManyDrafts', max: maxDrafts });
  const words = cleanText(text);
  if (words.length > maxNoteLength) return failed({ kind: 'noteTooLong', maxLength: maxNoteLength });
  const draft = new Y.Map<unknown>();
  doc.transact(() => {
    draft.set('text', new Y.Text(words));
    draft.set('begunAt', begunAt);
    if (cell) draft.set('cell', { ...cell });
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

/** Takes drafts away: they were laid, or thrown away. */
export function removeDrafts(doc: Y.Doc, ids: readonly NoteId[]): void {
  doc.transact(() => {
    for (const id of ids) draftsIn(doc).delete(id);
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
    return [
      {
        id: id as NoteId,
        text: cutToLength(cleanText(text.toString()), maxNoteLength),
        begunAt,
        ...(cell ? { cell } : {}),
      },
    ];
  });
  return {
    drafts: drafts.sort((a, b) => a.begunAt - b.begunAt || (a.id < b.id ? -1 : 1)).slice(0, maxDrafts),
    marks: [...marksIn(doc).entries()].flatMap(([id, mark]) => (mark === true ? [id as NoteId] : [])),
  };
}

/** Drafts that can be laid as they are: with words, and with a place. */
export function readyToLay({ drafts }: Quiet): readonly (QuietDraft & { readonly cell: Cell })[] {
  return drafts.filter((draft): draft is QuietDraft & { readonly cell: Cell } => !isBlank(draft.text) && !!draft.cell);
}

function draftOf(doc: Y.Doc, id: NoteId): Y.Map<unknown> | undefined {
  const draft = draftsIn(doc).get(id);
  return draft instanceof Y.Map ? draft : undefined;
}

function readCell(value: unknown): Cell | undefined {
  if (typeof value !== 'object' || value === null || value instanceof Y.AbstractType) return undefined;
  const { column, theme } = value as Record<string, unknown>;
  const known = columnIds.find((id) => id === column);
  return known && typeof theme === 'string' ? { column: known, theme } : undefined;
}
