import { describe, expect, it } from 'vitest';
import { boardOf, type DocumentId, documentIdOf, partOf } from './documentId.ts';
import type { BoardId } from './ids.ts';

const board = 'b3d1' as BoardId;

describe('the documents of a board', () => {
  it('have the board’s own id for the duk, and ids below it for the others', () => {
    expect(documentIdOf(board, 'duk')).toBe('b3d1');
    expect(documentIdOf(board, 'translations')).toBe('b3d1/translations');
    expect(documentIdOf(board, 'private', 'anna')).toBe('b3d1/private/anna');
  });

  it('are told apart, and their board is known from each', () => {
    for (const part of ['duk', 'translations', 'private'] as const) {
      const documentId = documentIdOf(board, part, 'anna');
      expect([partOf(documentId), boardOf(documentId)]).toEqual([part, board]);
    }
  });

  it.each([
    'b/duk',
    'b/private',
    'b/private/',
    'b/other',
    'b/translations/anna',
    'b/private/anna/bo',
    'b/',
    '/private/a',
  ])('are not named by %s', (odd) => {
    expect(partOf(odd as DocumentId)).toBeUndefined();
  });
});
