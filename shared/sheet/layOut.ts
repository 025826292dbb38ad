import type { Board, Note, ParticipantId, Stroke } from '../board/index.ts';
import {
  type Cell,
  type ColumnId,
  cellKey,
  type Template,
  type TemplateColumn,
  type ThemeId,
  templateHas,
} from '../template/index.ts';
import { breakLines, type TextLine } from './breakLines.ts';
import { textWidth } from './measureText.ts';
import { type NoteBox, noteBox } from './noteBox.ts';
import { longDate, type SheetWords } from './sheetWords.ts';
import { sizes } from './sizes.ts';

/** What a layout is made from. The same values give the same places, on every machine. */
export interface SheetInput {
  readonly board: Board;
  readonly template: Template;
  readonly words: SheetWords;
  /** Authors' names by participant. */
  readonly names: ReadonlyMap<ParticipantId, string>;
  /** The meeting at the head of the sheet: its day, and who is present. */
  readonly meeting: { readonly date: string; readonly present: readonly string[] };
  /** Themes this reader has folded away; '' folds the notes without a theme. */
  readonly folded: ReadonlySet<ThemeId | ''>;
}

/** Sheet units from the sheet's upper left corner. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedHeaderField extends Place {
  readonly field: 'for' | 'date' | 'present';
  readonly label: string;
  readonly labelWidth: number;
  readonly lines: readonly TextLine[];
}

export interface PlacedColumn extends Place {
  readonly column: TemplateColumn;
  readonly heading: readonly TextLine[];
  /** «innen 30. juni 2026», or only «innen» while no date is set; '' where the column has no horizon. */
  readonly horizon: string;
  /** Height of the heading above the first row. */
  readonly headingHeight: number;
}

export interface PlacedRow extends Place {
  readonly theme: ThemeId | '';
  readonly name: readonly TextLine[];
  readonly icon: string | undefined;
  readonly isFolded: boolean;
  /** Notes in the row, for a folded one to tell. */
  readonly noteCount: number;
}

export interface PlacedCell extends Place {
  readonly cell: Cell;
}

export interface PlacedNote extends Place {
  readonly note: Note;
  readonly box: NoteBox;
}

export interface PlacedStroke {
  readonly stroke: Stroke;
  /** The corner of the cell that the points count from. */
  readonly x: number;
  readonly y: number;
}

export interface SheetLayout {
  readonly width: number;
  readonly height: number;
  readonly header: readonly PlacedHeaderField[];
  readonly situation: Place & { readonly lines: readonly TextLine[] };
  readonly columns: readonly PlacedColumn[];
  readonly rows: readonly PlacedRow[];
  /** Cells of unfolded rows, in reading order. */
  readonly cells: readonly PlacedCell[];
  /** Notes of unfolded rows, in reading order. */
  readonly notes: readonly PlacedNote[];
  readonly strokes: readonly PlacedStroke[];
}

