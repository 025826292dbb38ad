import { clustersOf, textWidth } from './measureText.ts';
import type { NoteBox } from './noteBox.ts';
import { sizes } from './sizes.ts';

const { paddingX, paddingTop, lineHeight, textFont } = sizes.note;
/** Spaces that end a line are not drawn, but a caret walks over them. */
const spaceWidth = textWidth(' ', textFont);

/** A caret in a note, from the note's upper left corner, in sheet units. */
export interface CaretPlace {
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

/** Where the caret stands before the UTF-16 unit at `index` of the note's text. */
export function caretPlace(box: NoteBox, index: number): CaretPlace {
  const found = box.lines.findLastIndex(({ start }) => start <= index);
  const row = Math.max(0, found);
  return { x: xInLine(box, row, index), y: paddingTop + row * lineHeight, height: lineHeight };
}

/** The boxes that a selection covers, one a line. */
export function selectionBoxes(
  box: NoteBox,
  from: number,
  to: number,
): readonly { readonly x: number; readonly y: number; readonly width: number; readonly height: number }[] {
  return box.lines.flatMap((line, row) => {
    const start = Math.max(from, line.start);
    const end = Math.min(to, line.end);
    if (start >= end) return [];
    const [left, right] = [xInLine(box, row, start), xInLine(box, row, end)].toSorted((a, b) => a - b);
    if (left === undefined || right === undefined) return [];
    return [{ x: left, y: paddingTop + row * lineHeight, width: right - left, height: lineHeight }];
  });
}

/** The place in the text nearest to a point of the note, as an index in UTF-16 units. */
export function indexAtPoint(box: NoteBox, point: { readonly x: number; readonly y: number }): number {
  const row = Math.min(box.lines.length - 1, Math.max(0, Math.floor((point.y - paddingTop) / lineHeight)));
  const line = box.lines[row];
  if (!line) return 0;
  const reach = line.rightToLeft ? box.width - paddingX - point.x : point.x - paddingX;
  let x = 0;
  let index = line.start;
  for (const cluster of clustersOf(line.text, textFont.weight)) {
    const width = (cluster.advance * textFont.size) / 2048;
    if (x + width / 2 > reach) return index;
    x += width;
    index += cluster.text.length;
  }
  // Where the words go on below, the place behind the last space is the start of the next line.
  const isFollowed = box.lines[row + 1]?.start === line.end;
  const hanging = Math.max(0, line.end - index - (isFollowed ? 1 : 0));
  return index + Math.min(hanging, Math.max(0, Math.round((reach - x) / spaceWidth)));
}

function xInLine(box: NoteBox, row: number, index: number): number {
  const line = box.lines[row];
  if (!line) return paddingX;
  const hanging = Math.max(0, Math.min(index, line.end) - line.start - line.text.length);
  const before = Math.min(
    textWidth(line.text.slice(0, Math.max(0, index - line.start)), textFont) + hanging * spaceWidth,
    box.width - 2 * paddingX,
  );
  return line.rightToLeft ? box.width - paddingX - before : paddingX + before;
}
