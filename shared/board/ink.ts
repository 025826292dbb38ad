import { failed, type Result, succeeded } from '../result.ts';
import type { ParticipantId, Stroke, StrokeId } from './board.ts';
import type { BoardDocument } from './boardDocument.ts';
import { hasCell } from './cellOrder.ts';
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
    }),
  );
  return succeeded(undefined);
}

function onTable(value: number): number {
  return Math.min(maxStrokeReach, Math.max(-maxStrokeReach, value));
}

function roundTo(parts: number, value: number): number {
  return Math.round(value * parts) / parts;
}

/** Rubs out one's own stroke. */
export function eraseStroke(
  board: BoardDocument,
  strokeId: StrokeId,
  by: ParticipantId,
): Result<void, { readonly kind: 'notOwnStroke' }> {
  const stroke = board.strokes.get(strokeId) as { readonly author?: unknown } | undefined;
  if (stroke?.author !== by) return failed({ kind: 'notOwnStroke' });
  board.transact(() => board.strokes.delete(strokeId));
  return succeeded(undefined);
}
