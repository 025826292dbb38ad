import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemsIn, listOf } from './pastedList.ts';

describe('what somebody pastes', () => {
  it.each([
    ['bullets', '• Søke startlån\n• Ringe NAV', ['Søke startlån', 'Ringe NAV']],
    ['dashes', '- Søke startlån\r\n- Ringe NAV\r\n', ['Søke startlån', 'Ringe NAV']],
    ['Word’s own bullets', '·\tSøke startlån\no\tRinge NAV\n§\tMøte', ['Søke startlån', 'Ringe NAV', 'Møte']],
    ['numbers', '1. Søke startlån\n2. Ringe NAV', ['Søke startlån', 'Ringe NAV']],
    ['numbers that go on from another list', '4) Søke startlån\n5) Ringe NAV', ['Søke startlån', 'Ringe NAV']],
    ['plain lines', 'Søke startlån\n\nRinge NAV', ['Søke startlån', 'Ringe NAV']],
    [
      'a line drawn in under a bullet',
      '• Søke startlån\n  i Husbanken\n• Ringe NAV',
      ['Søke startlån\ni Husbanken', 'Ringe NAV'],
    ],
  ])('is a list by its %s', (_, text, items) => {
    expect(itemsIn(text)).toEqual(items);
  });

  it('is no list when it is one line, or nothing', () => {
    expect(itemsIn('Ringe NAV på mandag')).toEqual(['Ringe NAV på mandag']);
    expect(itemsIn(' \n\t\n')).toEqual([]);
  });

  it('keeps numbers that are not a list’s', () => {
    expect(itemsIn('22. juni kommer Gro\n1. juli flytter vi')).toEqual(['22. juni kommer Gro', '1. juli flytter vi']);
    expect(itemsIn('1.12.2026 ringer vi\n2.12.2026 møtes vi')).toEqual(['1.12.2026 ringer vi', '2.12.2026 møtes vi']);
    expect(itemsIn('-5 grader\n-7 grader')).toEqual(['-5 grader', '-7 grader']);
  });
});

describe('notes that are copied', () => {
  it('are their own words, and a list when they are several', () => {
    expect(listOf(['Ringe NAV'])).toBe('Ringe NAV');
    expect(listOf(['Ringe NAV', 'Søke lån\ni banken'])).toBe('• Ringe NAV\n• Søke lån\n  i banken');
  });

  it('are the same notes when they are laid again', () => {
    const word = fc.stringMatching(/^[a-zæøå]{1,8}$/);
    const text = fc.array(word, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 5 }), (texts) => {
        expect(itemsIn(listOf(texts))).toEqual(texts);
      }),
    );
  });
});
