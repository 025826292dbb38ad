import { failed, type Result, succeeded } from '../result.ts';
import type { Cell } from '../template/index.ts';
import { cleanLine } from '../text/index.ts';
import type { ParticipantId, Stroke, StrokeId } from './board.ts';
import type { BoardDocument } from './boardDocument.ts';
import { hasCell } from './cellOrder.ts';
import type { Drawing } from './drawings.ts';
import { maxStrokePoints, maxStrokeReach } from './readBoard.ts';

export type DrawFailure =
  | { readonly kind: 'cellUnknown' }
  | { readonly kind: 'strokeTooLong'; readonly maxPoints: number };

/**
 * Draws a stroke. Points are whole tenths of a sheet unit, so that ink stays small in the journal; one that leaves the
 * table is drawn at its edge, since a reader leaves out strokes that do not stay on it.
 */
export function drawStroke(board: BoardDocument, stroke: Stroke): Result<void, DrawFailure> {
  if (!hasCell(board, stroke.cell)) return failed({ kind: 'cellUnknown' });
  if (stroke.points.length > 3 * maxStrokePoints) return failed({ kind: 'strokeTooLong', maxPoints: maxStrokePoints });
  board.transact(() =>
    board.strokes.set(stroke.id, {
      column: stroke.cell.column,
      theme: stroke.cell.theme,
      points: stroke.points.map((value, index) =>
        index % 3 === 2 ? roundTo(100, value) : roundTo(10, onTable(value)),
      ),
      colour: stroke.colour,
      width: stroke.width,
      author: stroke.author,
      ...(stroke.words === undefined ? {} : { words: stroke.words }),
    }),
  );
  return succeeded(undefined);
}

/** Longest words of a drawing, in UTF-16 units: a sentence or two, for whoever cannot see it. */
export const maxDrawingWords = 200;

export type DescribeFailure =
  | { readonly kind: 'drawingGone' }
  | { readonly kind: 'lineTooLong'; readonly maxLength: number };

/** A stroke as it lies in the document. */
type StoredStroke = Readonly<Record<string, unknown>>;

/** Says what one's own drawing shows; nothing takes the words away. */
export function describeDrawing(board: BoardDocument, drawing: Drawing): Result<void, DescribeFailure> {
  const words = cleanLine(drawing.words);
  if (words.length > maxDrawingWords) return failed({ kind: 'lineTooLong', maxLength: maxDrawingWords });
  const strokes = strokesOf(board, drawing);
  if (strokes.length === 0) return failed({ kind: 'drawingGone' });
  board.transact(() => sayOn(board, strokes, words));
  return succeeded(undefined);
}

/** The strokes of one drawing, those with fewest points first: a stroke is written as a whole. */
function strokesOf(board: BoardDocument, { cell, author }: Pick<Drawing, 'cell' | 'author'>): [string, StoredStroke][] {
  const sizeOf = ({ points }: StoredStroke): number => (Array.isArray(points) ? points.length : 0);
  return [...board.strokes.entries()]
    .filter((entry): entry is [string, StoredStroke] => typeof entry[1] === 'object' && entry[1] !== null)
    .filter(([, stroke]) => stroke.author === author && stroke.column === cell.column && stroke.theme === cell.theme)
    .sort(([, a], [, b]) => sizeOf(a) - sizeOf(b));
}

function sayOn(board: BoardDocument, strokes: readonly [string, StoredStroke][], words: string): void {
  const holder = words === '' ? undefined : (strokes.find(([, stroke]) => stroke.words) ?? strokes[0]);
  for (const [id, { words: before, ...stroke }] of strokes) {
    const after = id === holder?.[0] ? words : undefined;
    if (after !== before) board.strokes.set(id, after === undefined ? stroke : { ...stroke, words: after });
  }
}

function onTable(value: number): number {
  return Math.min(maxStrokeReach, Math.max(-maxStrokeReach, value));
}

function roundTo(parts: number, value: number): number {
  return Math.round(value * parts) / parts;
}

/** Rubs out one's own stroke. What the drawing says stays, as long as there is anything of it. */
export function eraseStroke(
  board: BoardDocument,
  strokeId: StrokeId,
  by: ParticipantId,
): Result<void, { readonly kind: 'notOwnStroke' }> {
  const stroke = board.strokes.get(strokeId) as StoredStroke | undefined;
  if (stroke?.author !== by) return failed({ kind: 'notOwnStroke' });
  const { words, column, theme } = stroke;
  board.transact(() => {
    board.strokes.delete(strokeId);
    const rest = strokesOf(board, { cell: { column, theme } as Cell, author: by });
    if (typeof words === 'string' && words !== '' && !rest.some(([, other]) => other.words)) sayOn(board, rest, words);
  });
  return succeeded(undefined);
}
