import { describe, expect, it } from 'vitest';
import { longDate, sheetWords, shortDate } from './sheetWords.ts';

const { nb, nn, en } = sheetWords;

describe('dates on the sheet', () => {
  it('are written as people write them, in each language', () => {
    expect(longDate('2025-11-02', nb)).toBe('2. november 2025');
    expect(longDate('2025-05-17', nn)).toBe('17. mai 2025');
    expect(longDate('2025-05-17', en)).toBe('17 May 2025');
    expect(shortDate('2025-12-01')).toBe('1.12.25');
    expect(shortDate('2006-02-09')).toBe('9.2.06');
  });

  it('are left out while none is set', () => {
    expect([longDate('', nb), shortDate('')]).toEqual(['', '']);
  });
});

describe('the words of the sheet', () => {
  it.each([nb, nn, en])('have no holes in $language', (words) => {
    const all = Object.values(words).flatMap((value) =>
      typeof value === 'string' ? [value] : Object.values<string>(value),
    );
    expect(all.filter((word) => word.trim() === '')).toEqual([]);
    expect(words.months).toHaveLength(12);
  });
});
