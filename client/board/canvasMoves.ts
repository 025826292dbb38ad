import type { Board, Note, NoteId } from '@duken/shared/board';
import { layOut, type PlacedNote, type SheetInput, type SheetLayout } from '@duken/shared/sheet';
import { cellKey } from '@duken/shared/template';
import {
  type DropTarget,
  keepInSight,
  type Rect,
  toScreen,
  type View,
  type Viewport,
  zoomAround,
} from '../canvas/index.ts';
import type { Direction } from './canvasFocus.ts';
import { placeInCell } from './list/neighbours.ts';

/** How far the keyboard pans, in CSS pixels. */
const panStep = 80;

export function pan(viewport: Viewport, sheet: SheetLayout, direction: Direction): void {
  const view = viewport.view();
  const x = view.x + (direction === 'left' ? panStep : direction === 'right' ? -panStep : 0);
  const y = view.y + (direction === 'up' ? panStep : direction === 'down' ? -panStep : 0);
  viewport.set(keepInSight({ ...view, x, y }, sheet, viewport.stage()));
}

/** Zooms around the middle of the screen. */
export function zoom(viewport: Viewport, factor: number): void {
  const { width, height } = viewport.stage();
  viewport.glideTo(zoomAround(viewport.view(), { x: width / 2, y: height / 2 }, factor));
}

/** The board as it would be if the note in the hand lay where the hand is: the others make room for it. */
export function withMoved(board: Board, noteId: NoteId, { cell, before }: DropTarget): Board {
  const moved = board.notes.find(({ id }) => id === noteId);
  if (!moved) return board;
  const rest = board.notes.filter(({ id }) => id !== noteId);
  const place = before ? rest.findIndex(({ id }) => id === before) : -1;
  return { ...board, notes: rest.toSpliced(place === -1 ? rest.length : place, 0, { ...moved, cell }) };
}

/** The same for several notes in several hands, in the order they were taken up. */
function withAllMoved(board: Board, drags: ReadonlyMap<NoteId, DropTarget>): Board {
  return [...drags].reduce((now, [noteId, target]) => withMoved(now, noteId, target), board);
}

/** The sheet as it would be then. No column becomes wider or narrower under the hands. */
export function layOutMoved(input: SheetInput, drags: ReadonlyMap<NoteId, DropTarget>): SheetLayout {
  return layOut({ ...input, board: withAllMoved(input.board, drags), wideAs: input.board });
}

/** The same place, said by a note that is not in the hand itself. */
export function beforeOthers(layout: SheetLayout, inHand: readonly NoteId[], target: DropTarget): DropTarget {
  if (target.before === undefined || !inHand.includes(target.before)) return target;
  const key = cellKey(target.cell);
  const stack = layout.notes.filter(({ note }) => cellKey(note.cell) === key);
  const from = stack.findIndex(({ note }) => note.id === target.before);
  return { cell: target.cell, before: stack.slice(from).find(({ note }) => !inHand.includes(note.id))?.note.id };
}

/** Where Alt and an arrow take a note, and those that go with it: past what is next, or to the end of the next cell that way. */
export interface KeyboardMove extends DropTarget {
  readonly noteIds: readonly NoteId[];
}

/** @param notes those of the duk, in the document's order */
export function keyboardMove(
  layout: SheetLayout,
  notes: readonly Note[],
  noteId: NoteId,
  direction: Direction,
): KeyboardMove | undefined {
  const placed = layout.notes.find(({ note }) => note.id === noteId);
  if (!placed) return undefined;
  const key = cellKey(placed.note.cell);
  if (direction === 'up' || direction === 'down') {
    const step = placeInCell(notes, noteId)?.[direction];
    if (step) return { ...step, cell: placed.note.cell };
  }
  const here = layout.cells.find(({ cell }) => cellKey(cell) === key);
  if (!here) return undefined;
  const vertical = direction === 'up' || direction === 'down';
  const candidates = layout.cells.filter((cell) =>
    vertical
      ? cell.x === here.x && (direction === 'down' ? cell.y > here.y : cell.y < here.y)
      : cell.y === here.y && (direction === 'right' ? cell.x > here.x : cell.x < here.x),
  );
  const nearest = candidates.toSorted((a, b) =>
    vertical ? Math.abs(a.y - here.y) - Math.abs(b.y - here.y) : Math.abs(a.x - here.x) - Math.abs(b.x - here.x),
  )[0];
  if (!nearest) return undefined;
  const target = cellKey(nearest.cell);
  // Upwards the note comes last, where it came from; downwards first.
  const first = layout.notes.find(({ note }) => cellKey(note.cell) === target);
  return { noteIds: [noteId], cell: nearest.cell, before: direction === 'down' ? first?.note.id : undefined };
}

/** The note that lies next after another in its cell. */
export function noteAfter(layout: SheetLayout, noteId: NoteId): NoteId | undefined {
  const placed = layout.notes.find(({ note }) => note.id === noteId);
  if (!placed) return undefined;
  const key = cellKey(placed.note.cell);
  const stack = layout.notes.filter(({ note }) => cellKey(note.cell) === key);
  return stack[stack.indexOf(placed) + 1]?.note.id;
}

/** The area round several places; undefined for none. */
export function areaAround(places: readonly Rect[]): Rect | undefined {
  if (places.length === 0) return undefined;
  const x = Math.min(...places.map((place) => place.x));
  const y = Math.min(...places.map((place) => place.y));
  const right = Math.max(...places.map((place) => place.x + place.width));
  const bottom = Math.max(...places.map((place) => place.y + place.height));
  return { x, y, width: right - x, height: bottom - y };
}

/** An area of the sheet as it lies on the screen now, in CSS pixels. */
export function onScreen(view: View, area: Rect): Rect {
  return { ...toScreen(view, area), width: area.width * view.scale, height: area.height * view.scale };
}

export function areaOf({ x, y, width, height }: Rect | PlacedNote): Rect {
  return { x, y, width, height };
}
