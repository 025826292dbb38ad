import { type Cell, type ColumnId, inLanguage, type Template, type ThemeId, templateHas } from '../template/index.ts';

/** Paper units from the sheet's upper left corner. */
export interface PaperPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** @param more units to each side that count as well */
export function isWithin({ x, y, width, height }: PaperPlace, atX: number, atY: number, more = 0): boolean {
  return atX >= x - more && atY >= y - more && atX < x + width + more && atY < y + height + more;
}

/** What a mark at a place says: always the same, or a figure of the code. */
export type MarkPart =
  | { readonly kind: 'place'; readonly id: number }
  /** `at`: which figure of the code. Each stands at the top and at the bottom. */
  | { readonly kind: 'figure'; readonly at: number };

export interface PaperMark extends PaperPlace {
  readonly part: MarkPart;
}

export interface PaperCell extends PaperPlace {
  readonly cell: Cell;
}

export interface PaperWords extends PaperPlace {
  readonly text: string;
}

/** An empty duk for the wall, lying: where all on it lies. The print is drawn from it, and photographs are read by it. */
export interface PaperSheet {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly PaperMark[];
  readonly cells: readonly PaperCell[];
  readonly headings: readonly (PaperWords & { readonly column: ColumnId })[];
  readonly labels: readonly (PaperWords & { readonly theme: ThemeId | '' })[];
  /** Where it is told whose paper has which colour. */
  readonly key: PaperPlace;
}

/** Width to height as of every A size. One unit is 0.59 mm on A1, and 0.3 mm on A3. */
const paperWidth = 1414;
const paperHeight = 1000;

/** Printers leave some five millimetres at each edge blank; a mark needs white round it as well. */
const markInset = 24;
const markSize = 40;
const tableInset = 78;
const headingHeight = 34;
const keyHeight = 24;
const labelWidth = 142;
const gap = 5;

/** Figures of the code. */
export const figureCount = 5;

/** Lays out the print of a layout. Every theme of it stands there, put away or not: whoever has paper has room. */
export function paperSheet(
  template: Template,
  words: { readonly language: Parameters<typeof inLanguage>[1]; readonly withoutTheme: string },
): PaperSheet {
  const columns = template.columns.filter(({ place }) => place !== 'band');
  const bands = template.columns.filter(({ place }) => place === 'band');
  const hasTray = columns.some(({ themes }) => themes !== 'one');
  const rows = [
    ...(hasTray ? [{ theme: '' as const, text: words.withoutTheme }] : []),
    ...template.themes.map(({ id, name }) => ({ theme: id, text: inLanguage(name, words.language) })),
  ];
  const left = tableInset;
  const inner = paperWidth - 2 * tableInset;
  const columnWidth = (inner - labelWidth - columns.length * gap) / columns.length;
  const top = tableInset + headingHeight;
  const bottom = paperHeight - tableInset - keyHeight;
  const rowHeight = (bottom - top - (rows.length + bands.length) * gap) / (rows.length + bands.length);
  const rowAt = (at: number) => top + at * (rowHeight + gap);
  // The themes stand between what is and what is to come, as on the duk.
  const today = columns.filter(({ place }) => place === 'today').length;
  const labelsX = left + today * (columnWidth + gap);
  const columnX = (at: number) => left + at * (columnWidth + gap) + (at >= today ? labelWidth + gap : 0);
  const inTable = { height: rowHeight };
  const bandsFrom = rows.length;
  return {
    width: paperWidth,
    height: paperHeight,
    marks: marks(),
    cells: [
      ...rows.flatMap(({ theme }, row) =>
        columns.flatMap(({ id }, at): PaperCell[] => {
          const cell: Cell = { column: id, theme };
          return templateHas(template, cell)
            ? [{ cell, x: columnX(at), y: rowAt(row), width: columnWidth, ...inTable }]
            : [];
        }),
      ),
      ...bands.map(
        ({ id }, at): PaperCell => ({
          cell: { column: id, theme: '' },
          x: left + labelWidth + gap,
          y: rowAt(bandsFrom + at),
          width: inner - labelWidth - gap,
          ...inTable,
        }),
      ),
    ],
    headings: [
      ...columns.map(({ id, heading }, at) => ({
        column: id,
        text: inLanguage(heading, words.language),
        x: columnX(at),
        y: tableInset,
        width: columnWidth,
        height: headingHeight - gap,
      })),
      ...bands.map(({ id, heading }, at) => ({
        column: id,
        text: inLanguage(heading, words.language),
        x: left,
        y: rowAt(bandsFrom + at),
        width: labelWidth,
        ...inTable,
      })),
    ],
    labels: rows.map(({ theme, text }, row) => ({
      theme,
      text,
      x: labelsX,
      y: rowAt(row),
      width: labelWidth,
      ...inTable,
    })),
    key: { x: left, y: paperHeight - tableInset - keyHeight, width: inner, height: keyHeight },
  };
}

/** Seven along the top and the bottom, and two more up each side; those in the corners and up the sides always say the same. */
function marks(): readonly PaperMark[] {
  const right = paperWidth - markInset - markSize;
  const bottom = paperHeight - markInset - markSize;
  const across = (at: number) => markInset + (at * (right - markInset)) / (figureCount + 1);
  const down = (at: number) => markInset + (at * (bottom - markInset)) / 3;
  const mark = (x: number, y: number, part: MarkPart): PaperMark => ({
    x,
    y,
    width: markSize,
    height: markSize,
    part,
  });
  const figures = Array.from({ length: figureCount }, (_, at) => at);
  return [
    mark(markInset, markInset, { kind: 'place', id: 0 }),
    mark(right, markInset, { kind: 'place', id: 1 }),
    mark(right, bottom, { kind: 'place', id: 2 }),
    mark(markInset, bottom, { kind: 'place', id: 3 }),
    mark(markInset, down(1), { kind: 'place', id: 4 }),
    mark(markInset, down(2), { kind: 'place', id: 5 }),
    mark(right, down(1), { kind: 'place', id: 6 }),
    mark(right, down(2), { kind: 'place', id: 7 }),
    ...figures.map((at) => mark(across(at + 1), markInset, { kind: 'figure', at })),
    // From the other end, so that a hand that hides a figure seldom hides it twice.
    ...figures.map((at) => mark(across(figureCount - at), bottom, { kind: 'figure', at })),
  ];
}
