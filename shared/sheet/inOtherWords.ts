import type { Note } from '../board/index.ts';
import { breakLines, type TextLine } from './breakLines.ts';
import type { PlacedNote, SheetLayout } from './layOut.ts';
import type { NoteBox } from './noteBox.ts';
import { sizes } from './sizes.ts';

interface Remembered {
  readonly words: string;
  readonly note: Note;
  readonly box: NoteBox;
}

/** By the box of the note's own words: what did not change is the same value, and is not drawn anew. */
const remembered = new WeakMap<NoteBox, Remembered>();

/**
 * The same sheet with other words on some notes, as a reader of another language is shown it. Nothing moves: what does not fit
 * in the lines that the note's own words take is cut, with a sign that there is more, so that pointing and ink agree for all.
 *
 * @param wordsFor what a note says instead; undefined where it says its own
 */
export function inOtherWords(layout: SheetLayout, wordsFor: (note: Note) => string | undefined): SheetLayout {
  let isOther = false;
  const notes = layout.notes.map((placed): PlacedNote => {
    const words = wordsFor(placed.note);
    if (words === undefined) return placed;
    isOther = true;
    const { note, box } = saying(placed, words);
    return { ...placed, note, box };
  });
  return isOther ? { ...layout, notes } : layout;
}

function saying({ note, box }: PlacedNote, words: string): Remembered {
  const known = remembered.get(box);
  if (known?.words === words) return known;
  const { paddingX, textFont } = sizes.note;
  const room = box.width - 2 * paddingX;
  const lines = breakLines(words, room, textFont);
  const fitting = lines.length > box.lines.length ? cut(lines, box.lines.length, room) : lines;
  const said = { words, note: { ...note, text: words }, box: { ...box, lines: fitting } };
  remembered.set(box, said);
  return said;
}

/** The first of the lines, the last with room made for the sign. */
function cut(lines: readonly TextLine[], count: number, room: number): readonly TextLine[] {
  const last = lines[count - 1];
  if (!last) return [];
  const letters = [...last.text];
  while (letters.length > 0 && breakLines(`${letters.join('')}…`, room, sizes.note.textFont).length > 1) letters.pop();
  return [...lines.slice(0, count - 1), { ...last, text: `${letters.join('').trimEnd()}…` }];
}
