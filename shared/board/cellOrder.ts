import { generateKeyBetween } from 'fractional-indexing';
import * as Y from 'yjs';
import { type Cell, templateHas } from '../template/index.ts';
import type { NoteId } from './board.ts';
import type { BoardDocument } from './boardDocument.ts';
import { noteFactsOf } from './noteFacts.ts';
import { compareInCell } from './readBoard.ts';

/** A note's own map in the document, or undefined when it is not there or lies in the bin. */
export function liveNote(board: BoardDocument, noteId: NoteId): Y.Map<unknown> | undefined {
  const note = board.notes.get(noteId);
  return note instanceof Y.Map && note.get('deletedAt') === undefined ? note : undefined;
}

/** The notes of a cell in their order, without one that is about to be placed anew. */
function neighbours(board: BoardDocument, cell: Cell, except: NoteId | undefined): { id: NoteId; order: string }[] {
  const found: { id: NoteId; order: string }[] = [];
  for (const [id, note] of board.notes.entries()) {
    if (id === except || !(note instanceof Y.Map) || note.get('deletedAt') !== undefined) continue;
    if (note.get('column') !== cell.column || note.get('theme') !== cell.theme) continue;
    const order = note.get('order');
    if (typeof order === 'string') found.push({ id: id as NoteId, order });
  }
  return found.sort(compareInCell);
}

/**
 * The fractional index that lays a note in a cell just before another, or last when `before` is undefined or gone.
 * Where two neighbours share an index (made at the same moment by two people), or hold one that no index can follow,
 * the notes from there on get new ones in the same transaction, so that the note always lands where the hand put it. Only
 * a child's notes are left where they lie: the note then lands as near as they let it.
 */
export function orderInCell(board: BoardDocument, cell: Cell, before?: NoteId, except?: NoteId): string {
  const notes = neighbours(board, cell, except);
  const found = before === undefined ? -1 : notes.findIndex(({ id }) => id === before);
  const index = found === -1 ? notes.length : found;
  const after = notes[index - 1]?.order ?? null;
  const order = keyBetween(after, notes[index]?.order ?? null);
  if (order !== undefined) return order;
  if (notes.some(({ id }) => isChildsNote(board, id))) return orderNear(notes, index);
  const first = keyBetween(after, null) ?? rekeyFrom(board, notes.slice(0, index), null);
  rekeyFrom(board, notes.slice(index), first);
  return first;
}

/** The first index there is room for from a place on. */
function orderNear(notes: readonly { order: string }[], index: number): string {
  for (let at = index + 1; at <= notes.length; at++) {
    const order = keyBetween(notes[at - 1]?.order ?? null, notes[at]?.order ?? null);
    if (order !== undefined) return order;
  }
  return notes.at(-1)?.order ?? '';
}

function isChildsNote(board: BoardDocument, noteId: NoteId): boolean {
  return noteFactsOf(board.notes.get(noteId) as Y.Map<unknown>).isChilds;
}

/** Gives notes new indexes after `last`, and returns one that follows them all. */
function rekeyFrom(board: BoardDocument, notes: readonly { id: NoteId }[], last: string | null): string {
  let previous = last;
  for (const { id } of notes) {
    previous = generateKeyBetween(previous, null);
    (board.notes.get(id) as Y.Map<unknown>).set('order', previous);
  }
  return generateKeyBetween(previous, null);
}

function keyBetween(after: string | null, before: string | null): string | undefined {
  try {
    const key = generateKeyBetween(after, before);
    // Indexes that no program of ours made can lead the library astray without its noticing.
    return (after === null || key > after) && (before === null || key < before) ? key : undefined;
  } catch {
    // The library's way of saying that no index lies between these two; the caller has an answer to that.
    return undefined;
  }
}

/** Whether the board's template has this cell. */
export function hasCell(board: BoardDocument, cell: Cell): boolean {
  return templateHas(board.template, cell);
}
