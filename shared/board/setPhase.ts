import { failed, type Result, succeeded } from '../result.ts';
import type { ThemeId } from '../template/index.ts';
import type { PhaseId } from './board.ts';
import type { BoardDocument } from './boardDocument.ts';

/** The keys that hold how the citizen sees it. */
export const citizenSuffix = ':citizen';

/**
 * Sets the phase of the journey, as a whole or for one theme; `undefined` takes it away. What the table agreed on and how the
 * citizen sees it lie side by side, so that neither writes over the other.
 */
export function setPhase(
  board: BoardDocument,
  of: 'overall' | ThemeId,
  phase: PhaseId | undefined,
  view: 'table' | 'citizen' = 'table',
): Result<void, { readonly kind: 'themeUnknown' }> {
  if (of !== 'overall' && !board.template.themes.some(({ id }) => id === of)) return failed({ kind: 'themeUnknown' });
  const key = view === 'citizen' ? of + citizenSuffix : of;
  board.transact(() => {
    if (phase) board.journey.set(key, phase);
    else board.journey.delete(key);
  });
  return succeeded(undefined);
}
