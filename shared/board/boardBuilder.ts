import * as Y from 'yjs';
import { type Cell, type ShippedTemplateId, templates } from '../template/index.ts';
import { type AddNoteFailure, addNote, type NewNote } from './addNote.ts';
import type { Board, Note, NoteId, ParticipantId } from './board.ts';
import { type BoardDocument, openBoardDocument } from './boardDocument.ts';
import { readBoard } from './readBoard.ts';
import { createBoardUpdate } from './replayBoard.ts';

/** Small builders for this folder's tests: each states only what matters to the case. */
export const eirin = 'eirin-0001' as ParticipantId;
export const gro = 'gro-000001' as ParticipantId;

export const nowWork: Cell = { column: 'now', theme: 'work' };
export const nowHousing: Cell = { column: 'now', theme: 'housing' };
/** A cell that Lørenskog's sheet does not have: what we do now always has a theme. */
export const noSuchCell: Cell = { column: 'now', theme: '' };

export function noteId(id: string): NoteId {
  return id as NoteId;
}

/** A new duk as one person has it open, with some notes in *Det vi skal gjøre nå*, *Jobb*, in that order. */
export function boardOf(...notes: readonly string[]): BoardDocument {
  const board = openBoard([createBoardUpdate({ title: 'Planen til Eirin', templateId: 'lorenskog', for: 'Eirin' })]);
  for (const id of notes) lay(board, id);
  return board;
}

export function openBoard(updates: readonly Uint8Array[], template: ShippedTemplateId = 'lorenskog'): BoardDocument {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return openBoardDocument(doc, templates[template]);
}

/** Lays a note; what it holds is up to the case. Throws when the duk refuses, since a case counts on the note. */
export function lay(board: BoardDocument, id: string, change: Partial<NewNote> = {}): NoteId {
  const note = {
    id: noteId(id),
    cell: nowWork,
    text: `Lapp ${id}`,
    voice: 'citizen',
    author: eirin,
    createdAt: 1,
  } as const;
  const laid = addNote(board, { ...note, ...change });
  if (!laid.ok) throw new Error(`The duk refused: ${(laid.failure satisfies AddNoteFailure).kind}`);
  return note.id;
}

/** What people see on the duk. */
export function seen(board: BoardDocument): Board {
  return readBoard(board);
}

export function seenNote(board: BoardDocument, id: string): Note | undefined {
  return seen(board).notes.find((note) => note.id === id);
}

/** The ids of a cell's notes, in the order they lie there. */
export function inCell(board: BoardDocument, cell: Cell): readonly string[] {
  return seen(board)
    .notes.filter((note) => note.cell.column === cell.column && note.cell.theme === cell.theme)
    .map(({ id }) => id);
}

/** All that the document holds, for showing that nothing at all was changed. */
export function everything(board: BoardDocument): Uint8Array {
  return Y.encodeStateAsUpdate(board.doc);
}

/** Another person's window on the same duk, as it is now. */
export function sameBoard(board: BoardDocument): BoardDocument {
  return openBoard([everything(board)]);
}

/** Lets everybody have what the others did. */
export function exchange(...boards: readonly BoardDocument[]): void {
  const updates = boards.map(everything);
  for (const board of boards) for (const update of updates) Y.applyUpdate(board.doc, update);
}
