import type { NoteId } from '@duken/shared/board';
import { type SheetLayout, sizes } from '@duken/shared/sheet';
import { type Cell, cellKey } from '@duken/shared/template';

/** Where the keyboard is on the sheet: on a note, or in a cell where a new one can be laid. */
export type CanvasFocus =
  | { readonly kind: 'note'; readonly noteId: NoteId }
  | { readonly kind: 'cell'; readonly cell: Cell };

export type Direction = 'left' | 'right' | 'up' | 'down';

interface Stop {
  readonly focus: CanvasFocus;
  readonly cell: Cell;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The place that holds the keyboard, or undefined when its note has gone or its row is folded away. */
export function focusedPlace(layout: SheetLayout, focus: CanvasFocus): Stop | undefined {
  if (focus.kind === 'note') {
    const placed = layout.notes.find(({ note }) => note.id === focus.noteId);
    return placed && { ...placed, focus, cell: placed.note.cell };
  }
  const key = cellKey(focus.cell);
  const placed = layout.cells.find(({ cell }) => cellKey(cell) === key);
  return placed && { ...placed, focus };
}

/**
 * Where an arrow leads. Up and down go from note to note through the cells of a column; an empty cell is a stop of its own.
 * Left and right go to the neighbouring column, at the same height.
 */
export function stepFocus(layout: SheetLayout, from: CanvasFocus, direction: Direction): CanvasFocus | undefined {
  const here = focusedPlace(layout, from);
  if (!here) return firstFocus(layout);
  const stops = stopsOf(layout);
  const middle = { x: here.x + here.width / 2, y: here.y + Math.min(here.height / 2, 60) };
  if (direction === 'up' || direction === 'down') {
    // The middle of a wide cell may lie between two notes.
    const gap = sizes.cell.noteGap;
    const column = stops.filter(({ x, width }) => middle.x >= x - gap && middle.x <= x + width + gap);
    const index = column.findIndex(({ focus }) => isSame(focus, from));
    // From a cell that has notes, where one stands when one's own was taken away: to the first of them, or what lies above.
    if (index === -1) {
      const below = column.findIndex(({ y }) => y >= here.y);
      if (direction === 'down') return column[below]?.focus;
      return (below === -1 ? column.at(-1) : column[below - 1])?.focus;
    }
    return column[index + (direction === 'down' ? 1 : -1)]?.focus;
  }
  const sideways = stops.filter((stop) =>
    direction === 'right' ? stop.x >= here.x + here.width : stop.x + stop.width <= here.x,
  );
  const nearestX = Math.min(...sideways.map((stop) => Math.abs(stop.x - here.x)));
  const column = sideways.filter((stop) => Math.abs(Math.abs(stop.x - here.x) - nearestX) < 40);
  return column.toSorted((a, b) => distance(a, middle.y) - distance(b, middle.y))[0]?.focus;
}

/** Where the keyboard starts: at the first note or cell, but for the tray above the themes while nothing lies in it. */
export function firstFocus(layout: SheetLayout): CanvasFocus | undefined {
  const stops = stopsOf(layout);
  return (stops.find(({ focus, cell }) => focus.kind === 'note' || cell.theme !== '') ?? stops[0])?.focus;
}

function isSame(a: CanvasFocus, b: CanvasFocus): boolean {
  if (a.kind === 'note') return b.kind === 'note' && a.noteId === b.noteId;
  return b.kind === 'cell' && cellKey(a.cell) === cellKey(b.cell);
}

/** Notes, and cells without notes, from top to bottom. */
function stopsOf(layout: SheetLayout): readonly Stop[] {
  const taken = new Set(layout.notes.map(({ note }) => cellKey(note.cell)));
  const notes = layout.notes.map(
    (placed): Stop => ({
      ...placed,
      focus: { kind: 'note', noteId: placed.note.id },
      cell: placed.note.cell,
    }),
  );
  const empty = layout.cells
    .filter(({ cell }) => !taken.has(cellKey(cell)))
    .map((placed): Stop => ({ ...placed, focus: { kind: 'cell', cell: placed.cell } }));
  return [...notes, ...empty].sort((a, b) => a.y - b.y || a.x - b.x);
}

function distance(stop: Stop, y: number): number {
  return Math.max(stop.y - y, 0, y - stop.y - stop.height);
}
