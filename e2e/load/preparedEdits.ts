import { addNote, editNoteText, moveNote, type NoteId, noteTextOf, openBoardDocument } from '@duken/shared/board';
import { cellsOf, templates } from '@duken/shared/template';
import * as Y from 'yjs';

/** One author's edits in order, made beforehand: the load test replays them and holds no document while it measures. */
export interface PreparedEdits {
  /** The author's Yjs client. */
  readonly clientId: number;
  readonly updates: readonly Uint8Array[];
  /** The author's clock before each edit. */
  readonly starts: readonly number[];
  /** The author's clock after each edit: whoever has come so far has it. */
  readonly ends: readonly number[];
}

/** Stands where a note's author does, in letters as many as the server's own ids have: only it says who its writer is. */
export const authorToBe = 'forfatter-av-endringen';

/** An edit in the name of whoever is to send it. */
export function inNameOf(participantId: string | undefined, update: Uint8Array): Uint8Array {
  if (participantId === undefined) return update;
  if (participantId.length !== authorToBe.length) throw new Error(`An id of ${participantId.length} letters`);
  const named = Buffer.from(update);
  for (let at = named.indexOf(authorToBe); at >= 0; at = named.indexOf(authorToBe, at)) named.write(participantId, at);
  return named;
}

const cells = cellsOf(templates.lorenskog);
const words = 'Eirin vil ha en fast dag på verkstedet, og noen å ringe når det butter imot. ';
/** Of each note: it is laid, these are written one by one, and it is moved. */
const lettersPerNote = 40;

/**
 * What one person does on a board: lays a note, writes on it letter by letter, moves it, lays the next.
 * @param person tells the people of a board apart
 */
export function prepareEdits(person: number, count: number): PreparedEdits {
  const board = openBoard(clientOf(person));
  const { doc } = board;
  const edits = record(doc);
  let note = '' as NoteId;
  for (let step = 0; edits.updates.length < count; step++) {
    const number = Math.floor(step / (lettersPerNote + 2));
    const part = step % (lettersPerNote + 2);
    if (part === 0) {
      note = `note-${person}-${number}` as NoteId;
      layNote(board, note, number, '');
    } else if (part <= lettersPerNote) {
      const at = noteTextOf(board, note)?.length ?? 0;
      editNoteText(board, note, { at, removed: 0, inserted: words[part % words.length] ?? ' ' });
    } else {
      moveNote(board, { noteId: note, to: cellNumber(number + 1) });
    }
  }
  return edits;
}

/** A board that is already there, as the one edit of somebody who has left. */
export function prepareBoard(notes: number): PreparedEdits {
  const board = openBoard(clientOf(999));
  // As one transaction: it comes to the server in one message, as from somebody who was offline.
  const edits = record(board.doc);
  board.doc.transact(() => {
    for (let number = 0; number < notes; number++) layNote(board, `old-${number}` as NoteId, number, words);
  });
  return edits;
}

/** As many edits by each of several people, spread over the notes of a board that was there before. */
export function prepareLaterEdits(existing: PreparedEdits, people: number, count: number): readonly PreparedEdits[] {
  return Array.from({ length: people }, (_, person) => {
    const board = openBoard(clientOf(person));
    for (const update of existing.updates) Y.applyUpdate(board.doc, update);
    const notes = [...board.notes.keys()] as NoteId[];
    const edits = record(board.doc);
    for (let step = 0; edits.updates.length < count; step++) {
      const note = notes[(person + step * people) % notes.length] as NoteId;
      const at = (person * 7 + step) % (noteTextOf(board, note)?.length ?? 1);
      editNoteText(board, note, { at, removed: 0, inserted: words[step % words.length] ?? ' ' });
    }
    return edits;
  });
}

/** Like the random ids that Yjs gives, in size too. */
function clientOf(person: number): number {
  return 3_000_000_000 + person * 1_237;
}

function openBoard(clientId: number): ReturnType<typeof openBoardDocument> {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  return openBoardDocument(doc, templates.lorenskog);
}

function layNote(board: ReturnType<typeof openBoard>, id: NoteId, number: number, text: string): void {
  // One edit, where the product makes two: the second only deletes, which no clock tells of.
  board.doc.transact(() => {
    addNote(board, {
      id,
      cell: cellNumber(number),
      text,
      voice: 'citizen',
      author: authorToBe as never,
      createdAt: number,
    });
  });
}

function cellNumber(number: number): (typeof cells)[number] {
  return cells[number % cells.length] as (typeof cells)[number];
}

function record(doc: Y.Doc): { clientId: number; updates: Uint8Array[]; starts: number[]; ends: number[] } {
  const edits = { clientId: doc.clientID, updates: [] as Uint8Array[], starts: [] as number[], ends: [] as number[] };
  let clock = Y.getState(doc.store, doc.clientID);
  doc.on('update', (update: Uint8Array) => {
    edits.starts.push(clock);
    clock = Y.getState(doc.store, doc.clientID);
    edits.updates.push(update);
    edits.ends.push(clock);
  });
  return edits;
}
