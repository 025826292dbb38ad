import type { Note, NoteId } from '@duken/shared/board';

/** The notes that hold these words, in the order given: in what stands on them, or who does it. Case does not count. */
export function findNotes(notes: readonly Note[], words: string): readonly NoteId[] {
  const wanted = plain(words);
  if (wanted === '') return [];
  return notes.flatMap(({ id, text, action }) => {
    const said = [text, action?.owner ?? '', action?.service ?? ''];
    return said.some((part) => plain(part).includes(wanted)) ? [id] : [];
  });
}

/** Spaces and line breaks count as one space: nobody remembers where a note broke. */
function plain(text: string): string {
  return text.normalize('NFC').toLocaleLowerCase('nb').replaceAll(/\s+/gu, ' ').trim();
}
