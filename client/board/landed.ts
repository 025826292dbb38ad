import type { Board, NoteId } from '@duken/shared/board';
import type { PlacedNote, SheetLayout } from '@duken/shared/sheet';
import { isBlank } from '@duken/shared/text';
import { type Insets, type Rect, toSheet, touches, type View } from '../canvas/index.ts';

/**
 * Which notes others have laid between two readings of a board. What comes out of the bin, or is one's own, is no news.
 *
 * @param own one's own seats
 */
export function notesLaid(before: Board, after: Board, own: readonly string[]): readonly NoteId[] {
  const known = new Set([...before.notes, ...before.bin].map(({ id }) => id));
  return after.notes.filter(({ id, author }) => !known.has(id) && !own.includes(author)).map(({ id }) => id);
}

/** The part of the sheet that is on screen and not under the bars. */
export function seenArea(view: View, stage: { readonly width: number; readonly height: number }, insets: Insets): Rect {
  const corner = toSheet(view, { x: insets.left, y: insets.top });
  const end = toSheet(view, { x: stage.width - insets.right, y: stage.height - insets.bottom });
  return { ...corner, width: Math.max(0, end.x - corner.x), height: Math.max(0, end.y - corner.y) };
}

/** Those of some notes that carry words, by whether any of them is in sight. */
export function bySight(
  layout: SheetLayout,
  noteIds: readonly NoteId[],
  seen: Rect,
): { readonly inSight: readonly PlacedNote[]; readonly outside: readonly PlacedNote[] } {
  const placed = layout.notes.filter(({ note }) => noteIds.includes(note.id) && !isBlank(note.text));
  return {
    inSight: placed.filter((note) => touches(note, seen)),
    outside: placed.filter((note) => !touches(note, seen)),
  };
}

export type Edge = 'above' | 'below' | 'left' | 'right';

/** Over which edge of what is seen an area lies; the farthest counts. */
export function edgeTowards(area: Rect, seen: Rect): Edge {
  const beyond: readonly (readonly [Edge, number])[] = [
    ['above', seen.y - area.y - area.height],
    ['below', area.y - seen.y - seen.height],
    ['left', seen.x - area.x - area.width],
    ['right', area.x - seen.x - seen.width],
  ];
  return beyond.reduce((farthest, next) => (next[1] > farthest[1] ? next : farthest))[0];
}
