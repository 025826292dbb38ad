import { type SheetLook, sizes } from '@duken/shared/sheet';
import { cssFont } from './paintPieces.ts';
import { type Point, type Rect, toScreen, type View } from './viewport.ts';

/** Somebody else's pointer. */
export interface PersonPointer extends Point {
  readonly key: number;
  readonly name: string;
  readonly colour: string;
}

/** Somebody else's caret in a note, in sheet units; with the boxes of what they have selected. */
export interface PersonCaret extends Point {
  readonly key: number;
  readonly height: number;
  readonly colour: string;
  readonly selection: readonly Rect[];
}

/** Those who write in one note: their names stand above it, where they cover nobody's words. */
export interface NoteWriters extends Rect {
  readonly key: string;
  readonly people: readonly { readonly name: string; readonly colour: string }[];
}

const tagFont = { size: 13, weight: 'semibold' } as const;
const arrow = 'M0 0L0 17L4.6 12.8L7.6 19.4L10.4 18.1L7.5 11.7L13.6 11.3Z';
let arrowPath: Path2D | undefined;

/** How much of the way to where a pointer is told to be it goes in a 60th of a second. */
const glideShare = 0.35;

/** A pointer that rests for so long is parked, and goes out of the way of what lies under it, in ms. */
const restsAfterMs = 4_000;
/** How long it takes to fade, in ms. */
const fadeMs = 600;

interface GlidingPointer {
  x: number;
  y: number;
  /** Where it was last told to be, and since when, in ms of the page's clock. */
  told: Point;
  toldAt: number;
}

/** Others' pointers on their way to where they were last told to be, and fading where they rest. */
export class PointerGlide {
  readonly #places = new Map<number, GlidingPointer>();

  /**
   * Where each pointer is drawn now.
   * @returns in how many ms another frame is needed: 0 for the next, undefined when nothing will change by itself
   */
  step(pointers: readonly PersonPointer[], now: number, isCalm: boolean): number | undefined {
    let dueInMs: number | undefined;
    const isDue = (inMs: number): void => {
      dueInMs = Math.min(dueInMs ?? inMs, inMs);
    };
    const keys = new Set(pointers.map(({ key }) => key));
    for (const key of this.#places.keys()) if (!keys.has(key)) this.#places.delete(key);
    for (const { key, x, y } of pointers) {
      const place = this.#places.get(key);
      if (!place) {
        this.#places.set(key, { x, y, told: { x, y }, toldAt: now });
        isDue(restsAfterMs);
        continue;
      }
      if (place.told.x !== x || place.told.y !== y) Object.assign(place, { told: { x, y }, toldAt: now });
      const left = place.toldAt + restsAfterMs - now;
      if (left > 0) isDue(left);
      else if (left > -fadeMs && !isCalm) isDue(0);
      if (isCalm) Object.assign(place, { x, y });
      place.x += (x - place.x) * glideShare;
      place.y += (y - place.y) * glideShare;
      if (Math.abs(x - place.x) > 0.5 || Math.abs(y - place.y) > 0.5) isDue(0);
      else Object.assign(place, { x, y });
    }
    return dueInMs;
  }

  placeOf(pointer: PersonPointer): Point {
    return this.#places.get(pointer.key) ?? pointer;
  }

  /** How much of a pointer is seen, from 1 to 0. */
  opacityOf({ key }: PersonPointer, now: number, isCalm: boolean): number {
    const place = this.#places.get(key);
    if (!place) return 1;
    const rested = now - place.toldAt - restsAfterMs;
    if (isCalm) return rested >= 0 ? 0 : 1;
    return Math.min(1, Math.max(0, 1 - rested / fadeMs));
  }
}

/** Paints a pointer with its name, at one size whatever the zoom. */
export function paintPointer(context: CanvasRenderingContext2D, pointer: PersonPointer, at: Point, view: View): void {
  const { x, y } = toScreen(view, at);
  arrowPath ??= new Path2D(arrow);
  context.save();
  context.translate(x, y);
  context.fillStyle = pointer.colour;
  context.strokeStyle = '#fff';
  context.lineWidth = 1.5;
  context.fill(arrowPath);
  context.stroke(arrowPath);
  context.restore();
  paintTag(context, pointer.name, pointer.colour, x + 12, y + 18);
}

/** Paints a caret and what is selected, in the note where somebody writes. */
export function paintCaret(context: CanvasRenderingContext2D, caret: PersonCaret, view: View): void {
  context.fillStyle = caret.colour;
  context.globalAlpha = 0.18;
  for (const box of caret.selection) {
    const corner = toScreen(view, box);
    context.fillRect(corner.x, corner.y, box.width * view.scale, box.height * view.scale);
  }
  context.globalAlpha = 1;
  const top = toScreen(view, caret);
  context.fillRect(Math.round(top.x) - 1, top.y, 2, caret.height * view.scale);
  context.beginPath();
  context.arc(Math.round(top.x), top.y, 3, 0, 2 * Math.PI);
  context.fill();
}

/** Rings a note that others write in, with their names above it, side by side. */
export function paintWriters(
  context: CanvasRenderingContext2D,
  writers: NoteWriters,
  view: View,
  look: SheetLook,
): void {
  const [first] = writers.people;
  if (!first) return;
  paintRing(context, writers, view, first.colour, look, true);
  const corner = toScreen(view, writers);
  let x = corner.x + 8;
  for (const { name, colour } of writers.people) x += paintTag(context, name, colour, x, corner.y - 20, true) + 4;
}

function paintTag(
  context: CanvasRenderingContext2D,
  name: string,
  colour: string,
  x: number,
  y: number,
  isSmall = false,
): number {
  const text = name.length > 24 ? `${name.slice(0, 23)}…` : name;
  context.font = cssFont(isSmall ? smallTagFont : tagFont);
  context.textAlign = 'start';
  context.direction = 'ltr';
  const width = Math.ceil(context.measureText(text).width);
  const height = isSmall ? 18 : 22;
  const padding = isSmall ? 6 : 8;
  context.fillStyle = colour;
  context.beginPath();
  context.roundRect(x, y, width + 2 * padding, height, isSmall ? [6, 6, 0, 0] : 6);
  context.fill();
  context.fillStyle = '#fff';
  context.textBaseline = 'middle';
  context.fillText(text, x + padding, y + height / 2 + 0.5);
  context.textBaseline = 'alphabetic';
  return width + 2 * padding;
}

const smallTagFont = { size: 11, weight: 'semibold' } as const;

/** A ring round a note or a cell: where the keyboard is, or where somebody writes. */
export function paintRing(
  context: CanvasRenderingContext2D,
  rect: Rect,
  view: View,
  colour: string,
  look: SheetLook,
  isNote: boolean,
): void {
  const corner = toScreen(view, rect);
  const width = rect.width * view.scale;
  const height = rect.height * view.scale;
  const radius = isNote ? sizes.note.radius * view.scale : 6;
  context.lineWidth = 5;
  context.strokeStyle = look.sheet;
  context.beginPath();
  context.roundRect(corner.x - 2, corner.y - 2, width + 4, height + 4, radius);
  context.stroke();
  context.lineWidth = 2.5;
  context.strokeStyle = colour;
  context.stroke();
}
