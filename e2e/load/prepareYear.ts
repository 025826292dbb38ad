import {
  addNote,
  deleteNote,
  editNoteText,
  moveNote,
  type NoteId,
  noteTextOf,
  openBoardDocument,
} from '@duken/shared/board';
import { cellsOf, templates } from '@duken/shared/template';
import * as Y from 'yjs';
import { authorToBe } from './preparedEdits.ts';

export interface YearSizes {
  readonly meetings: number;
  /** Of all meetings together. */
  readonly edits: number;
  /** How many write at each meeting; every one of them is a Yjs client that was not there before, as after a reload. */
  readonly peoplePerMeeting: number;
  /** On the board at once: beyond that, the oldest is thrown away for each new one. */
  readonly notes: number;
}

const cells = cellsOf(templates.lorenskog);
const sentence = 'Eirin vil ha en fast dag på verkstedet, og noen å ringe når det butter imot. ';
/** Of each note: it is laid, these are written one by one, it is moved, and now and then another is thrown away. */
const lettersPerNote = 40;
/** After so many letters one is taken back: people mistype. */
const lettersPerSlip = 12;

/** All that was done on one duk in a year: meeting by meeting, edit by edit, in the order it came. */
export function prepareYear(sizes: YearSizes): readonly (readonly Uint8Array[])[] {
  const doc = new Y.Doc();
  const board = openBoardDocument(doc, templates.lorenskog);
  const meetings: Uint8Array[][] = [];
  doc.on('update', (update: Uint8Array) => meetings.at(-1)?.push(update));
  let edits = 0;
  const lying: NoteId[] = [];
  const perMeeting = sizes.edits / sizes.meetings;
  for (let meeting = 0; meeting < sizes.meetings; meeting++) {
    const writing = Array.from({ length: sizes.peoplePerMeeting }, (_, person) => ({
      clientId: 1_000_000_000 + (meeting * sizes.peoplePerMeeting + person) * 7_919,
      note: '' as NoteId,
      step: person * 9,
    }));
    const updates: Uint8Array[] = [];
    meetings.push(updates);
    while (updates.length < perMeeting) {
      for (const writer of writing) {
        // One document in turn for all of them: what each writes is encoded under their own client id.
        doc.clientID = writer.clientId;
        const part = writer.step++ % (lettersPerNote + 2);
        const number = edits++;
        if (writer.note === '' || part === 0) {
          writer.note = `note-${number}` as NoteId;
          lay(writer.note, number);
          lying.push(writer.note);
          const oldest = lying.length > sizes.notes ? lying.shift() : undefined;
          if (oldest) deleteNote(board, oldest, number);
        } else if (part <= lettersPerNote) {
          const at = noteTextOf(board, writer.note)?.length ?? 0;
          const isSlip = at > 0 && part % lettersPerSlip === 0;
          const inserted = sentence[at % sentence.length] ?? ' ';
          editNoteText(
            board,
            writer.note,
            isSlip ? { at: at - 1, removed: 1, inserted: '' } : { at, removed: 0, inserted },
          );
        } else {
          moveNote(board, { noteId: writer.note, to: cells[number % cells.length] as (typeof cells)[number] });
        }
      }
    }
  }
  doc.destroy();
  return meetings;

  function lay(id: NoteId, number: number): void {
    const cell = cells[number % cells.length] as (typeof cells)[number];
    addNote(board, { id, cell, text: '', voice: 'citizen', author: authorToBe as never, createdAt: number });
  }
}
