import type { PlacedNote } from './layOut.ts';
import { heartSign, type SheetLook, voiceSigns } from './look.ts';
import { heartsOn, type NoteBox, stripParts } from './noteBox.ts';
import { baseline, type Piece, textPieces } from './piece.ts';
import { sizes } from './sizes.ts';

const drawnNotes = new WeakMap<NoteBox, { readonly look: SheetLook; readonly pieces: readonly Piece[] }>();

/** A note, from its own upper left corner: paper first, then the words. */
export function drawNote({ note, box }: Pick<PlacedNote, 'note' | 'box'>, look: SheetLook): readonly Piece[] {
  const known = drawnNotes.get(box);
  if (known?.look === look) return known.pieces;
  const pieces = [drawPaper(note, box, look), ...drawWords(note, box, look)];
  drawnNotes.set(box, { look, pieces });
  return pieces;
}

/** The note's paper alone: what is left of a note that is too small to read. */
export function drawPaper(note: PlacedNote['note'], box: NoteBox, look: SheetLook): Piece {
  const { radius } = sizes.note;
  return {
    kind: 'box',
    x: 0,
    y: 0,
    width: box.width,
    height: box.height,
    radii: [3, 3, radius, 3],
    fill: look.papers[note.voice],
    shadow: true,
    // A frame holds the two together, also in grey.
    ...(box.isPaired ? { stroke: look.noteInk, strokeWidth: 1.6 } : {}),
  };
}

function drawWords(note: PlacedNote['note'], box: NoteBox, look: SheetLook): Piece[] {
  const { paddingX, paddingTop, lineHeight, textFont, footerFont, footerHeight, sign } = sizes.note;
  return [
    ...textPieces(box.lines, paddingX, paddingTop, box.width - 2 * paddingX, lineHeight, textFont, look.noteInk),
    ...(note.handwriting && box.writing
      ? [
          {
            kind: 'path' as const,
            x: paddingX,
            y: box.writing.y,
            scale: box.writing.scale,
            d: note.handwriting.path,
            fill: look.noteInk,
          },
        ]
      : []),
    {
      kind: 'path',
      x: paddingX,
      y: box.footerY + (footerHeight - sign) / 2,
      scale: sign / 10,
      d: voiceSigns[note.voice],
      fill: look.noteMuted,
    },
    ...textPieces(
      box.footer,
      paddingX + sign + 6,
      box.footerY,
      box.width,
      footerHeight,
      footerFont,
      look.noteMuted,
      true,
    ),
    ...drawHearts(note, box, look),
    ...(box.strip ? drawStrip(box, box.strip, look) : []),
  ];
}

/** At the end of the line that says whose words it is. */
function drawHearts(note: PlacedNote['note'], box: NoteBox, look: SheetLook): Piece[] {
  const { paddingX, footerHeight, sign } = sizes.note;
  const size = sign + 3;
  const y = box.footerY + (footerHeight - size) / 2;
  const heart = (fromRight: number) => ({
    kind: 'path' as const,
    x: box.width - paddingX - fromRight * (sign + 6) + 3,
    y,
    scale: size / 10,
    d: heartSign,
  });
  return [
    ...(note.hearts ? [{ ...heart(heartsOn(note)), fill: look.heart }] : []),
    ...(note.votes ? [{ ...heart(1), stroke: look.heart, strokeWidth: 1.1 }] : []),
  ];
}

function drawStrip(box: NoteBox, strip: NonNullable<NoteBox['strip']>, look: SheetLook): Piece[] {
  const { paddingX, stripLine, avatar, footerFont, pillFont, radius } = sizes.note;
  const parts = stripParts(strip, box.width);
  const top = parts.who.y;
  const status = look.status[strip.status];
  return [
    {
      kind: 'box',
      x: 0,
      y: strip.y,
      width: box.width,
      height: strip.height,
      radii: [0, 0, radius, 3],
      fill: look.strip,
    },
    {
      kind: 'box',
      x: paddingX,
      y: top + (stripLine - avatar) / 2,
      width: avatar,
      height: avatar,
      radii: [avatar / 2, avatar / 2, avatar / 2, avatar / 2],
      fill: look.accent,
    },
    {
      kind: 'text',
      x: paddingX + avatar / 2,
      y: top + baseline(stripLine, 11),
      text: strip.initials || '?',
      font: { size: 11, weight: 'semibold' },
      fill: look.onAccent,
      anchor: 'middle',
    },
    ...textPieces(strip.who, paddingX + avatar + 8, top, box.width, stripLine, footerFont, look.noteInk, true),
    {
      kind: 'text',
      x: strip.isTall ? parts.due.x : parts.due.x + parts.due.width,
      y: parts.due.y + baseline(stripLine, footerFont.size),
      text: strip.due,
      font: footerFont,
      fill: look.noteInk,
      anchor: strip.isTall ? 'start' : 'end',
    },
    {
      kind: 'box',
      ...parts.status,
      radii: [11, 11, 11, 11],
      fill: status.fill,
      stroke: look.accent,
      strokeWidth: strip.status === 'agreed' ? 1.2 : 0,
    },
    {
      kind: 'text',
      x: parts.status.x + strip.pillWidth / 2,
      y: parts.due.y + baseline(stripLine, pillFont.size),
      text: strip.statusText,
      font: pillFont,
      fill: status.text,
      anchor: 'middle',
    },
  ];
}
