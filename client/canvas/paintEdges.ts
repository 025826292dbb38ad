import {
  breakLines,
  type Font,
  type PlacedColumn,
  type PlacedRow,
  type SheetLayout,
  type SheetLook,
  sizes,
  textWidth,
} from '@duken/shared/sheet';
import { cssFont, paintPieces, smallestReadable } from './paintPieces.ts';
import type { View } from './viewport.ts';

/** Height of the headings that stay at the edge, in CSS pixels. */
const barHeight = 34;
/** A heading that does not fit its column in the first is tried in the next, and then left to its colour. */
const headingFonts = [
  { size: 15, weight: 'semibold' },
  { size: 12, weight: 'semibold' },
] as const;
/** The same where the sheet's own headings are too small to read, all in one of these. */
const smallHeadingFonts = [
  { size: 14, weight: 'semibold' },
  { size: 12.5, weight: 'semibold' },
  { size: smallestReadable, weight: 'semibold' },
] as const;
const smallHeadingLines = [2, 3] as const;
/** Beside and above their words, in CSS pixels. */
const smallPadding = 5;
const themeFont = { size: 13, weight: 'semibold' } as const;

/**
 * Keeps the headings in sight: the columns' at the top once the sheet's own have gone out above, and in their place when they
 * have become too small to read; the themes' at the left once their column has gone out at the side. Nobody should write
 * without seeing where.
 */
export function paintEdges(
  context: CanvasRenderingContext2D,
  layout: SheetLayout,
  look: SheetLook,
  view: View,
  stage: { readonly width: number; readonly height: number },
): void {
  context.fontKerning = 'none';
  context.direction = 'ltr';
  context.textBaseline = 'middle';
  const small = smallHeadingsOf(layout, view.scale);
  for (const column of layout.columns) {
    if (hasScrolledOut(column, view)) paintHeadingAtTop(context, column, look, view);
    else if (small) paintSmallHeading(context, column, small, look, view);
  }
  const labels = layout.situation;
  const left = view.x + labels.x * view.scale;
  const top = headingsHeight(layout, view);
  if (left + labels.width * view.scale < 0 || left > stage.width) {
    for (const row of layout.rows) paintTheme(context, row, layout, look, view, stage, top);
  } else if (sizes.labels.font.size * view.scale < smallestReadable) {
    for (const [row, name] of smallNamesOf(layout, view.scale)) paintSmallName(context, row, name, look, view);
  }
  context.textBaseline = 'alphabetic';
}

/** How much of the stage's top the headings take now, in CSS pixels: what lies on the sheet must not cover them. */
export function headingsHeight(layout: SheetLayout, view: View): number {
  return layout.columns.some((column) => hasScrolledOut(column, view)) ? barHeight : 0;
}

function hasScrolledOut(column: PlacedColumn, view: View): boolean {
  const headingEnd = view.y + (column.y + column.headingHeight) * view.scale;
  const end = view.y + (column.y + column.height) * view.scale;
  return headingEnd < barHeight && end > 2 * barHeight;
}

function paintHeadingAtTop(context: CanvasRenderingContext2D, column: PlacedColumn, look: SheetLook, view: View): void {
  const x = view.x + column.x * view.scale;
  const width = column.width * view.scale;
  context.fillStyle = look.columns[column.column.id];
  context.fillRect(x, 0, width, barHeight);
  context.fillStyle = look.hem;
  context.fillRect(x, barHeight - 1, width, 1);
  const text = headingOf(column);
  const font = headingFonts.find((candidate) => textWidth(text, candidate) + 16 <= width);
  if (!font) return;
  context.font = cssFont(font);
  context.textAlign = 'start';
  context.fillStyle = look.ink;
  context.fillText(text, x + Math.min(14 * view.scale, 14), barHeight / 2);
}

/** What the headings become where the sheet's own are smaller than anybody reads. */
interface SmallHeadings {
  readonly font: Font;
  readonly lines: ReadonlyMap<PlacedColumn, readonly string[]>;
  /** Lines of the longest. */
  readonly height: number;
}

