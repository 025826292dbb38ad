import type { Board, NewNote, NoteId, ParticipantId, Voice } from '@duken/shared/board';
import { isSameOnPaper, laidAlready, type PaperNote, type PaperReading } from '@duken/shared/paper';
import type { Cell } from '@duken/shared/template';
import { isBlank } from '@duken/shared/text';

/** A note that was found on paper, and what has been said of it since. */
export interface FoundNote {
  /** What it is called here, for as long as the page is open; it stays when more photographs are read. */
  readonly number: number;
  readonly sheet: number;
  readonly read: PaperNote;
  readonly cell: Cell;
  /** Undefined until somebody has said whose words it has. */
  readonly voice: Voice | undefined;
  readonly words: string;
  /** Whether it is to be laid; undefined where nobody has said, and it is as sensible. */
  readonly isTaken: boolean | undefined;
}

/** What was found before and what a new photograph shows beside it: nothing twice, and nothing of what was typed is lost. */
export function withReading(
  found: readonly FoundNote[],
  { sheet, notes }: Pick<PaperReading, 'sheet' | 'notes'>,
  voices: readonly Voice[],
): readonly FoundNote[] {
  const placeOf = (of: number, { paper }: PaperNote) => ({ sheet: of, ...paper.middle });
  const isKnown = (note: PaperNote): boolean =>
    found.some((known) => isSameOnPaper(placeOf(known.sheet, known.read), placeOf(sheet, note)));
  const more = notes
    .filter((note) => !isKnown(note))
    .map((read, at): FoundNote => {
      // A voice that one was not given is not one's own to lay words in: then it is asked.
      const voice = read.voice && voices.includes(read.voice) ? read.voice : undefined;
      return { number: found.length + at + 1, sheet, read, cell: read.cell, voice, words: '', isTaken: undefined };
    });
  return [...found, ...more];
}

/** Where a found note lies on the duk already, if it does. */
export function placeOnDuk(board: Pick<Board, 'notes' | 'bin'>, { read }: FoundNote): 'duk' | 'bin' | undefined {
  const laid = read.handwriting && laidAlready(board, read.handwriting);
  if (laid === undefined) return undefined;
  return board.notes.some(({ id }) => id === laid) ? 'duk' : 'bin';
}

/** Whether a note is to be laid: what is written and not there yet, unless somebody has said otherwise. */
export function isToLay(note: FoundNote, place: 'duk' | 'bin' | undefined): boolean {
  return note.isTaken ?? (place === undefined && note.read.handwriting !== undefined);
}

/**
 * A found note as it is laid.
 * @param stand what a note says that nobody has typed
 */
export function noteToLay(
  { read, cell, words }: FoundNote,
  voice: Voice,
  given: { readonly id: NoteId; readonly author: ParticipantId; readonly createdAt: number; readonly stand: string },
): NewNote {
  const { stand, ...rest } = given;
  return {
    ...rest,
    cell,
    voice,
    text: isBlank(words) ? stand : words,
    ...(read.handwriting ? { handwriting: read.handwriting } : {}),
  };
}
