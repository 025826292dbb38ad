import { type Result, succeeded } from '../result.ts';
import { maxLanes, type SheetForm } from './board.ts';
import type { BoardDocument } from './boardDocument.ts';

/** Gives the sheet another form, for everybody. Lanes beyond the fewest or the most become those. */
export function setForm(board: BoardDocument, form: SheetForm): Result<void, never> {
  const within = Object.entries(form).map(([column, lanes]) => [
    column,
    Math.min(maxLanes, Math.max(1, Math.trunc(lanes))),
  ]);
  board.transact(() => board.duk.set('form', Object.fromEntries(within)));
  return succeeded(undefined);
}
