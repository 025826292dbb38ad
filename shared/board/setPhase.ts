import { failed, type Result, succeeded } from '../result.ts';
import type { ThemeId } from '../template/index.ts';
import type { PhaseId } from './board.ts';
import type { BoardDocument } from './boardDocument.ts';

/** Sets the phase of the journey, as a whole or for one theme; `undefined` takes it away. */
export function setPhase(
  board: BoardDocument,
  of: 'overall' | ThemeId,
  phase: PhaseId | undefined,
): Result<void, { readonly kind: 'themeUnknown' }> {
  if (of !== 'overall' && !board.template.themes.some(({ id }) => id === of)) return failed({ kind: 'themeUnknown' });
  board.transact(() => {
    if (phase) board.journey.set(of, phase);
    else board.journey.delete(of);
  });
  return succeeded(undefined);
}