const brokenHeadings = new WeakMap<
  SheetLayout,
  { readonly scale: number; readonly small: SmallHeadings | undefined }
>();

/** Broken anew when the zoom changes, not in each frame of a hand that moves the sheet. @returns undefined when there are none */
function smallHeadingsOf(layout: SheetLayout, scale: number): SmallHeadings | undefined {
  if (sizes.heading.font.size * scale >= smallestReadable) return undefined;
  const known = brokenHeadings.get(layout);
  if (known?.scale === scale) return known.small;
  const small = breakHeadings(layout.columns, scale);
  brokenHeadings.set(layout, { scale, small });
  return small;
}

/** In as few lines as all of them fit in, and those as large as they fit. @returns undefined when they do not */
function breakHeadings(columns: readonly PlacedColumn[], scale: number): SmallHeadings | undefined {
  const tries = smallHeadingLines.flatMap((most) => smallHeadingFonts.map((font) => ({ most, font })));
  for (const { most, font } of tries) {
    const lines = new Map(columns.map((column) => [column, linesOf(column, scale, font)]));
    const height = Math.max(...[...lines.values()].map((each) => each?.length ?? Number.POSITIVE_INFINITY));
    if (height <= most) return { font, lines: lines as Map<PlacedColumn, string[]>, height };
  }
  return undefined;
}

/** @returns undefined when a word of it is wider than its column */
function linesOf(column: PlacedColumn, scale: number, font: Font): string[] | undefined {
  const heading = headingOf(column);
  const room = column.width * scale - 2 * smallPadding;
  if (heading.split(' ').some((word) => textWidth(word, font) > room)) return undefined;
  return breakLines(heading, room, font).map(({ text }) => text);
}

/** Over the sheet's own, and higher where they need it: what stands above cannot be read there either. */
function paintSmallHeading(
  context: CanvasRenderingContext2D,
  column: PlacedColumn,
  { font, lines, height }: SmallHeadings,
  look: SheetLook,
  view: View,
): void {
  const own = column.headingHeight * view.scale;
  const lineHeight = font.size * 1.2;
  const needed = Math.max(own, height * lineHeight + smallPadding);
  const x = view.x + column.x * view.scale;
  const top = view.y + column.y * view.scale + own - needed;
  context.fillStyle = look.columns[column.column.id];
  context.beginPath();
  context.roundRect(x, top, column.width * view.scale, needed, [smallPadding, smallPadding, 0, 0]);
  context.fill();
  context.font = cssFont(font);
  context.textAlign = 'start';
  context.fillStyle = look.ink;
  const text = lines.get(column) ?? [];
  const first = top + needed / 2 - ((text.length - 1) * lineHeight) / 2;
  for (const [index, line] of text.entries()) context.fillText(line, x + smallPadding, first + index * lineHeight);
}

function headingOf(column: PlacedColumn): string {
  return column.heading.map((line) => line.text).join(' ');
}

/** A theme's name where the sheet's own is too small to read; without any where not even this has room. */
interface SmallName {
  readonly font: Font;
  readonly lines: readonly string[];
  /** Side of its icon in CSS pixels; 0 for none. */
  readonly iconSize: number;
}

const smallNameFonts = [
  { size: 13, weight: 'semibold' },
  { size: smallestReadable, weight: 'semibold' },
  { size: 9, weight: 'semibold' },
] as const;
const smallIcon = { largest: 18, smallest: 10 } as const;

const brokenNames = new WeakMap<
  SheetLayout,
  { readonly scale: number; readonly names: ReadonlyMap<PlacedRow, SmallName> }
>();

function smallNamesOf(layout: SheetLayout, scale: number): ReadonlyMap<PlacedRow, SmallName> {
  const known = brokenNames.get(layout);
  if (known?.scale === scale) return known.names;
  const names = new Map(layout.rows.map((row) => [row, breakName(row, scale)]));
  brokenNames.set(layout, { scale, names });
  return names;
}

