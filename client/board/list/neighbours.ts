import { type Note, type NoteId, pairsById, runsOf } from '@duken/shared/board';
import { cellKey } from '@duken/shared/template';

/** What goes one place up or down: mostly the note alone, and with it those it stands beside where they go together. */
export interface Step {
  readonly noteIds: readonly NoteId[];
  /** The note they then lie just above; undefined for below all. */
  readonly before: NoteId | undefined;
}

/** A note's place in its cell as it is shown, and what one step up or down is. */
export interface PlaceInCell {
  /** Counted from 1. */
  readonly number: number;
  readonly count: number;
  /** Undefined when there is no way. */
  readonly up: Step | undefined;
  readonly down: Step | undefined;
}

/**
 * A step changes what is seen: past the note that is shown next, or past all that stand beside each other there. The last of those
 * who stand beside each other goes down with them, since alone it would only be shown beside them again.
 *
 * @param notes those of the duk, in the document's order
 * @returns undefined when the note is not among them
 */
export function placeInCell(notes: readonly Note[], noteId: NoteId): PlaceInCell | undefined {
  const note = notes.find(({ id }) => id === noteId);
  if (!note) return undefined;
  const key = cellKey(note.cell);
  const stack = notes.filter(({ cell }) => cellKey(cell) === key);
  const pairs = pairsById(notes);
  const runs = runsOf(stack, ({ id }) => pairs.get(id));
  const at = runs.findIndex((run) => run.includes(note));
  const run = runs[at] ?? [];
  const inRun = run.indexOf(note);
  const above = run[inRun - 1] ?? runs[at - 1]?.[0];
  const next = run[inRun + 1];
  const below = next ?? runs[at + 1]?.[0];
  const goDown = next ? [note] : run;
  const after = (one: Note): NoteId | undefined =>
    stack.slice(stack.indexOf(one) + 1).find((other) => !goDown.includes(other))?.id;
  return {
    number: runs.flat().indexOf(note) + 1,
    count: stack.length,
    up: above && { noteIds: [noteId], before: above.id },
    down: below && { noteIds: goDown.map(({ id }) => id), before: after(below) },
  };
}
