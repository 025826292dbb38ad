import { getStroke } from 'perfect-freehand';
import type { Stroke } from '../board/index.ts';
import type { TextLine } from './breakLines.ts';
import type { PlacedNote, SheetLayout } from './layOut.ts';
import { type SheetLook, voiceSigns } from './look.ts';
import type { Font } from './measureText.ts';
import { textWidth } from './measureText.ts';
import type { NoteBox } from './noteBox.ts';
import { sizes } from './sizes.ts';

/**
 * What the sheet is drawn with. The canvas paints these and the picture writes them as SVG, so both show the same.
 * All measures are sheet units; `y` of a text is its baseline.
 */
export type Piece =
  | {
      readonly kind: 'box';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      /** Of the corners: upper left, upper right, lower right, lower left. */
      readonly radii?: readonly [number, number, number, number];
      readonly fill?: string;
      readonly stroke?: string;
      readonly strokeWidth?: number;
      readonly dash?: readonly [number, number];
      /** A short soft shadow, as under paper. */
      readonly shadow?: boolean;
    }
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly font: Font;
      readonly fill: string;
      readonly anchor: 'start' | 'middle' | 'end';
      readonly rightToLeft?: boolean;
      readonly letterSpacing?: number;
    }
  | {
      readonly kind: 'path';
      readonly x: number;
      readonly y: number;
      /** Times the path's own units. */
      readonly scale: number;
      /** SVG path data. */
      readonly d: string;
      readonly fill?: string;
      readonly stroke?: string;
      /** In the path's own units. */
      readonly strokeWidth?: number;
    };

/** Share of the line height above the baseline, so that Inter stands in the middle of its line. */
function baseline(lineHeight: number, size: number): number {
  return Math.round(lineHeight / 2 + size * 0.36);
}

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
  const { lineHeight, font, iconSize } = sizes.labels;
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
    const height = (row.icon ? iconSize + 8 : 0) + row.name.length * lineHeight;
    // In a tall row the label stays near the top, where the reading starts.
    const top = row.y + Math.min((row.height - height) / 2, 110);
    const nameTop = top + (row.icon ? iconSize + 8 : 0);
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
    ...Array.from(
      { length: Math.min(row.noteCount, 8) },
      (_, index): Piece => ({
        kind: 'box',
        x: layout.situation.x + layout.situation.width + 22 + index * 18,
        y: row.y + row.height / 2 - 7,
        width: 14,
        height: 14,
        radii: [2, 2, 5, 2],
        fill: look.papers.citizen,
        shadow: true,
      }),
    ),
    ...(row.noteCount > 0
      ? [
          {
            kind: 'text',
            x: layout.situation.x + layout.situation.width + 30 + Math.min(row.noteCount, 8) * 18,
            y,
            text: String(row.noteCount),
            font: sizes.note.pillFont,
            fill: look.muted,
            anchor: 'start',
          } satisfies Piece,
        ]
      : []),
  ];
}

function drawIcon(d: string, x: number, y: number, size: number, stroke: string): Piece {
  return { kind: 'path', x, y, scale: size / 24, d, stroke, strokeWidth: 1.6 };
}

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
  };
}

function drawWords(note: PlacedNote['note'], box: NoteBox, look: SheetLook): Piece[] {
  const { paddingX, paddingTop, lineHeight, textFont, footerFont, footerHeight, sign } = sizes.note;
  return [
    ...textPieces(box.lines, paddingX, paddingTop, box.width - 2 * paddingX, lineHeight, textFont, look.noteInk),
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
    ...(box.strip ? drawStrip(box, box.strip, look) : []),
  ];
}

function drawStrip(box: NoteBox, strip: NonNullable<NoteBox['strip']>, look: SheetLook): Piece[] {
  const { paddingX, stripPadding, stripLine, avatar, footerFont, pillFont, pillHeight, radius } = sizes.note;
  const top = strip.y + stripPadding;
  const lastLine = top + (strip.isTall ? strip.who.length : 0) * stripLine;
  const right = box.width - paddingX;
  const status = look.status[strip.status];
  const pillX = right - strip.pillWidth;
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
      x: strip.isTall ? paddingX + avatar + 8 : pillX - 8,
      y: lastLine + baseline(stripLine, footerFont.size),
      text: strip.due,
      font: footerFont,
      fill: look.noteInk,
      anchor: strip.isTall ? 'start' : 'end',
    },
    {
      kind: 'box',
      x: pillX,
      y: lastLine + (stripLine - pillHeight) / 2,
      width: strip.pillWidth,
      height: pillHeight,
      radii: [11, 11, 11, 11],
      fill: status.fill,
      stroke: look.accent,
      strokeWidth: strip.status === 'agreed' ? 1.2 : 0,
    },
    {
      kind: 'text',
      x: pillX + strip.pillWidth / 2,
      y: lastLine + baseline(stripLine, pillFont.size),
      text: strip.statusText,
      font: pillFont,
      fill: status.text,
      anchor: 'middle',
    },
  ];
}

function textPieces(
  lines: readonly TextLine[],
  x: number,
  y: number,
  width: number,
  lineHeight: number,
  font: Font,
  fill: string,
  alwaysLeft = false,
): Piece[] {
  return lines
    .map(
      (line, row): Piece => ({
        kind: 'text',
        x: line.rightToLeft && !alwaysLeft ? x + width : x,
        y: y + row * lineHeight + baseline(lineHeight, font.size),
        text: line.text,
        font,
        fill,
        anchor: 'start',
        ...(line.rightToLeft && !alwaysLeft ? { rightToLeft: true } : {}),
      }),
    )
    .filter((piece) => piece.kind !== 'text' || piece.text !== '');
}

const drawnStrokes = new WeakMap<Stroke, string>();

/** A stroke's outline, from its cell's corner, as SVG path data in whole tenths. */
export function strokeOutline(stroke: Pick<Stroke, 'points' | 'width'>, known?: Stroke): string {
  const remembered = known && drawnStrokes.get(known);
  if (remembered !== undefined) return remembered;
  const points: [number, number, number][] = [];
  for (let index = 0; index + 2 < stroke.points.length; index += 3)
    points.push([stroke.points[index] ?? 0, stroke.points[index + 1] ?? 0, stroke.points[index + 2] ?? 0.5]);
  const outline = getStroke(points, {
    size: stroke.width,
    thinning: 0.55,
    smoothing: 0.6,
    streamline: 0.35,
    simulatePressure: points.every(([, , pressure]) => pressure === 0.5),
    last: true,
  });
  const path = outlinePath(outline);
  if (known) drawnStrokes.set(known, path);
  return path;
}

/** A closed curve through the middles of the outline's sides, with its corners as control points. */
function outlinePath(outline: readonly (readonly number[])[]): string {
  const [first] = outline;
  if (!first || outline.length < 3) return '';
  const tenth = (value: number | undefined): string => String(Math.round((value ?? 0) * 10) / 10);
  let path = '';
  outline.forEach((point, index) => {
    const next = outline[(index + 1) % outline.length] ?? first;
    const middle = [((point[0] ?? 0) + (next[0] ?? 0)) / 2, ((point[1] ?? 0) + (next[1] ?? 0)) / 2];
    path +=
      index === 0
        ? `M${tenth(middle[0])} ${tenth(middle[1])}`
        : `Q${tenth(point[0])} ${tenth(point[1])} ${tenth(middle[0])} ${tenth(middle[1])}`;
  });
  return `${path}Z`;
}
