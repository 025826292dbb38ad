import {
  type PlacedColumn,
  type PlacedRow,
  type SheetLayout,
  type SheetLook,
  sizes,
  textWidth,
} from '@duken/shared/sheet';
import { cssFont } from './paintPieces.ts';
import type { View } from './viewport.ts';

/** Height of the headings that stay at the edge, in CSS pixels. */
const barHeight = 34;
const headingFont = { size: 15, weight: 'semibold' } as const;
/** A heading that does not fit its column at 15 px is tried at this size, and then left to its colour. */
const smallHeadingFont = { size: 12, weight: 'semibold' } as const;
const themeFont = { size: 13, weight: 'semibold' } as const;

/**
 * Keeps the headings in sight: the columns' at the top once the sheet's own have gone out above, and the themes' at the
 * left once their column has gone out at the side. Nobody should write without seeing where.
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
  const columns = layout.columns.filter((column) => hasScrolledOut(column, view));
  for (const column of columns) paintHeading(context, column, look, view);
  const labels = layout.situation;
  const left = view.x + labels.x * view.scale;
  if (left + labels.width * view.scale < 0 || left > stage.width) {
    const top = headingsHeight(layout, view);
    for (const row of layout.rows) paintTheme(context, row, layout, look, view, stage, top);
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

function paintHeading(context: CanvasRenderingContext2D, column: PlacedColumn, look: SheetLook, view: View): void {
  const x = view.x + column.x * view.scale;
  const width = column.width * view.scale;
  context.fillStyle = look.columns[column.column.id];
  context.fillRect(x, 0, width, barHeight);
  context.fillStyle = look.hem;
  context.fillRect(x, barHeight - 1, width, 1);
  const text = column.heading.map((line) => line.text).join(' ');
  const font = [headingFont, smallHeadingFont].find((candidate) => textWidth(text, candidate) + 16 <= width);
  if (!font) return;
  context.font = cssFont(font);
  context.textAlign = 'start';
  context.fillStyle = look.ink;
  context.fillText(text, x + Math.min(14 * view.scale, 14), barHeight / 2);
}

/**
 * Paints a row's theme in the air that every cell keeps below its last note, so that it covers nobody's words. A sheet
 * too small for that is seen whole enough to do without.
 */
function paintTheme(
  context: CanvasRenderingContext2D,
  row: PlacedRow,
  layout: SheetLayout,
  look: SheetLook,
  view: View,
  stage: { readonly width: number; readonly height: number },
  top: number,
): void {
  const height = Math.min(22, (sizes.cell.padding + sizes.cell.roomBelow) * view.scale);
  const y = view.y + (row.y + row.height) * view.scale - height;
  if (height < themeFont.size + 2 || y < top || y > stage.height) return;
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
