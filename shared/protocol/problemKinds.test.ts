import { describe, expect, it } from 'vitest';
import { problemKindOf, problemKinds, problemType } from './problemKinds.ts';

describe('the kinds of problems', () => {
  it('are read back from what the API says', () => {
    for (const kind of problemKinds) expect(problemKindOf({ type: problemType(kind) })).toBe(kind);
  });

  it('are none for what only a newer server knows', () => {
    expect(problemKindOf({ type: '/problems/ofTomorrow' })).toBeUndefined();
    expect(problemKindOf({ type: 'about:blank' })).toBeUndefined();
  });
});
