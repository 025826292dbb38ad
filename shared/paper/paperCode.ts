import type { BoardId } from '../board/index.ts';
import { figureCount, type PaperMark } from './paperSheet.ts';

/** What stands on a print, in its marks: which duk it was made for, and which sheet of paper it is. Neither opens anything. */
export interface PaperCode {
  readonly board: number;
  readonly sheet: number;
}

/** Ids below it are kept for marks that say where they are. The dictionary has 250. */
const firstFigure = 16;
const base = 234;
const boardFigures = 3;

/** How many numbers there are for sheets. */
export const sheetNumbers = base ** (figureCount - boardFigures);
const boardNumbers = base ** boardFigures;

/**
 * The number that a duk has on paper: of some twelve million, from its id and what it is laid out by, so that a sheet of another
 * layout is not read by this one's cells. It only has to tell sheets apart (FNV-1a, 32 bits).
 */
export function paperNumberOf(boardId: BoardId, templateId: string): number {
  let hash = 0x811c9dc5;
  for (const letter of `${boardId} ${templateId}`) {
    hash ^= letter.codePointAt(0) ?? 0;
    hash = Math.imul(hash, 0x01000193) >>> 0;
  }
  return hash % boardNumbers;
}

/** The ids of the figures, in their order. */
export function figuresOf({ board, sheet }: PaperCode): readonly number[] {
  return [
    board % base,
    Math.floor(board / base) % base,
    Math.floor(board / base ** 2) % base,
    sheet % base,
    Math.floor(sheet / base) % base,
  ].map((figure) => firstFigure + figure);
}

/** The code in figures; undefined where one is no figure. */
export function codeOf(figures: readonly (number | undefined)[]): PaperCode | undefined {
  const values = figures.map((id) => (id === undefined ? -1 : id - firstFigure));
  if (values.length !== figureCount || values.some((value) => value < 0 || value >= base)) return undefined;
  const [a = 0, b = 0, c = 0, d = 0, e = 0] = values;
  return { board: a + b * base + c * base ** 2, sheet: d + e * base };
}

/** Which mark of the dictionary stands at a place of a print. */
export function markIdOf({ part }: Pick<PaperMark, 'part'>, code: PaperCode): number {
  return part.kind === 'place' ? part.id : (figuresOf(code)[part.at] ?? firstFigure);
}
