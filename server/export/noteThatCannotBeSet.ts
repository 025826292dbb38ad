import type { NoteId } from '@duken/shared/board';
import { columnHeading, type Letter, themeName } from '@duken/shared/letter';
import type { PlanVersion } from '@duken/shared/plan';

/** A note that kept a file from being made, told so that whoever leads finds it on the duk. */
export interface NoteNotSet {
  readonly noteId: NoteId;
  /** The start of what stands on it, and where it lies. */
  readonly said: string;
}

/** Enough to know a note by. */
const longestQuotation = 60;

/**
 * Which note a letter could not be set for: the first that cannot be set on a sheet of its own either. None, where the fault
 * is not in one note's words.
 *
 * @param set makes the file of a letter, and throws where it cannot
 */
export function noteThatCannotBeSet(
  { sheet, template }: Pick<PlanVersion, 'sheet' | 'template'>,
  letter: Letter,
  set: (letter: Letter) => unknown,
): NoteNotSet | undefined {
  const bare: Letter = { ...letter, title: letter.unknownLetters, contact: [], sections: [], remarks: [] };
  // Where nothing at all can be set, no note is to blame.
  if (!canBeSet(bare, set)) return undefined;
  const note = sheet.notes.find(({ text }) => !canBeSet({ ...bare, remarks: [text] }, set));
  if (!note) return undefined;
  const { cell, text } = note;
  const { language } = letter;
  const named = [columnHeading(template, cell.column, language), themeName(template, cell.theme, language)];
  const letters = [...text.replace(/\s+/g, ' ').trim()];
  const start =
    letters.length > longestQuotation ? `${letters.slice(0, longestQuotation).join('')} …` : letters.join('');
  return { noteId: note.id, said: `«${start}» (${named.filter((name) => name).join(', ')})` };
}

function canBeSet(letter: Letter, set: (letter: Letter) => unknown): boolean {
  try {
    set(letter);
    return true;
  } catch {
    return false;
  }
}
