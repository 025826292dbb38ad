import { type Note, type SheetForm, type Stroke, withoutPutAway } from '../board/index.ts';
import { type ColumnId, cellKey, type Template, type TemplateColumn, type ThemeId } from '../template/index.ts';
import { layOut, leastLanes, pairsOn, type SheetInput } from './layOut.ts';

/** Room for a part of the sheet, in sheet units. */
export interface TileRoom {
  readonly width: number;
  readonly height: number;
}

/**
 * Parts a sheet into sheets that each fit a page at the size that is asked for, with headings and names of their own. Every note is on one of them,
 * whole. Columns stay together as far as a page is wide, and themes as far as it is high; where even one theme is higher, it goes on on the
 * next. A note that is higher than a page when it lies alone, across all of it, is the one thing that does not fit.
 *
 * @returns the parts in reading order; none of a sheet without notes and drawings
 */
export function tileSheet(input: SheetInput, room: TileRoom): readonly SheetInput[] {
  const template = inOneTable(withoutPutAway(input.template, input.board));
  const { putAway: _, ...board } = input.board;
  const sheet: SheetInput = { ...input, template, board, folded: new Set(), isPart: true };
  return columnGroups(sheet, room).flatMap((columns) => tilesOf(sheet, columns, room));
}

/** A band lies across a whole sheet; on a page it is a column like the others. */
function inOneTable(template: Template): Template {
  const columns = template.columns.map(
    (column): TemplateColumn => (column.place === 'band' ? { ...column, place: 'ahead', themes: 'oneOrNone' } : column),
  );
  return { ...template, columns };
}

const nothing: Row = { themes: [], notes: [] };

/** Columns with notes, as many beside each other as a page is wide. */
function columnGroups(sheet: SheetInput, room: TileRoom): readonly (readonly ColumnId[])[] {
  const { notes, strokes } = sheet.board;
  const used = new Set([...notes, ...strokes].map(({ cell }) => cell.column));
  const groups: ColumnId[][] = [];
  for (const { id } of sheet.template.columns) {
    if (!used.has(id)) continue;
    const last = groups.at(-1);
    const isRoom = last && widthOf(sheet, [...last, id]) <= room.width;
    if (isRoom) last.push(id);
    else groups.push([id]);
  }
  return groups;
}

function widthOf(sheet: SheetInput, columns: readonly ColumnId[]): number {
  return layOut(part(sheet, columns, nothing, fewestLanes(sheet, columns))).width;
}

function fewestLanes({ board }: SheetInput, columns: readonly ColumnId[]): SheetForm {
  const least = leastLanes(board, pairsOn(board));
  return Object.fromEntries(columns.map((id) => [id, least(id)]));
}

/** Lanes fill the page, first where most notes lie over each other. */
function lanesFor(sheet: SheetInput, columns: readonly ColumnId[], room: TileRoom): SheetForm {
  const counts = Map.groupBy(sheet.board.notes, ({ cell }) => cell.column);
  let lanes = fewestLanes(sheet, columns);
  for (;;) {
    const crowding = (id: ColumnId): number => (counts.get(id)?.length ?? 0) / (lanes[id] ?? 1);
    const byNeed = columns.toSorted((one, other) => crowding(other) - crowding(one));
    const wider = byNeed
      .filter((id) => crowding(id) > 1)
      .map((id): SheetForm => ({ ...lanes, [id]: (lanes[id] ?? 1) + 1 }))
      .find((tried) => layOut(part(sheet, columns, nothing, tried)).width <= room.width);
    if (!wider) return lanes;
    lanes = wider;
  }
}

/** What of a theme lies in some columns. */
interface Row {
  readonly themes: readonly ThemeId[];
  readonly notes: readonly Note[];
}

function tilesOf(sheet: SheetInput, columns: readonly ColumnId[], room: TileRoom): readonly SheetInput[] {
  const lanes = lanesFor(sheet, columns, room);
  const { notes, strokes } = sheet.board;
  const tile = (row: Row): SheetInput => part(sheet, columns, row, lanes);
  const fits = (row: Row): boolean => layOut(tile(row)).height <= room.height;
  const rows = ['', ...sheet.template.themes.map(({ id }) => id)].flatMap((theme): Row[] => {
    const isHere = ({ cell }: Pick<Note, 'cell'>): boolean => cell.theme === theme && columns.includes(cell.column);
    const inRow = notes.filter(isHere);
    return inRow.length > 0 || strokes.some(isHere) ? [{ themes: [theme], notes: inRow }] : [];
  });
  const tiles: SheetInput[] = [];
  let begun: Row = { themes: [], notes: [] };
  const finish = (): void => {
    if (begun.themes.length > 0) tiles.push(tile(begun));
  };
  for (const row of rows) {
    const both: Row = { themes: [...begun.themes, ...row.themes], notes: [...begun.notes, ...row.notes] };
    if (fits(both)) {
      begun = both;
      continue;
    }
    finish();
    let left = row;
    while (left.notes.length > 0 && !fits(left)) {
      const first = firstOfEach(left, fits);
      const [tall] = left.notes;
      // Higher than a page in its lane: it gets a page of its own, and all of its width.
      const now: Row = first.notes.length > 0 || !tall ? first : { ...left, notes: [tall] };
      tiles.push(now === first ? tile(now) : alone(sheet, now, room));
      left = { ...left, notes: left.notes.filter((note) => !now.notes.includes(note)) };
    }
    begun = left.notes.length > 0 || row.notes.length === 0 ? left : { themes: [], notes: [] };
  }
  finish();
  return tiles;
}

/** Of each cell as many of its first notes as a page is high. */
function firstOfEach(row: Row, fits: (row: Row) => boolean): Row {
  const notes = [...Map.groupBy(row.notes, ({ cell }) => cellKey(cell)).values()].flatMap((inCell) => {
    let count = inCell.length;
    while (count > 0 && !fits({ ...row, notes: inCell.slice(0, count) })) count -= 1;
    return inCell.slice(0, count);
  });
  return { ...row, notes };
}

function alone(sheet: SheetInput, row: Row, room: TileRoom): SheetInput {
  const columns = row.notes.map(({ cell }) => cell.column);
  const withLanes = (lanes: number): SheetInput =>
    part(sheet, columns, row, Object.fromEntries(columns.map((id) => [id, lanes])));
  let lanes = 1;
  while (layOut(withLanes(lanes + 1)).width <= room.width) lanes += 1;
  return withLanes(lanes);
}

/** The sheet with these notes and themes alone, in some columns. */
function part(sheet: SheetInput, columns: readonly ColumnId[], { themes, notes }: Row, lanes: SheetForm): SheetInput {
  const { template, board } = sheet;
  const ids = new Set(notes.map(({ id }) => id));
  const firsts = new Map(board.notes.toReversed().map(({ id, cell }) => [cellKey(cell), id]));
  const isDrawnHere = ({ cell }: Pick<Stroke, 'cell'>): boolean => {
    const first = firsts.get(cellKey(cell));
    return columns.includes(cell.column) && themes.includes(cell.theme) && (first === undefined || ids.has(first));
  };
  return {
    ...sheet,
    // What is drawn in a cell lies where its first notes lie.
    board: { ...board, notes, form: lanes, strokes: board.strokes.filter(isDrawnHere) },
    template: {
      ...template,
      columns: template.columns
        .filter(({ id }) => columns.includes(id))
        .map((column): TemplateColumn => (themes.includes('') ? column : { ...column, themes: 'one' })),
      themes: template.themes.filter(({ id }) => themes.includes(id)),
    },
  };
}
