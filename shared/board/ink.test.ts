import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inkColours, type Stroke, type StrokeId } from './board.ts';
import { boardOf, eirin, everything, exchange, gro, noSuchCell, nowWork, sameBoard, seen } from './boardBuilder.ts';
import { drawStroke, eraseStroke } from './ink.ts';
import { maxStrokePoints } from './readBoard.ts';

const line = 'line' as StrokeId;
const stroke: Stroke = {
  id: line,
  cell: nowWork,
  points: [1, 2, 0.5, 10, 2, 0.6],
  colour: 'ink',
  width: 3,
  author: eirin,
};

describe('drawing', () => {
  it('shows the stroke in the cell it was drawn in', () => {
    const board = boardOf();
    drawStroke(board, stroke);
    expect(seen(board).strokes).toEqual([stroke]);
  });

  it('keeps points to a tenth of a unit and pressure to a hundredth', () => {
    const board = boardOf();
    drawStroke(board, { ...stroke, points: [1.23456, 2.98765, 0.33333] });
    expect(seen(board).strokes[0]?.points).toEqual([1.2, 3, 0.33]);
  });

  it('shows every stroke that a hand can draw', () => {
    const reach = fc.double({ min: -50_000, max: 50_000, noNaN: true });
    const point = fc.tuple(reach, reach, fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(
        fc.array(point, { minLength: 1, maxLength: 50 }),
        fc.constantFrom(...inkColours),
        (points, colour) => {
          const board = boardOf();
          expect(drawStroke(board, { ...stroke, points: points.flat(), colour }).ok).toBe(true);
          expect(seen(board)).toMatchObject({ strokes: [{ id: 'line', colour }], leftOut: 0 });
        },
      ),
    );
  });

  it.each([
    ['in a cell the sheet does not have', { cell: noSuchCell }, { kind: 'cellUnknown' }],
    [
      'without an end',
      { points: new Array<number>(3 * maxStrokePoints + 3).fill(1) },
      { kind: 'strokeTooLong', maxPoints: maxStrokePoints },
    ],
  ])('%s is refused, and the duk is untouched', (_, change, failure) => {
    const board = boardOf();
    const before = everything(board);
    expect(drawStroke(board, { ...stroke, ...change })).toEqual({ ok: false, failure });
    expect(everything(board)).toEqual(before);
  });
});

describe('rubbing out', () => {
  it("takes away one's own stroke", () => {
    const board = boardOf();
    drawStroke(board, stroke);
    eraseStroke(board, line, eirin);
    expect(seen(board).strokes).toEqual([]);
  });

  it("leaves others' strokes, and those that have gone already", () => {
    const board = boardOf();
    drawStroke(board, stroke);
    const before = everything(board);
    expect(eraseStroke(board, line, gro)).toEqual({ ok: false, failure: { kind: 'notOwnStroke' } });
    expect(eraseStroke(board, 'gone' as StrokeId, gro)).toEqual({ ok: false, failure: { kind: 'notOwnStroke' } });
    expect(everything(board)).toEqual(before);
  });

  it('while somebody else draws takes away only what was rubbed out', () => {
    const eirins = boardOf();
    drawStroke(eirins, stroke);
    const gros = sameBoard(eirins);
    eraseStroke(eirins, line, eirin);
    drawStroke(gros, { ...stroke, id: 'hers' as StrokeId, author: gro });
    exchange(eirins, gros);
    expect(seen(eirins).strokes.map(({ id }) => id)).toEqual(['hers']);
    expect(seen(eirins)).toEqual(seen(gros));
  });
});
