import { describe, expect, it } from 'vitest';
import { phaseIds } from './board.ts';
import { boardOf, everything, exchange, sameBoard, seen } from './boardBuilder.ts';
import { setPhase } from './setPhase.ts';

describe('setting the phase of the journey', () => {
  it.each(phaseIds)('as a whole: %s', (phase) => {
    const board = boardOf();
    setPhase(board, 'overall', phase);
    expect(seen(board).journey).toEqual({ overall: phase, themes: {} });
  });

  it('for one theme, beside the whole', () => {
    const board = boardOf();
    setPhase(board, 'overall', 'stable');
    setPhase(board, 'housing', 'exposed');
    expect(seen(board).journey).toEqual({ overall: 'stable', themes: { housing: 'exposed' } });
  });

  it('can be taken away', () => {
    const board = boardOf();
    setPhase(board, 'housing', 'exposed');
    setPhase(board, 'housing', undefined);
    expect(seen(board).journey).toEqual({ themes: {} });
  });

  it('fails for a theme the sheet does not have, and the duk is untouched', () => {
    const board = boardOf();
    const before = everything(board);
    for (const theme of ['football', '', '__proto__'])
      expect(setPhase(board, theme, 'stable')).toEqual({ ok: false, failure: { kind: 'themeUnknown' } });
    expect(everything(board)).toEqual(before);
  });

  it('by two people at once ends the same for both', () => {
    const eirins = boardOf();
    const gros = sameBoard(eirins);
    setPhase(eirins, 'overall', 'exposed');
    setPhase(gros, 'overall', 'stable');
    setPhase(gros, 'work', 'untenable');
    exchange(eirins, gros);
    expect(seen(eirins).journey).toEqual(seen(gros).journey);
    expect(seen(eirins).journey.themes).toEqual({ work: 'untenable' });
  });
});
