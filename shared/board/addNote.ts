import * as Y from 'yjs';
import { failed, type Result, succeeded } from '../result.ts';
import type { Cell } from '../template/index.ts';
import { cleanText } from '../text/index.ts';
import { type Handwriting, maxNoteLength, maxNotes, type NoteId, type NoteVoice, type ParticipantId } from './board.ts';
import type { BoardDocument } from './boardDocument.ts';
import { hasCell, orderInCell } from './cellOrder.ts';

export interface NewNote {
  readonly id: NoteId;
  readonly cell: Cell;
  /** Lies just before this note; last in the cell when left out. */
  readonly before?: NoteId;
  /** The note that it says differently, and stands beside. */
  readonly beside?: NoteId;
  readonly text: string;
  readonly voice: NoteVoice;
  readonly author: ParticipantId;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  /** What stands on the paper that it was read from. */
  readonly handwriting?: Handwriting;
}

export type AddNoteFailure =
  | { readonly kind: 'cellUnknown'; readonly cell: Cell }
  | { readonly kind: 'noteTooLong'; readonly maxLength: number }
  | { readonly kind: 'boardFull'; readonly maxNotes: number };

/**
 * Lays a new note in a cell. It is made in the bin and taken out of it in a second transaction, so that undoing puts it
 * back in the bin, where nothing that others wrote on it meanwhile is lost.
 */
export function addNote(board: BoardDocument, note: NewNote): Result<void, AddNoteFailure> {
  if (!hasCell(board, note.cell)) return failed({ kind: 'cellUnknown', cell: note.cell });
  const text = cleanText(note.text);
  if (text.length > maxNoteLength) return failed({ kind: 'noteTooLong', maxLength: maxNoteLength });
  if (!hasRoomFor(board, 1)) return failed({ kind: 'boardFull', maxNotes });
  const entry = new Y.Map<unknown>();
  board.transactQuietly(() => {
    entry.set('column', note.cell.column);
    entry.set('theme', note.cell.theme);
    entry.set('order', orderInCell(board, note.cell, note.before));
    entry.set('text', new Y.Text(text));
    entry.set('voice', note.voice);
    entry.set('author', note.author);
    entry.set('createdAt', note.createdAt);
    if (note.beside) entry.set('pair', note.beside);
    if (note.handwriting) entry.set('handwriting', note.handwriting);
    // Here from the start, so that two who give the first votes at once do not each make a place for them.
    entry.set('votes', new Y.Map());
    entry.set('deletedAt', note.createdAt);
    board.notes.set(note.id, entry);
  });
  board.transact(() => entry.delete('deletedAt'));
  return succeeded(undefined);
}

/** Whether so many more notes can lie on the duk, beside those that do, readable or not. What lies in the bin takes no room. */
export function hasRoomFor(board: BoardDocument, more: number): boolean {
  // As long as all there ever were are few enough, there is no need to look which of them lie in the bin.
  if (board.notes.size + more <= maxNotes) return true;
  let laid = 0;
  for (const note of board.notes.values()) if (!(note instanceof Y.Map) || !note.has('deletedAt')) laid += 1;
  return laid + more <= maxNotes;
}