/** Lays out the whole sheet. Rows and cells grow with their notes; nothing is ever cut, and nothing overlaps. */
export function layOut(input: SheetInput): SheetLayout {
  const { template, words, board } = input;
  const tableColumns = template.columns.filter(({ place }) => place !== 'band');
  const bands = template.columns.filter(({ place }) => place === 'band');
  const { width, margin, gap } = sizes.sheet;
  const inner = width - 2 * margin;
  const columnWidth = Math.floor((inner - sizes.labels.width - gap * tableColumns.length) / tableColumns.length);
  const xs = columnPlaces(tableColumns, columnWidth);
  const labelsX = margin + tableColumns.filter(({ place }) => place === 'today').length * (columnWidth + gap);

  const header = layOutHeader(input, inner);
  const tableTop = Math.max(...header.map(({ y, height }) => y + height)) + sizes.header.gapBelow;

  const headings = tableColumns.map((column) => {
    const heading = breakLines(
      column.heading[words.language],
      columnWidth - 2 * sizes.cell.padding - 8,
      sizes.heading.font,
    );
    const horizon = column.horizon ? horizonText(column, board, words) : '';
    return { column, heading, horizon };
  });
  const headingHeight = Math.max(
    ...headings.map(
      ({ heading, horizon }) =>
        2 * sizes.heading.padding +
        heading.length * sizes.heading.lineHeight +
        (horizon ? sizes.heading.horizonHeight : 0),
    ),
  );

  const notesByCell = Map.groupBy(board.notes, ({ cell }) => cellKey(cell));
  const boxOf = (note: Note, noteWidth: number): NoteBox =>
    noteBox(note, noteWidth, input.names.get(note.author) ?? '', words);

  const rows: PlacedRow[] = [];
  const cells: PlacedCell[] = [];
  const notes: PlacedNote[] = [];
  let y = tableTop + headingHeight;
  const themes = [
    ...template.themes.map(({ id, name, icon }) => ({ id, name: name[words.language], icon })),
    themelessRow(template, words),
  ];
  for (const theme of themes) {
    if (!theme) continue;
    const isFolded = input.folded.has(theme.id);
    const rowCells = tableColumns
      .map(({ id }): Cell => ({ column: id, theme: theme.id }))
      .filter((cell) => templateHas(template, cell));
    const noteCount = rowCells.reduce((count, cell) => count + (notesByCell.get(cellKey(cell))?.length ?? 0), 0);
    const name = breakLines(theme.name, sizes.labels.width - 16, sizes.labels.font);
    let height: number = isFolded
      ? sizes.row.foldedHeight
      : theme.id === ''
        ? sizes.row.minThemelessHeight
        : sizes.row.minHeight;
    if (!isFolded) {
      const stacks = rowCells.map((cell) => {
        const x = xs.get(cell.column) ?? 0;
        const stack = stackNotes(notesByCell.get(cellKey(cell)) ?? [], x, y, columnWidth, boxOf);
        notes.push(...stack.notes);
        return { cell, x, height: stack.height };
      });
      height = Math.max(height, ...stacks.map((stack) => stack.height));
      for (const { cell, x } of stacks) cells.push({ cell, x, y, width: columnWidth, height });
    }
    rows.push({
      theme: theme.id,
      name,
      icon: theme.icon,
      isFolded,
      noteCount,
      x: labelsX,
      y,
      width: sizes.labels.width,
      height,
    });
    y += height + sizes.row.gap;
  }
  const tableBottom = y - sizes.row.gap;
  const columns: PlacedColumn[] = headings.map((heading) => ({
    ...heading,
    headingHeight,
    x: xs.get(heading.column.id) ?? 0,
    y: tableTop,
    width: columnWidth,
    height: tableBottom - tableTop,
  }));

  for (const column of bands) {
    y += sizes.sheet.gap;
    const placed = layOutBand(
      column,
      { ...input, y, inner },
      notesByCell.get(cellKey({ column: column.id, theme: '' })) ?? [],
      boxOf,
    );
    columns.push(placed.column);
    cells.push(placed.cell);
    notes.push(...placed.notes);
    y += placed.column.height;
  }

  const cellPlaces = new Map(cells.map((cell) => [cellKey(cell.cell), cell]));
  return {
    width,
    height: Math.max(y, tableBottom) + margin,
    header,
    situation: {
      x: labelsX,
      y: tableTop,
      width: sizes.labels.width,
      height: headingHeight,
      lines: breakLines(words.situation, sizes.labels.width - 16, sizes.labels.font),
    },
    columns,
    rows,
    cells,
    notes,
    strokes: board.strokes.flatMap((stroke) => {
      const place = cellPlaces.get(cellKey(stroke.cell));
      return place ? [{ stroke, x: place.x, y: place.y }] : [];
    }),
  };
}

function columnPlaces(columns: readonly TemplateColumn[], columnWidth: number): ReadonlyMap<ColumnId, number> {
  const places = new Map<ColumnId, number>();
  let x: number = sizes.sheet.margin;
  let isAhead = false;
  for (const { id, place } of columns) {
    if (place === 'ahead' && !isAhead) {
      x += sizes.labels.width + sizes.sheet.gap;
      isAhead = true;
    }
    places.set(id, x);
    x += columnWidth + sizes.sheet.gap;
  }
  return places;
}

function themelessRow(template: Template, words: SheetWords): { id: ''; name: string; icon: undefined } | undefined {
  const isNeeded = template.columns.some(({ place, themes }) => place !== 'band' && themes !== 'one');
  return isNeeded ? { id: '', name: words.withoutTheme, icon: undefined } : undefined;
}

