import { describe, expect, it } from 'vitest';
import type { ParticipantId, Stroke, StrokeId } from './board.ts';
import { boardOf, eirin, gro, nowHousing, nowWork, seen } from './boardBuilder.ts';
import { drawingsOf } from './drawings.ts';
import { describeDrawing, drawStroke, eraseStroke, maxDrawingWords } from './ink.ts';

const stroke = (id: string, author: ParticipantId = eirin, cell = nowWork): Stroke => ({
  ...{ id: id as StrokeId, cell, author, points: [1, 2, 0.5, 10, 2, 0.6], colour: 'ink', width: 3 },
});
const drawn = (...strokes: readonly Stroke[]) => {
  const board = boardOf();
  for (const each of strokes) expect(drawStroke(board, each).ok).toBe(true);
  return board;
};
const heart = { cell: nowWork, author: eirin } as const;

describe('a drawing', () => {
  it('is what one person has drawn in one cell', () => {
    const strokes = [stroke('a'), stroke('b'), stroke('c', gro), stroke('d', eirin, nowHousing)];
    expect(drawingsOf(strokes)).toEqual([
      { cell: nowWork, author: eirin, words: '' },
      { cell: nowWork, author: gro, words: '' },
      { cell: nowHousing, author: eirin, words: '' },
    ]);
  });

  it('says what its drawer says, and something else when they say it anew', () => {
    const board = drawn(stroke('a'), stroke('b'), stroke('c', gro));
    for (const words of ['Et hjerte', '  Et hjerte\nog en hund ']) describeDrawing(board, { ...heart, words });
    expect(drawingsOf(seen(board).strokes)).toEqual([
      { ...heart, words: 'Et hjerte og en hund' },
      { cell: nowWork, author: gro, words: '' },
    ]);
    describeDrawing(board, { ...heart, words: ' ' });
    expect(seen(board).strokes.every(({ words }) => words === undefined)).toBe(true);
    expect(seen(board).strokes.map(({ points }) => points)).toEqual(
      [stroke('a'), stroke('b'), stroke('c')].map(({ points }) => points),
    );
  });

  it.each(['a', 'b'] as const)('keeps its words when stroke %s of it is rubbed out', (id) => {
    const board = drawn(stroke('a'), stroke('b'));
    describeDrawing(board, { ...heart, words: 'Et hjerte' });
    eraseStroke(board, id as StrokeId, eirin);
    expect(drawingsOf(seen(board).strokes)).toEqual([{ ...heart, words: 'Et hjerte' }]);
  });

  it('that is gone, or words without an end, are refused', () => {
    const board = drawn(stroke('c', gro));
    expect(describeDrawing(board, { ...heart, words: 'Et hjerte' })).toEqual({
      ok: false,
      failure: { kind: 'drawingGone' },
    });
    const words = 'x'.repeat(maxDrawingWords + 1);
    expect(describeDrawing(board, { cell: nowWork, author: gro, words })).toEqual({
      ok: false,
      failure: { kind: 'lineTooLong', maxLength: maxDrawingWords },
    });
  });
});
