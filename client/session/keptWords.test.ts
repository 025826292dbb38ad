import type { Stroke, StrokeId } from '@duken/shared/board';
import { describe, expect, it } from 'vitest';
import { copyTextOf, keep } from './keptWords.ts';

describe('what could not be laid', () => {
  const stroke = { id: 's' as StrokeId, points: [1, 1, 1], words: 'Huset vårt' } as unknown as Stroke;

  it('gives back what somebody said that a drawing shows', () => {
    expect(copyTextOf([keep({ kind: 'stroke', stroke })])).toBe('Huset vårt');
  });

  it('only names a drawing of which nothing was said', () => {
    const { words: _, ...bare } = stroke;
    expect(keep({ kind: 'stroke', stroke: bare })).toEqual({ kind: 'stroke', words: '', about: '' });
  });
});
