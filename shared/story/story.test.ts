import { describe, expect, it } from 'vitest';
import type { PersonId } from '../board/index.ts';
import { isOpenToReaders, readingOf } from './story.ts';

const [hanne, tor] = ['hanne', 'tor'] as [PersonId, PersonId];

describe('a story that is told once', () => {
  it('is read by those who have a yes, one by one', () => {
    const readers = [{ personId: hanne, reading: 'yes' }] as const;
    expect([readingOf({ readers }, hanne), readingOf({ readers }, tor)]).toEqual(['yes', 'none']);
  });

  it('is shut where its author cannot take a yes back', () => {
    expect(isOpenToReaders({ isSubject: true }, true)).toBe(true);
    expect(isOpenToReaders({ isSubject: false }, true)).toBe(false);
    expect(isOpenToReaders({ isSubject: true }, false)).toBe(false);
    expect(isOpenToReaders(undefined, true)).toBe(false);
  });
});
