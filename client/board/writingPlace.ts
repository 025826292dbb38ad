import { caretPlace, type PlacedNote, sizes } from '@duken/shared/sheet';
import { type Insets, toScreen, type View } from '../canvas/index.ts';

/** The smallest text anybody should have to write in, in CSS pixels. */
const writingSize = 14;

/** Where the open note's paper lies on screen, in CSS pixels, and how large a sheet unit is on it. */
export interface WritingPlace {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/**
 * Where one writes: on the note itself; where the sheet is too far away to read, on a larger paper over it, moved as little
 * as it takes to have the caret's line on screen. The sheet stays where it is, since others may be looking at it.
 *
 * @param caretIndex UTF-16 units of the note's text
 */
export function writingPlace(
  { x, y, box }: Pick<PlacedNote, 'x' | 'y' | 'box'>,
  caretIndex: number,
  view: View,
  stage: { readonly width: number; readonly height: number },
  insets: Insets,
): WritingPlace {
  const corner = toScreen(view, { x, y });
  const scale = Math.max(view.scale, writingSize / sizes.note.textFont.size);
  if (scale === view.scale) return { ...corner, scale };
  const caret = caretPlace(box, caretIndex);
  const room = { width: stage.width - insets.left - insets.right, height: stage.height - insets.top - insets.bottom };
  const inside = (at: number, length: number, start: number, space: number): number =>
    Math.max(start, Math.min(at, start + space - length));
  const fits = box.height * scale <= room.height;
  const line = fits ? { y: 0, height: box.height } : { y: caret.y - caret.height, height: 3 * caret.height };
  return {
    scale,
    x: inside(corner.x, box.width * scale, insets.left, room.width),
    y: inside(corner.y + line.y * scale, line.height * scale, insets.top, room.height) - line.y * scale,
  };
}
