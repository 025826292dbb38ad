import { labelHeight, type SheetLayout } from './layOut.ts';
import type { SheetLook } from './look.ts';
import { textWidth } from './measureText.ts';
import { baseline, type Piece } from './piece.ts';
import { sizes } from './sizes.ts';

/** The sheet without what people laid on it: cloth, hem, header, columns, themes. */
export function drawSheet(layout: SheetLayout, look: SheetLook): readonly Piece[] {
  const { radius, hemInset } = sizes.sheet;
  const cloth: Piece[] = [
    {
      kind: 'box',
      x: 0,
      y: 0,
      width: layout.width,
      height: layout.height,
      radii: [radius, radius, radius, radius],
      fill: look.sheet,
    },
    {
      kind: 'box',
      x: hemInset,
      y: hemInset,
      width: layout.width - 2 * hemInset,
      height: layout.height - 2 * hemInset,
      radii: [radius - 4, radius - 4, radius - 4, radius - 4],
      stroke: look.hem,
      strokeWidth: 1.5,
      dash: [7, 6],
    },
  ];
  return [...cloth, ...drawHeader(layout, look), ...drawColumns(layout, look), ...drawRows(layout, look)];
}

function drawHeader(layout: SheetLayout, look: SheetLook): Piece[] {
  const { labelFont, valueFont, lineHeight, letterSpacing } = sizes.header;
  return layout.header.flatMap((field): Piece[] => [
    {
      kind: 'text',
      x: field.x,
      y: field.y + baseline(lineHeight, valueFont.size),
      text: field.label,
      font: labelFont,
      fill: look.muted,
      anchor: 'start',
      letterSpacing,
    },
    ...field.lines.map(
      (line, row): Piece => ({
        kind: 'text',
        x: field.x + field.labelWidth,
        y: field.y + row * lineHeight + baseline(lineHeight, valueFont.size),
        text: line.text,
        font: valueFont,
        fill: look.ink,
        anchor: 'start',
      }),
    ),
    { kind: 'box', x: field.x, y: field.y + field.height - 1, width: field.width, height: 1, fill: look.hem },
  ]);
}

function drawColumns(layout: SheetLayout, look: SheetLook): Piece[] {
  const { padding, lineHeight, font, horizonFont, horizonHeight } = sizes.heading;
  return layout.columns.flatMap((column): Piece[] => [
    {
      kind: 'box',
      x: column.x,
      y: column.y,
      width: column.width,
      height: column.height,
      radii: [12, 12, 12, 12],
      fill: look.columns[column.column.id],
    },
    ...column.heading.map(
      (line, row): Piece => ({
        kind: 'text',
        x: column.x + sizes.cell.padding + 4,
        y: column.y + padding + row * lineHeight + baseline(lineHeight, font.size),
        text: line.text,
        font,
        fill: look.ink,
        anchor: 'start',
      }),
    ),
    ...(column.horizon
      ? [
          {
            kind: 'text',
            x: column.x + sizes.cell.padding + 4,
            y: column.y + padding + column.heading.length * lineHeight + baseline(horizonHeight, horizonFont.size),
            text: column.horizon,
            font: horizonFont,
            fill: look.muted,
            anchor: 'start',
          } satisfies Piece,
        ]
      : []),
  ]);
}

function drawRows(layout: SheetLayout, look: SheetLook): Piece[] {
  const first = layout.rows[0];
  const last = layout.rows.at(-1);
  if (!first || !last) return [];
  const { lineHeight, font, iconSize, iconGap } = sizes.labels;
  const { situation } = layout;
  const table = layout.columns.filter(({ column }) => column.place !== 'band');
  const left = Math.min(...table.map(({ x }) => x));
  const right = Math.max(...table.map(({ x, width }) => x + width));
  const middle = situation.x + situation.width / 2;
  const pieces: Piece[] = [
    {
      kind: 'box',
      x: situation.x,
      y: first.y,
      width: situation.width,
      height: last.y + last.height - first.y,
      radii: [0, 0, 12, 12],
      fill: look.theme,
    },
    ...situation.lines.map(
      (line, row): Piece => ({
        kind: 'text',
        x: middle,
        y:
          situation.y +
          (situation.height - situation.lines.length * lineHeight) / 2 +
          row * lineHeight +
          baseline(lineHeight, font.size),
        text: line.text,
        font,
        fill: look.accent,
        anchor: 'middle',
      }),
    ),
  ];
  for (const row of layout.rows) {
    // Air between the rows: the sheet shows through.
    pieces.push({
      kind: 'box',
      x: left,
      y: row.y - sizes.row.gap,
      width: right - left,
      height: sizes.row.gap,
      fill: look.sheet,
    });
    pieces.push(...(row.isFolded ? drawFoldedRow(row, layout, look) : drawLabel(row)));
  }
  return pieces;

  function drawLabel(row: SheetLayout['rows'][number]): Piece[] {
    const height = labelHeight(row);
    // In a tall row the label stays near the top, where the reading starts.
    const top = row.y + Math.min((row.height - height) / 2, 60);
    const nameTop = top + (row.icon ? iconSize + iconGap : 0);
    return [
      ...(row.icon ? [drawIcon(row.icon, middle - iconSize / 2, top, iconSize, look.accent)] : []),
      ...row.name.map(
        (line, index): Piece => ({
          kind: 'text',
          x: middle,
          y: nameTop + index * lineHeight + baseline(lineHeight, font.size),
          text: line.text,
          font,
          fill: row.icon ? look.ink : look.muted,
          anchor: 'middle',
        }),
      ),
    ];
  }
}

function drawFoldedRow(row: SheetLayout['rows'][number], layout: SheetLayout, look: SheetLook): Piece[] {
  const y = row.y + baseline(row.height, sizes.labels.font.size);
  const name = row.name.map(({ text }) => text).join(' ');
  const width = textWidth(name, sizes.note.footerFont);
  const middle = layout.situation.x + layout.situation.width / 2;
  return [
    {
      kind: 'text',
      x: middle,
      y,
      text: name,
      font: width > 130 ? sizes.note.pillFont : { ...sizes.labels.font, size: 15 },
      fill: look.ink,
      anchor: 'middle',
    },
    ...layout.columns.flatMap((column) => drawHidden(row.noteCounts.get(column.column.id) ?? 0, row, column, look)),
  ];
}

/** So many notes lie here, folded away: some slips, and their number. */
function drawHidden(
  count: number,
  row: SheetLayout['rows'][number],
  column: SheetLayout['columns'][number],
  look: SheetLook,
): Piece[] {
  if (count === 0) return [];
  const slips = Math.min(count, 8);
  const x = column.x + sizes.cell.padding + 4;
  return [
    ...Array.from(
      { length: slips },
      (_, index): Piece => ({
        kind: 'box',
        x: x + index * 18,
        y: row.y + row.height / 2 - 7,
        width: 14,
        height: 14,
        radii: [2, 2, 5, 2],
        fill: look.papers.citizen,
        shadow: true,
      }),
    ),
    {
      kind: 'text',
      x: x + slips * 18 + 6,
      y: row.y + baseline(row.height, sizes.labels.font.size),
      text: String(count),
      font: sizes.note.pillFont,
      fill: look.muted,
      anchor: 'start',
    },
  ];
}

function drawIcon(d: string, x: number, y: number, size: number, stroke: string): Piece {
  return { kind: 'path', x, y, scale: size / 24, d, stroke, strokeWidth: 1.6 };
}
