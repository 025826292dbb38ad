import type { Board, NoteId } from '@duken/shared/board';
import type { PlacedNote, SheetLayout } from '@duken/shared/sheet';
import { cellKey } from '@duken/shared/template';
import {
  type DropTarget,
  keepInSight,
  type Point,
  type Rect,
  type View,
  type Viewport,
  zoomAround,
} from '../canvas/index.ts';
import type { Direction } from './canvasFocus.ts';

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

/** Where Alt and an arrow take a note: past one neighbour, or to the end of the next cell that way. */
export function keyboardMove(layout: SheetLayout, noteId: NoteId, direction: Direction): DropTarget | undefined {
  const placed = layout.notes.find(({ note }) => note.id === noteId);
  if (!placed) return undefined;
  const key = cellKey(placed.note.cell);
  const stack = layout.notes.filter(({ note }) => cellKey(note.cell) === key);
  const index = stack.indexOf(placed);
  if (direction === 'up' && index > 0) return { cell: placed.note.cell, before: stack[index - 1]?.note.id };
  if (direction === 'down' && index < stack.length - 1)
    return { cell: placed.note.cell, before: stack[index + 2]?.note.id };
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
  return { cell: nearest.cell, before: direction === 'down' ? first?.note.id : undefined };
}

/** The cell nearest the middle of the screen: where a new note goes when nothing else says where. */
export function cellInSight(layout: SheetLayout, viewport: Viewport): DropTarget['cell'] | undefined {
  const view = viewport.view();
  const { width, height } = viewport.stage();
  const middle = { x: (width / 2 - view.x) / view.scale, y: (height / 2 - view.y) / view.scale };
  const gapTo = (cell: Rect): number =>
    Math.max(cell.x - middle.x, 0, middle.x - cell.x - cell.width) +
    Math.max(cell.y - middle.y, 0, middle.y - cell.y - cell.height);
  return layout.cells.toSorted((a, b) => gapTo(a) - gapTo(b))[0]?.cell;
}

export function middleOnScreen(view: View, area: Rect): Point {
  return { x: view.x + (area.x + area.width / 2) * view.scale, y: view.y + (area.y + area.height / 2) * view.scale };
}

export function areaOf({ x, y, width, height }: Rect | PlacedNote): Rect {
  return { x, y, width, height };
}
