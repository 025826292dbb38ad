import { maxNoteLength } from '@duken/shared/board';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Key, nothingTyped, press, rowsOf, signOf, type Typing } from './typing.ts';

const type = (text: string, from: Typing = nothingTyped): Typing =>
  [...text].reduce((typing, sign) => press(typing, { kind: 'sign', sign }), from);
const remove: Key = { kind: 'delete' };

describe('the keyboard of an edge', () => {
  it('writes what is pressed, with a capital where a sentence begins', () => {
    expect(type('hei. æ er her').text).toBe('Hei. Æ er her');
    expect(press(type('ja'), { kind: 'line' })).toMatchObject({ text: 'Ja\n', isShifted: true });
    const small = press(nothingTyped, { kind: 'shift' });
    expect(type('nei', small).text).toBe('nei');
  });

  it('has every letter of bokmål, and figures, each on one key', () => {
    const written = (typing: Typing) =>
      rowsOf(typing).flatMap((row) => row.flatMap((key) => (key.kind === 'sign' ? signOf(typing, key.sign) : [])));
    const letters = written({ ...nothingTyped, isShifted: false });
    expect(letters.toSorted()).toEqual([...new Set(letters)].toSorted());
    expect(letters).toEqual(expect.arrayContaining([...'abcdefghijklmnopqrstuvwxyzæøå']));
    const others = press(nothingTyped, { kind: 'otherSigns' });
    expect(written(others)).toEqual(expect.arrayContaining([...'0123456789']));
    expect(press(others, { kind: 'otherSigns' }).hasOtherSigns).toBe(false);
  });

  it('writes and takes away where the caret is', () => {
    const typing = { ...type('abc'), from: 1, to: 1 };
    expect(press(typing, { kind: 'sign', sign: 'x' })).toMatchObject({ text: 'Axbc', from: 2, to: 2 });
    expect(press(typing, remove)).toMatchObject({ text: 'bc', from: 0, to: 0 });
    expect(press({ ...typing, from: 1, to: 3 }, remove)).toMatchObject({ text: 'A', from: 1, to: 1 });
    expect(press({ ...typing, from: 0, to: 0 }, remove).text).toBe('Abc');
  });

  it('takes away a whole sign, however it is made', () => {
    for (const sign of ['👨‍👩‍👧', 'e\u0301', '🇳🇴', '👍🏽']) {
      const text = `Hei${sign}`;
      expect(press({ ...nothingTyped, text, from: text.length, to: text.length }, remove).text).toBe('Hei');
    }
  });

  it('never leaves the caret outside the words, nor more words than a note takes', () => {
    const key: fc.Arbitrary<Key> = fc.oneof(
      fc.constantFrom<Key>(remove, { kind: 'line' }, { kind: 'shift' }, { kind: 'otherSigns' }),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }).map((sign) => ({ kind: 'sign', sign }) as const),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.array(key), fc.nat(), (text, keys, at) => {
        const caret = at % (text.length + 1);
        let typing: Typing = { ...nothingTyped, text, from: caret, to: caret };
        for (const one of keys) {
          typing = press(typing, one);
          expect(typing.from).toBe(typing.to);
          expect(typing.from).toBeGreaterThanOrEqual(0);
          expect(typing.from).toBeLessThanOrEqual(typing.text.length);
        }
      }),
    );
    const full = { ...nothingTyped, text: 'a'.repeat(maxNoteLength), from: 3, to: 3 };
    expect(press(full, { kind: 'sign', sign: 'b' })).toBe(full);
  });
});