function breakName(row: PlacedRow, scale: number): SmallName {
  const room = { width: row.width * scale - 4, height: row.height * scale - 2 };
  // «Skolen/utdanning» is two words to somebody who needs two lines.
  const words = row.name.flatMap(({ text }) => text.replaceAll('/', '/ ').split(' ')).filter((word) => word !== '');
  for (const font of smallNameFonts) {
    if (words.some((word) => textWidth(word, font) > room.width)) continue;
    const lines = breakLines(words.join(' '), room.width, font).map(({ text }) => text.replaceAll('/ ', '/'));
    const left = room.height - lines.length * font.size * 1.15;
    if (left < 0) continue;
    const hasIcon = row.icon !== undefined && left >= smallIcon.smallest + 2;
    return { font, lines, iconSize: hasIcon ? Math.min(smallIcon.largest, left - 2) : 0 };
  }
  return {
    font: smallNameFonts[0],
    lines: [],
    iconSize: row.icon ? Math.min(smallIcon.largest, room.width, room.height) : 0,
  };
}

/** Over the sheet's own. */
function paintSmallName(
  context: CanvasRenderingContext2D,
  row: PlacedRow,
  { font, lines, iconSize }: SmallName,
  look: SheetLook,
  view: View,
): void {
  const width = row.width * view.scale;
  const height = row.height * view.scale;
  const x = view.x + row.x * view.scale;
  const y = view.y + row.y * view.scale;
  context.fillStyle = look.theme;
  context.fillRect(x, y, width, height);
  const lineHeight = font.size * 1.15;
  const gap = iconSize > 0 && lines.length > 0 ? 2 : 0;
  const top = y + Math.min((height - iconSize - gap - lines.length * lineHeight) / 2, 40);
  if (row.icon && iconSize > 0) {
    const icon = { kind: 'path', x: x + (width - iconSize) / 2, y: top, scale: iconSize / 24, d: row.icon } as const;
    paintPieces(context, [{ ...icon, stroke: look.accent, strokeWidth: 1.8 }]);
    context.textBaseline = 'middle';
  }
  context.font = cssFont(font);
  context.textAlign = 'center';
  context.direction = 'ltr';
  context.fillStyle = look.ink;
  for (const [index, line] of lines.entries())
    context.fillText(line, x + width / 2, top + iconSize + gap + (index + 0.5) * lineHeight);
}

/** Paints a row's theme on its upper edge: in the air between two rows, so that it covers as good as nobody's words. */
function paintTheme(
  context: CanvasRenderingContext2D,
  row: PlacedRow,
  layout: SheetLayout,
  look: SheetLook,
  view: View,
  stage: { readonly width: number; readonly height: number },
  top: number,
): void {
  const height = themeFont.size + 5;
  const { padding, roomBelow } = sizes.cell;
  const middle = row.y + (padding + sizes.note.paddingTop - roomBelow - sizes.row.gap) / 2;
  // The row on screen keeps its name at the top for as long as anything of it is there.
  const end = view.y + (row.y + row.height) * view.scale - height;
  const y = Math.min(end, Math.max(top + 2, view.y + middle * view.scale - height / 2));
  if (end < top || y > stage.height) return;
  const text = row.name.map((line) => line.text).join(' ');
  const width = textWidth(text, themeFont) + 16;
  const isAtLeft = layout.situation.x * view.scale + view.x < 0;
  const x = isAtLeft ? Math.max(4, view.x) : stage.width - width - 4;
  context.fillStyle = look.theme;
  context.beginPath();
  context.roundRect(x, y, width, height, 6);
  context.fill();
  context.font = cssFont(themeFont);
  context.textAlign = 'start';
  context.fillStyle = look.ink;
  context.fillText(text, x + 8, y + height / 2 + 0.5);
}
