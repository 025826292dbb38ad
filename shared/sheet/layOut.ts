import {
  type Board,
  isWrittenForChild,
  type Note,
  type NoteId,
  type ParticipantId,
  pairsOf,
  runsOf,
  type SheetForm,
  type Stroke,
  withoutPutAway,
} from '../board/index.ts';
import {
  type Cell,
  type ColumnId,
  cellKey,
  inLanguage,
  type Template,
  type TemplateColumn,
  type ThemeId,
  templateHas,
} from '../template/index.ts';
import { isBlank } from '../text/index.ts';
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
  /** Those who were let write for a child: on what they wrote in its voice it stands that they did. */
  readonly helpers?: ReadonlySet<ParticipantId>;
  /** The meeting at the head of the sheet: its day, and who is present. */
  readonly meeting: { readonly date: string; readonly present: readonly string[] };
  /** It is a part of a sheet, on a page of its own: its head says whose it is and when, and leaves the room to notes. */
  readonly isPart?: true;
  /** Themes this reader has folded away; '' folds the notes without a theme. */
  readonly folded: ReadonlySet<ThemeId | ''>;
  /** Whose pairs say how wide columns are: while notes are in people's hands, the board as it was, so that none changes its width. */
  readonly wideAs?: Pick<Board, 'notes'>;
}

/** Sheet units from the sheet's upper left corner. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedHeaderField extends Place {
  readonly field: 'for' | 'date' | 'present' | 'vision';
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
  /** Notes in the row by column, for a folded one to tell. */
  readonly noteCounts: ReadonlyMap<ColumnId, number>;
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

/** Who wrote a note, as it stands on it: «Eirin», or under a child's words that another wrote for it «skrevet av Eirin». */
function authorOn(note: Note, { names, helpers, words }: SheetInput): string {
  const name = note.voice === 'round' ? '' : (names.get(note.author) ?? '');
  return name !== '' && isWrittenForChild(note, helpers) ? `${words.writtenBy} ${name}` : name;
}

/** Which pair each note stands in, of those that do. */
export type Pairs = ReadonlyMap<NoteId, number>;

export function pairsOn({ notes }: Pick<Board, 'notes'>): Pairs {
  const pairs = pairsOf(notes, ({ id }) => id);
  return new Map(pairs.flatMap((pair, index) => pair.map(({ id }) => [id, index] as const)));
}

/** Fewest lanes of each column: two where notes that see it differently lie side by side. */
export function leastLanes({ notes }: Pick<Board, 'notes'>, pairs: Pairs): (column: ColumnId) => number {
  const seen = new Set<string>();
  const columns = new Set<ColumnId>();
  for (const { id, cell } of notes) {
    const pair = pairs.get(id);
    if (pair === undefined) continue;
    const key = `${pair} ${cellKey(cell)}`;
    if (seen.has(key)) columns.add(cell.column);
    seen.add(key);
  }
  return (column) => (columns.has(column) ? 2 : 1);
}

/** What stands on a note of a given width, with its author's name as this sheet says it. */
export function boxesOf(input: SheetInput, pairs: Pairs): BoxOf {
  return (note, width) => noteBox(note, width, authorOn(note, input), input.words, pairs.has(note.id));
}

/**
 * Lays out the whole sheet. Columns are as wide as the board's form says, rows grow with their notes; nothing is ever cut, and
 * nothing overlaps.
 */
