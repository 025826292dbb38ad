import type { Board } from '@duken/shared/board';

/** What goes into the plan version if the duk is frozen now. */
export interface FreezeSummary {
  readonly notes: number;
  readonly actions: number;
  readonly dreams: number;
}

export function summariseFreeze(board: Board): FreezeSummary {
  return {
    notes: board.notes.length,
    actions: board.notes.filter(({ action }) => action !== undefined).length,
    dreams: board.notes.filter(({ cell }) => cell.column === 'dream').length,
  };
}
