import type { NoteId } from '@duken/shared/board';
import {
  breakLines,
  drawNote,
  drawPaper,
  drawSheet,
  type Piece,
  type PlacedNote,
  type SheetLayout,
  type SheetLook,
  sizes,
  strokeOutline,
} from '@duken/shared/sheet';
import type { NoteMotion } from './noteMotion.ts';
import { paintPieces, smallestReadable, smallestWords } from './paintPieces.ts';
import { type SheetIndex, touches } from './sheetIndex.ts';
import type { Rect, View } from './viewport.ts';

/** Below this zoom a note has no room for even one word that can be read. */
const wordsVanishBelow = 0.16;

/** How large the sign of what is not saved is, in CSS pixels. */
const unsavedSign = 13;

export interface BoardPicture {
  readonly layout: SheetLayout;
  readonly index: SheetIndex;
  readonly look: SheetLook;
  /** Whose words the open editor shows instead. */
  readonly editing: NoteId | undefined;
  /** Notes that are on this device alone. */
  readonly unsaved?: ReadonlySet<NoteId> | undefined;
  /** The notes that are in somebody's hand: only their slots are drawn here. */
  readonly lifted: { readonly has: (noteId: NoteId) => boolean };
}

const drawnSheets = new WeakMap<SheetLayout, { readonly look: SheetLook; readonly pieces: readonly Piece[] }>();

function sheetPieces(layout: SheetLayout, look: SheetLook): readonly Piece[] {
  const known = drawnSheets.get(layout);
  if (known?.look === look) return known.pieces;
  const pieces = drawSheet(layout, look);
  drawnSheets.set(layout, { look, pieces });
  return pieces;
}

/** Paints the sheet and the notes in view: one pass, nothing else in the scene. */
export function paintBoard(
  context: CanvasRenderingContext2D,
  picture: BoardPicture,
  view: View,
  stage: { readonly width: number; readonly height: number },
  motion: NoteMotion,
  now: number,
): void {
  const { layout, index, look } = picture;
  context.save();
  context.translate(view.x, view.y);
  context.scale(view.scale, view.scale);
  // The sheet lies on the linen, and a little above it.
  paintPieces(context, [
    {
      kind: 'box',
      x: 0,
      y: 3,
      width: layout.width,
      height: layout.height + 3,
      radii: [14, 14, 14, 14],
      fill: 'rgb(60 45 20 / 12%)',
    },
  ]);
  paintPieces(context, sheetPieces(layout, look));
  const seen = seenArea(view, stage);
  // Ink belongs to the words under it: over the few that stand for them when they are too small, it would strike them out.
  const isInkAbove = sizes.note.textFont.size * view.scale >= smallestWords;
  if (!isInkAbove) paintInk(context, picture, seen);
  for (const placed of index.notesIn(seen)) {
    const place = motion.placeOf(placed, now);
    context.translate(place.x, place.y);
    if (picture.lifted.has(placed.note.id)) paintSlot(context, placed, look);
    else paintNote(context, placed, look, view.scale, placed.note.id === picture.editing);
    if (picture.unsaved?.has(placed.note.id)) paintUnsaved(context, placed, look, view.scale);
    context.translate(-place.x, -place.y);
  }
  if (isInkAbove) paintInk(context, picture, seen);
  context.restore();
}

function paintInk(context: CanvasRenderingContext2D, { layout, look }: BoardPicture, seen: Rect): void {
  for (const { stroke, x, y } of layout.strokes) {
    const place = layout.cells.find((cell) => cell.x === x && cell.y === y);
    if (place && !touches({ x: x - 600, y: y - 600, width: place.width + 1200, height: place.height + 1200 }, seen))
      continue;
    paintPieces(context, [
      { kind: 'path', x, y, scale: 1, d: strokeOutline(stroke, stroke), fill: look.strokes[stroke.colour] },
    ]);
  }
}

/** The area of the sheet on screen, with a margin for notes on their way. */
function seenArea(view: View, stage: { readonly width: number; readonly height: number }): Rect {
  const margin = 40;
  return {
    x: -view.x / view.scale - margin,
    y: -view.y / view.scale - margin,
    width: stage.width / view.scale + 2 * margin,
    height: stage.height / view.scale + 2 * margin,
  };
}

/** Paints one note from its own corner: all of it, its first words, or only its paper, by how small it has become. */
export function paintNote(
  context: CanvasRenderingContext2D,
  placed: PlacedNote,
  look: SheetLook,
  scale: number,
  isEditing = false,
): void {
  if (isEditing) {
    const { paddingTop } = sizes.note;
    // The editor draws the words; who says it and what is agreed stay.
    paintPieces(
      context,
      drawNote(placed, look).filter(
        (piece) => piece.kind !== 'text' || piece.y > placed.box.footerY || piece.y < paddingTop,
      ),
    );
  } else if (sizes.note.textFont.size * scale >= smallestWords) {
    paintPieces(context, drawNote(placed, look));
  } else {
    paintPieces(context, [drawPaper(placed.note, placed.box, look)]);
    if (scale >= wordsVanishBelow) paintFirstWords(context, placed, look, scale);
  }
}

/** The first three words, at the smallest size that can be read, where they fit on the paper. */
function paintFirstWords(
  context: CanvasRenderingContext2D,
  { note, box }: PlacedNote,
  look: SheetLook,
  scale: number,
): void {
  const size = smallestReadable / scale;
  const lineHeight = Math.round(size * 1.25);
  const padding = Math.round(6 / scale);
  const words = note.text.trim().split(/\s+/u);
  const start = words.length > 3 ? `${words.slice(0, 3).join(' ')} …` : words.join(' ');
  const lines = breakLines(start, box.width - 2 * padding, { size, weight: 'regular' }).slice(
    0,
    Math.max(1, Math.floor((box.height - padding) / lineHeight)),
  );
  paintPieces(
    context,
    lines.map(
      (line, row): Piece => ({
        kind: 'text',
        x: line.rightToLeft ? box.width - padding : padding,
        y: padding + row * lineHeight + Math.round(size * 0.9),
        text: line.text,
        font: { size, weight: 'regular' },
        fill: look.ink,
        anchor: 'start',
        ...(line.rightToLeft ? { rightToLeft: true } : {}),
      }),
    ),
  );
}

/** A ring at the corner, the sign of *Uten nett* above: the words for it are in the note's tools and in the list. */
function paintUnsaved(context: CanvasRenderingContext2D, { box }: PlacedNote, look: SheetLook, scale: number): void {
  const size = unsavedSign / Math.min(1, scale);
  const radius = size / 2;
  paintPieces(context, [
    {
      kind: 'box',
      x: box.width - size * 0.7,
      y: -size * 0.3,
      width: size,
      height: size,
      radii: [radius, radius, radius, radius],
      fill: look.sheet,
      stroke: look.ink,
      strokeWidth: size / 8,
    },
  ]);
}

/** The place a lifted note would land: an empty, dashed sheet. */
function paintSlot(context: CanvasRenderingContext2D, { box }: PlacedNote, look: SheetLook): void {
  paintPieces(context, [
    {
      kind: 'box',
      x: 1,
      y: 1,
      width: box.width - 2,
      height: box.height - 2,
      radii: [3, 3, sizes.note.radius, 3],
      fill: 'rgb(255 255 255 / 45%)',
      stroke: look.accent,
      strokeWidth: 1.5,
      dash: [6, 5],
    },
  ]);
}
