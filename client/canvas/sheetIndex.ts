import type { NoteId } from '@duken/shared/board';
import type { PlacedCell, PlacedNote, SheetLayout } from '@duken/shared/sheet';
import { type Cell, cellKey } from '@duken/shared/template';
import type { Point, Rect } from './viewport.ts';

/** Side of a bucket in sheet units: about the height of two notes, so that a hit looks at a handful. */
const bucketSize = 256;

/** Finds what lies where, from the layout alone: no drawing is needed to know what a finger touches. */
export class SheetIndex {
  readonly #buckets = new Map<string, PlacedNote[]>();
  readonly #layout: SheetLayout;

  constructor(layout: SheetLayout) {
    this.#layout = layout;
    for (const note of layout.notes)
      for (const key of bucketsOf(note)) {
        const bucket = this.#buckets.get(key);
        if (bucket) bucket.push(note);
        else this.#buckets.set(key, [note]);
      }
  }

  noteAt(point: Point): PlacedNote | undefined {
    return this.#buckets.get(bucketKey(point.x, point.y))?.findLast((note) => contains(note, point));
  }

  cellAt(point: Point): PlacedCell | undefined {
    return this.#layout.cells.find((cell) => contains(cell, point));
  }

  /** The cell a hand means: the one under the point, or the nearest one beside it. */
  nearestCell(point: Point): PlacedCell | undefined {
    let nearest: PlacedCell | undefined;
    let shortest = Number.POSITIVE_INFINITY;
    for (const cell of this.#layout.cells) {
      const distance =
        Math.max(cell.x - point.x, 0, point.x - cell.x - cell.width) ** 2 +
        Math.max(cell.y - point.y, 0, point.y - cell.y - cell.height) ** 2;
      if (distance < shortest) {
        shortest = distance;
        nearest = cell;
      }
    }
    return nearest;
  }

  /** Every note that touches an area, in reading order. */
  notesIn(area: Rect): readonly PlacedNote[] {
    const found = new Set<PlacedNote>();
    for (const key of bucketsOf(area))
      for (const note of this.#buckets.get(key) ?? []) if (touches(note, area)) found.add(note);
    return [...found];
  }

  /** Where a dragged note would land: its cell, and the note it would lie before. */
  dropTarget(dragged: NoteId, middle: Point): { readonly cell: Cell; readonly before: NoteId | undefined } | undefined {
    const cell = this.nearestCell(middle);
    if (!cell) return undefined;
    const key = cellKey(cell.cell);
    const below = this.#layout.notes.find(
      ({ note, x, y, width, height }) =>
        note.id !== dragged &&
        cellKey(note.cell) === key &&
        y + height / 2 > middle.y &&
        middle.x >= x - 20 &&
        middle.x <= x + width + 20,
    );
    return { cell: cell.cell, before: below?.note.id };
  }
}

export function contains(rect: Rect, point: Point): boolean {
  return point.x >= rect.x && point.x < rect.x + rect.width && point.y >= rect.y && point.y < rect.y + rect.height;
}

export function touches(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && a.x + a.width > b.x && a.y < b.y + b.height && a.y + a.height > b.y;
}

function bucketKey(x: number, y: number): string {
  return `${Math.floor(x / bucketSize)},${Math.floor(y / bucketSize)}`;
}

function* bucketsOf({ x, y, width, height }: Rect): Iterable<string> {
  for (let column = Math.floor(x / bucketSize); column <= Math.floor((x + width) / bucketSize); column += 1)
    for (let row = Math.floor(y / bucketSize); row <= Math.floor((y + height) / bucketSize); row += 1)
      yield `${column},${row}`;
}
