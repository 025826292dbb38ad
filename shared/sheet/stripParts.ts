import { textWidth } from './measureText.ts';
import type { NoteBox, NoteStrip } from './noteBox.ts';
import { sizes } from './sizes.ts';

/** What can be pointed at on the strip of a tiltak. */
export type StripPart = 'who' | 'due' | 'status';

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the parts of a strip stand, from the note's upper left corner. Together they cover it, so that no press falls between. */
export function stripParts(box: NoteBox, strip: NoteStrip): Readonly<Record<StripPart, Area>> {
  const { paddingX, stripPadding, stripLine, avatar, footerFont } = sizes.note;
  const lastLine = strip.y + stripPadding + (strip.isTall ? strip.who.length : 0) * stripLine;
  const end = strip.y + strip.height;
  const statusX = box.width - paddingX - strip.pillWidth - 4;
  const dueX = strip.isTall ? paddingX + avatar : statusX - 8 - textWidth(strip.due, footerFont);
  const top = strip.isTall ? lastLine : strip.y;
  return {
    who: {
      x: 0,
      y: strip.y,
      width: strip.isTall ? box.width : dueX,
      height: (strip.isTall ? lastLine : end) - strip.y,
    },
    due: { x: strip.isTall ? 0 : dueX, y: top, width: statusX - (strip.isTall ? 0 : dueX), height: end - top },
    status: { x: statusX, y: top, width: box.width - statusX, height: end - top },
  };
}

/** Which part of its strip a point of a note lies on. @param point from the note's upper left corner */
export function stripPartAt(box: NoteBox, point: { readonly x: number; readonly y: number }): StripPart | undefined {
  if (!box.strip) return undefined;
  const parts = stripParts(box, box.strip);
  return (Object.keys(parts) as StripPart[]).find((part) => {
    const { x, y, width, height } = parts[part];
    return point.x >= x && point.x < x + width && point.y >= y && point.y < y + height;
  });
}
