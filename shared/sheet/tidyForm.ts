import { maxLanes, type SheetForm } from '../board/index.ts';
import { type ColumnId, cellKey } from '../template/index.ts';
import { boxesOf, cellHeight, layInLanes, layOut, leastLanes, pairsOn, type SheetInput } from './layOut.ts';
import { sizes } from './sizes.ts';

/** The screen that a whole duk is to be read on, in CSS pixels without its bars: a table of 1920 × 1080. */
const table = { width: 1880, height: 930 } as const;
/** What another lane must win in size. Less is not worth a wider sheet for those who sit with a laptop. */
const worthIt = 1.01;

/**
 * The form in which all of a duk is largest on a table: columns with many notes get more lanes, and the sheet grows to the
 * side as well as down.
 */
export function tidyForm(input: SheetInput): SheetForm {
  const columns = input.template.columns.filter(({ place }) => place !== 'band').map(({ id }) => id);
  const measure = measureForms({ ...input, board: { ...input.board, form: {} }, folded: new Set() }, columns);
  const one = columns.map((id) => [id]);
  // Two columns may have to grow before a row becomes lower.
  const two = columns.flatMap((id, index) => columns.slice(index).map((other) => [id, other]));
  const least = leastLanes(input.board, pairsOn(input.board));
  let form = Object.fromEntries(columns.map((id) => [id, least(id)])) as Record<ColumnId, number>;
  for (let size = measure(form); ; ) {
    const next = [one, two]
      .map((growths) =>
        largest(
          growths.map((ids) => widened(form, ids)),
          measure,
        ),
      )
      .find((best) => best && best.size >= size * worthIt);
    // What a pair takes is given back with the pair.
    if (!next) return Object.fromEntries(columns.map((id) => [id, form[id] === least(id) ? 1 : form[id]]));
    ({ form, size } = next);
  }
}

/** @returns how large a sheet of a form is on the table: its scale */
function measureForms(input: SheetInput, columns: readonly ColumnId[]): (form: Record<ColumnId, number>) => number {
  const plain = layOut(input);
  const rowsHeight = plain.rows.reduce((sum, { height }) => sum + height, 0);
  const laneWidth = sizes.note.width + sizes.cell.noteGap;
  const notes = Map.groupBy(input.board.notes, ({ cell }) => cellKey(cell));
  const pairs = pairsOn(input.board);
  const fewest = leastLanes(input.board, pairs);
  const boxOf = boxesOf(input, pairs);
  const heights = new Map<string, number>();
  const heightOf = (column: ColumnId, theme: string, lanes: number): number => {
    const inCell = notes.get(cellKey({ column, theme })) ?? [];
    if (inCell.length === 0) return 0;
    const key = `${lanes} ${cellKey({ column, theme })}`;
    let height = heights.get(key);
    if (height === undefined) {
      height = cellHeight(layInLanes(inCell, { x: 0, y: 0 }, lanes, boxOf, pairs).end);
      heights.set(key, height);
    }
    return height;
  };
  const least = new Map(
    layOut({ ...input, board: { ...input.board, notes: [] } }).rows.map(({ theme, height }) => [theme, height]),
  );
  return (form) => {
    let height = plain.height - rowsHeight;
    for (const { theme } of plain.rows)
      height += Math.max(least.get(theme) ?? 0, ...columns.map((column) => heightOf(column, theme, form[column])));
    const width = plain.width + columns.reduce((sum, column) => sum + (form[column] - fewest(column)) * laneWidth, 0);
    return Math.min(table.width / width, table.height / height);
  };
}

/** @returns undefined when a column has no room for more */
function widened(form: Record<ColumnId, number>, columns: readonly ColumnId[]): Record<ColumnId, number> | undefined {
  const wider = { ...form };
  for (const column of columns) wider[column] += 1;
  return columns.some((column) => wider[column] > maxLanes) ? undefined : wider;
}

/** The one that is largest on the table; of several the first. */
function largest(
  forms: readonly (Record<ColumnId, number> | undefined)[],
  measure: (form: Record<ColumnId, number>) => number,
): { readonly form: Record<ColumnId, number>; readonly size: number } | undefined {
  let best: { readonly form: Record<ColumnId, number>; readonly size: number } | undefined;
  for (const form of forms) {
    if (!form) continue;
    const size = measure(form);
    if (!best || size > best.size) best = { form, size };
  }
  return best;
}
