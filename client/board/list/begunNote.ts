import { cutToLength, maxNoteLength, type NoteId } from '@duken/shared/board';
import { beginDraft, placeDraft, type QuietDraft, readQuiet, removeDrafts, writeDraft } from '@duken/shared/quiet';
import { type Cell, type ColumnId, cellKey, type Template, type ThemeId } from '@duken/shared/template';
import { cleanText, isBlank } from '@duken/shared/text';
import { composerCell } from './composerCell.ts';

/**
 * What somebody is about to lay on the duk. Where is theirs to say: nothing is chosen beforehand, nor kept for the next, but
 * where the meeting asks one question: then that is where its answer goes, until they say otherwise.
 */
export interface BegunNote {
  readonly text: string;
  readonly column: ColumnId | undefined;
  readonly theme: ThemeId | '' | undefined;
  /** The note's own, from its first letter until it is laid; undefined where it could not be kept. */
  readonly id?: NoteId | undefined;
}

export const nothingBegun: BegunNote = { text: '', column: undefined, theme: undefined };

/**
 * Keeps it among one's own drafts as it is now; one without words is kept no longer.
 *
 * @param draft what it is called when this is its first letter, and when that is, in ms since the epoch
 * @returns it with the id that it is kept under
 */
export function keepBegun(
  doc: Parameters<typeof beginDraft>[0],
  template: Template,
  note: BegunNote,
  draft: { readonly id: NoteId; readonly now: number },
): BegunNote {
  const { id } = note;
  if (isBlank(note.text)) {
    if (id !== undefined) removeDrafts(doc, [id]);
    return { ...note, id: undefined };
  }
  const text = cutToLength(note.text, maxNoteLength);
  const cell = note.column && composerCell(template, note.column, note.theme);
  if (id !== undefined && writeDraft(doc, id, text).ok) {
    const before = readQuiet(doc).drafts.find((one) => one.id === id)?.cell;
    if (keyOf(before) !== keyOf(cell)) placeDraft(doc, id, cell);
    return note;
  }
  const begun = { id: id ?? draft.id, text, begunAt: draft.now, ...(cell ? { cell } : {}) };
  return { ...note, id: beginDraft(doc, begun).ok ? begun.id : undefined };
}

/** The same note again, from among one's own drafts. */
export function begunFrom({ id, text, cell }: QuietDraft): BegunNote {
  return { id, text, column: cell?.column, theme: cell?.theme };
}

/** As much of the words as is kept. */
export function wordsKept({ text }: BegunNote): string {
  return cleanText(cutToLength(text, maxNoteLength));
}

/** Whether the browser must ask before it throws the words away. What waits to be kept, the session asks about itself. */
export function isOnlyHere({ id, text }: BegunNote): boolean {
  return !isBlank(text) && (id === undefined || text.length > maxNoteLength);
}

function keyOf(cell: Cell | undefined): string {
  return cell ? cellKey(cell) : '';
}