export function layOut(input: SheetInput): SheetLayout {
  const { words, board } = input;
  const template = withoutPutAway(input.template, board);
  const tableColumns = template.columns.filter(({ place }) => place !== 'band');
  const bands = template.columns.filter(({ place }) => place === 'band');
  const { margin } = sizes.sheet;
  const pairs = pairsOn(board);
  const least = input.wideAs ? leastLanes(input.wideAs, pairsOn(input.wideAs)) : leastLanes(board, pairs);
  const { strips, labelsX, inner } = columnStrips(tableColumns, board.form, least);
  const stripOf = (id: ColumnId): Strip => strips.get(id) ?? { x: margin, width: 0, lanes: 1 };

  const header = layOutHeader(input, inner);
  const tableTop = Math.max(...header.map(({ y, height }) => y + height)) + sizes.header.gapBelow;

  const headings = tableColumns.map((column) => {
    const heading = breakLines(
      inLanguage(column.heading, words.language),
      stripOf(column.id).width - 2 * sizes.cell.padding - 8,
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
  const boxOf = boxesOf(input, pairs);

  const rows: PlacedRow[] = [];
  const cells: PlacedCell[] = [];
  const notes: PlacedNote[] = [];
  let y = tableTop + headingHeight;
  // What has no theme yet lies in a tray at the top, where it is seen and taken on.
  const themes = [
    themelessRow(template, words),
    ...template.themes.map(({ id, name, icon }) => ({ id, name: inLanguage(name, words.language), icon })),
  ];
  for (const theme of themes) {
    if (!theme) continue;
    const isFolded = input.folded.has(theme.id);
    const rowCells = tableColumns
      .map(({ id }): Cell => ({ column: id, theme: theme.id }))
      .filter((cell) => templateHas(template, cell));
    const noteCounts = new Map(rowCells.map((cell) => [cell.column, notesByCell.get(cellKey(cell))?.length ?? 0]));
    const name = breakLines(theme.name, sizes.labels.width - 16, sizes.labels.font);
    let height: number = isFolded
      ? sizes.row.foldedHeight
      : theme.id === ''
        ? sizes.row.minThemelessHeight
        : sizes.row.minHeight;
    if (!isFolded) {
      const stacks = rowCells.map((cell) => {
        const strip = stripOf(cell.column);
        const inCell = notesByCell.get(cellKey(cell)) ?? [];
        const laid = layInLanes(
          inCell,
          { x: strip.x + sizes.cell.padding, y: y + sizes.cell.padding },
          strip.lanes,
          boxOf,
          pairs,
        );
        notes.push(...laid.notes);
        return {
          cell,
          strip,
          height: inCell.length === 0 ? 0 : cellHeight(laid.end - y - sizes.cell.padding),
        };
      });
      height = Math.max(
        height,
        labelHeight({ name, icon: theme.icon }) + 2 * sizes.cell.padding,
        ...stacks.map((stack) => stack.height),
      );
      for (const { cell, strip } of stacks) cells.push({ cell, x: strip.x, y, width: strip.width, height });
    }
    rows.push({
      theme: theme.id,
      name,
      icon: theme.icon,
      isFolded,
      noteCounts,
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
    x: stripOf(heading.column.id).x,
    y: tableTop,
    width: stripOf(heading.column.id).width,
    height: tableBottom - tableTop,
  }));

  for (const column of bands) {
    y += sizes.sheet.gap;
    const placed = layOutBand(
      column,
      { ...input, y, inner },
      notesByCell.get(cellKey({ column: column.id, theme: '' })) ?? [],
      boxOf,
      pairs,
    );
    columns.push(placed.column);
    cells.push(placed.cell);
    notes.push(...placed.notes);
    y += placed.column.height;
  }

  const cellPlaces = new Map(cells.map((cell) => [cellKey(cell.cell), cell]));
  return {
    width: inner + 2 * margin,
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

/** Where a column of the table lies, and how many notes lie side by side in it. */
interface Strip {
  readonly x: number;
  readonly width: number;
  readonly lanes: number;
}

/** Columns are as wide as their lanes; the themes stand between what is and what is to come. */
function columnStrips(
  columns: readonly TemplateColumn[],
  form: SheetForm | undefined,
  least: (column: ColumnId) => number,
): { readonly strips: ReadonlyMap<ColumnId, Strip>; readonly labelsX: number; readonly inner: number } {
  const { margin, gap } = sizes.sheet;
  const strips = new Map<ColumnId, Strip>();
  let x: number = margin;
  let labelsX: number | undefined;
  for (const { id, place } of columns) {
    if (place === 'ahead' && labelsX === undefined) {
      labelsX = x;
      x += sizes.labels.width + gap;
    }
    const lanes = Math.max(form?.[id] ?? 1, least(id));
    const width = laneStart(lanes) - sizes.cell.noteGap + 2 * sizes.cell.padding;
    strips.set(id, { x, width, lanes });
    x += width + gap;
  }
  if (labelsX === undefined) return { strips, labelsX: x, inner: x + sizes.labels.width - margin };
  return { strips, labelsX, inner: x - gap - margin };
}

/** How far from the first lane another begins. */
function laneStart(lane: number): number {
  return lane * (sizes.note.width + sizes.cell.noteGap);
}

function themelessRow(template: Template, words: SheetWords): { id: ''; name: string; icon: undefined } | undefined {
  const isNeeded = template.columns.some(({ place, themes }) => place !== 'band' && themes !== 'one');
  return isNeeded ? { id: '', name: words.withoutTheme, icon: undefined } : undefined;
}

function horizonText(column: TemplateColumn, board: Board, words: SheetWords): string {
  const day = column.horizon === 'short' ? board.horizonShort : board.horizonLong;
  return day ? `${words.by} ${longDate(day, words)}` : `${words.by} …`;
}

/** Height of a theme's icon and name. */
export function labelHeight({ name, icon }: Pick<PlacedRow, 'name' | 'icon'>): number {
  const { iconSize, iconGap, lineHeight } = sizes.labels;
  return (icon ? iconSize + iconGap : 0) + name.length * lineHeight;
}

/** Height that a cell needs for notes that take so much of it. */
export function cellHeight(notesHeight: number): number {
  return notesHeight + 2 * sizes.cell.padding + sizes.cell.roomBelow;
}

export type BoxOf = (note: Note, width: number) => NoteBox;

/**
 * Lays notes side by side: each next one where it comes highest, and of several such places in the first. Those of a pair begin
 * at the same height, as many beside each other as there are lanes.
 * @param corner of the first note
 */
export function layInLanes(
  notes: readonly Note[],
  corner: { readonly x: number; readonly y: number },
  laneCount: number,
  boxOf: BoxOf,
  pairs: Pairs,
): { readonly notes: readonly PlacedNote[]; readonly end: number } {
  const { noteGap } = sizes.cell;
  const tops = new Array<number>(laneCount).fill(corner.y);
  const highest = (span: number): { readonly y: number; readonly first: number } => {
    const starts = tops.slice(span - 1).map((_, first) => Math.max(...tops.slice(first, first + span)));
    const y = Math.min(...starts);
    return { y, first: starts.indexOf(y) };
  };
  const lay = (note: Note, span: number, { y, first }: { readonly y: number; readonly first: number }): PlacedNote => {
    const width = laneStart(span) - noteGap;
    const box = boxOf(note, width);
    tops.fill(y + box.height + noteGap, first, first + span);
    return { note, box, x: corner.x + laneStart(first), y, width, height: box.height };
  };
  const placed = runsOf(notes, ({ id }) => pairs.get(id)).flatMap((run): readonly PlacedNote[] => {
    const [note] = run;
    if (note && run.length === 1) {
      const span = laneCount === 1 ? 1 : Math.min(laneCount, lanesAcross(note));
      return [lay(note, span, highest(span))];
    }
    const lines = run.flatMap((_, at) => (at % laneCount === 0 ? [run.slice(at, at + laneCount)] : []));
    return lines.flatMap((line) => {
      const { y, first } = highest(line.length);
      return line.map((each, at) => lay(each, 1, { y, first: first + at }));
    });
  });
  return { notes: placed, end: Math.max(...tops) - noteGap };
}

/** Letters in a line of an ordinary note. Which lanes it takes is not to change with every letter, so they are only counted. */
const lettersInLine = 34;

function lanesAcross({ text }: Note): number {
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / lettersInLine)), 0);
  return Math.ceil(lines / sizes.note.longLines);
}

/** A band lies across the sheet, and so do its notes. */
function layOutBand(
  column: TemplateColumn,
  { words, y, inner }: SheetInput & { readonly y: number; readonly inner: number },
  notes: readonly Note[],
  boxOf: BoxOf,
  pairs: Pairs,
): { column: PlacedColumn; cell: PlacedCell; notes: readonly PlacedNote[] } {
  const { margin } = sizes.sheet;
  const { padding, noteGap } = sizes.cell;
  const heading = breakLines(inLanguage(column.heading, words.language), inner - 2 * padding, sizes.heading.font);
  const headingHeight = 2 * sizes.heading.padding + heading.length * sizes.heading.lineHeight;
  const laneCount = Math.floor((inner - 2 * padding + noteGap) / laneStart(1));
  const top = y + headingHeight + padding;
  const laid = layInLanes(notes, { x: margin + padding, y: top }, laneCount, boxOf, pairs);
  const height = headingHeight + Math.max(sizes.row.minHeight, laid.end + padding - (y + headingHeight));
  return {
    column: { column, heading, horizon: '', headingHeight, x: margin, y, width: inner, height },
    cell: {
      cell: { column: column.id, theme: '' },
      x: margin,
      y: y + headingHeight,
      width: inner,
      height: height - headingHeight,
    },
    notes: laid.notes,
  };
}

function layOutHeader({ board, words, meeting, isPart }: SheetInput, inner: number): readonly PlacedHeaderField[] {
  const { labelFont, valueFont, lineHeight, gap, y, minValueWidth, labelGap } = sizes.header;
  const fields = [
    { field: 'for' as const, label: words.planFor, value: board.for },
    { field: 'date' as const, label: words.date, value: meeting.date ? longDate(meeting.date, words) : '' },
    ...(isPart ? [] : [{ field: 'present' as const, label: words.present, value: meeting.present.join(', ') }]),
  ];
  const labelWidthOf = (label: string): number =>
    textWidth(label, labelFont) + Math.ceil(label.length * sizes.header.letterSpacing) + labelGap;
  let x: number = sizes.sheet.margin + sizes.header.indent;
  const first = fields.map(({ field, label, value }, index): PlacedHeaderField => {
    const labelWidth = labelWidthOf(label);
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
  const vision = isPart ? '' : (board.meeting?.vision ?? '');
  if (isBlank(vision)) return first;
  // A line of its own below, across the sheet: nothing of it is there while nobody has written it.
  const below = Math.max(...first.map((field) => field.y + field.height)) + Math.floor(sizes.header.gapBelow / 2);
  const left = sizes.sheet.margin + sizes.header.indent;
  const labelWidth = labelWidthOf(words.vision);
  const width = sizes.sheet.margin + inner - sizes.header.indent - left;
  const lines = breakLines(vision, width - labelWidth, valueFont);
  const height = lines.length * lineHeight + sizes.header.underline;
  return [...first, { field: 'vision', label: words.vision, labelWidth, lines, x: left, y: below, width, height }];
}
