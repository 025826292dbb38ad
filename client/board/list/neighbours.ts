import type { Note, NoteId } from '@duken/shared/board';
import { cellKey } from '@duken/shared/template';

/** A note's place in its cell, and where one step up or down would lay it. */
export interface PlaceInCell {
  /** Counted from 1. */
  readonly number: number;
  readonly count: number;
  /** The note it would lie just above, 'last' for below all; undefined when there is no way. */
  readonly up: NoteId | 'last' | undefined;
  readonly down: NoteId | 'last' | undefined;
}

/** @returns undefined when the note is not among them */
export function placeInCell(notes: readonly Note[], noteId: NoteId): PlaceInCell | undefined {
  const note = notes.find(({ id }) => id === noteId);
  if (!note) return undefined;
  const key = cellKey(note.cell);
  const stack = notes.filter(({ cell }) => cellKey(cell) === key);
  const index = stack.indexOf(note);
  return {
    number: index + 1,
    count: stack.length,
    up: stack[index - 1]?.id,
    down: index < stack.length - 1 ? (stack[index + 2]?.id ?? 'last') : undefined,
  };
}