function horizonText(column: TemplateColumn, board: Board, words: SheetWords): string {
  const day = column.horizon === 'short' ? board.horizonShort : board.horizonLong;
  return day ? `${words.by} ${longDate(day, words)}` : `${words.by} …`;
}

function stackNotes(
  notes: readonly Note[],
  x: number,
  y: number,
  columnWidth: number,
  boxOf: (note: Note, width: number) => NoteBox,
): { notes: PlacedNote[]; height: number } {
  const { padding, noteGap, roomBelow } = sizes.cell;
  const width = columnWidth - 2 * padding;
  let noteY = y + padding;
  const placed = notes.map((note): PlacedNote => {
    const box = boxOf(note, width);
    const place = { note, box, x: x + padding, y: noteY, width, height: box.height };
    noteY += box.height + noteGap;
    return place;
  });
  return { notes: placed, height: placed.length === 0 ? 0 : noteY - noteGap + padding + roomBelow - y };
}

/** A band lies across the sheet; its notes go into lanes, each next one into the shortest. */
function layOutBand(
  column: TemplateColumn,
  { words, y, inner }: SheetInput & { readonly y: number; readonly inner: number },
  notes: readonly Note[],
  boxOf: (note: Note, width: number) => NoteBox,
): { column: PlacedColumn; cell: PlacedCell; notes: PlacedNote[] } {
  const { margin } = sizes.sheet;
  const { padding, noteGap } = sizes.cell;
  const heading = breakLines(column.heading[words.language], inner - 2 * padding, sizes.heading.font);
  const headingHeight = 2 * sizes.heading.padding + heading.length * sizes.heading.lineHeight;
  const laneCount = Math.floor((inner - padding) / (sizes.band.noteWidth + padding));
  const top = y + headingHeight + padding;
  const lanes = Array.from({ length: laneCount }, (_, lane) => ({
    x: margin + padding + lane * (sizes.band.noteWidth + padding),
    y: top,
  }));
  const placed = notes.map((note): PlacedNote => {
    const box = boxOf(note, sizes.band.noteWidth);
    const lane = lanes.reduce((shortest, next) => (next.y < shortest.y ? next : shortest));
    const place = { note, box, x: lane.x, y: lane.y, width: sizes.band.noteWidth, height: box.height };
    lane.y += box.height + noteGap;
    return place;
  });
  const contentHeight = Math.max(...lanes.map((lane) => lane.y)) - (y + headingHeight) + padding;
  const height = headingHeight + Math.max(sizes.row.minHeight, contentHeight);
  return {
    column: { column, heading, horizon: '', headingHeight, x: margin, y, width: inner, height },
    cell: {
      cell: { column: column.id, theme: '' },
      x: margin,
      y: y + headingHeight,
      width: inner,
      height: height - headingHeight,
    },
    notes: placed,
  };
}

function layOutHeader({ board, words, meeting }: SheetInput, inner: number): readonly PlacedHeaderField[] {
  const { labelFont, valueFont, lineHeight, gap, y, minValueWidth, labelGap } = sizes.header;
  const fields = [
    { field: 'for' as const, label: words.planFor, value: board.for },
    { field: 'date' as const, label: words.date, value: meeting.date ? longDate(meeting.date, words) : '' },
    { field: 'present' as const, label: words.present, value: meeting.present.join(', ') },
  ];
  let x: number = sizes.sheet.margin + sizes.header.indent;
  return fields.map(({ field, label, value }, index) => {
    const labelWidth = textWidth(label, labelFont) + Math.ceil(label.length * sizes.header.letterSpacing) + labelGap;
    const isLast = index === fields.length - 1;
    const room = isLast ? sizes.sheet.margin + inner - sizes.header.indent - x - labelWidth : Math.floor(inner / 4);
    const lines = breakLines(value, room, valueFont);
    const widest = Math.max(minValueWidth, ...lines.map((line) => textWidth(line.text, valueFont)));
    const width = labelWidth + (isLast ? room : widest);
    const place = {
      field,
      label,
      labelWidth,
      lines,
      x,
      y,
      width,
      height: lines.length * lineHeight + sizes.header.underline,
    };
    x += width + gap;
    return place;
  });
}
