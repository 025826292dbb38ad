import * as Y from 'yjs';
import { type Result, succeeded } from '../result.ts';
import { isBlank } from '../text/index.ts';
import type { BoardDocument } from './boardDocument.ts';

/**
 * Removes notes in the bin from the document for good, a thing that only the server may do. A note that is just being
 * made lies there without words until its author's next message, and stays.
 *
 * @param noteIds which; all when left out. One that has been taken out of the bin stays
 * @returns how many
 */
export function emptyBin(board: BoardDocument, noteIds?: readonly string[]): Result<number, never> {
  const asked = noteIds && new Set(noteIds);
  const removed = [...board.notes].flatMap(([noteId, note]) =>
    isBinned(note) && !isInTheMaking(note) && (!asked || asked.has(noteId)) ? [noteId] : [],
  );
  board.transact(() => {
    for (const noteId of removed) board.notes.delete(noteId);
  });
  return succeeded(removed.length);
}

function isBinned(note: unknown): note is Y.Map<unknown> {
  return note instanceof Y.Map && note.has('deletedAt');
}

function isInTheMaking(note: Y.Map<unknown>): boolean {
  const text = note.get('text');
  const isEmpty = text instanceof Y.Text && isBlank(text.toString()) && note.get('action') === undefined;
  return isEmpty && note.get('deletedAt') === note.get('createdAt');
}

/** All notes in the bin, those in the making too. */
export function binnedIn(notes: Y.Map<unknown>): readonly string[] {
  return [...notes].flatMap(([noteId, note]) => (isBinned(note) ? [noteId] : []));
}
