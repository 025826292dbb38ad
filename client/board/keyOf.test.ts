import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandOf } from './canvasKeys.ts';
import { keyOf } from './keyOf.ts';
import { press } from './keysForTests.ts';
import { isViewKey, undoOf } from './undoKeys.ts';

const letters = [...'abcdefghijklmnopqrstuvwxyz'];
/** What keyboards of those at our tables write: Ukrainian, Greek, Arabic, Tigrinya, Hebrew, Thai, Georgian. */
const foreign = [
  ...'йцукенгшщзхїфівапролджєячсмитьбю',
  ...'ςερτυθιοπασδφγηξκλζχψωβνμ',
  ...'ضصثقفغعهخحشسيبلاتنمكطئءؤرىةوزظ',
  ...'ሀለመጸተ',
  ...'קראטוןםפ',
  ...'ๆไำพะ',
  ...'ქწერტ',
];

const letter = fc.constantFrom(...letters);
const isShifted = fc.boolean();

describe('what a key is called in a shortcut', () => {
  it('is the letter that it writes, wherever it stands', () => {
    fc.assert(
      fc.property(letter, letter, isShifted, (written, place, shift) => {
        const key = shift ? written.toUpperCase() : written;
        expect(keyOf(press(key, { shift, code: `Key${place.toUpperCase()}` }))).toBe(written);
      }),
    );
  });

  it('is the letter of its place where it writes none of ours, so that every shortcut works on every keyboard', () => {
    fc.assert(
      fc.property(fc.constantFrom(...foreign), letter, isShifted, fc.boolean(), (written, place, shift, ctrl) => {
        const there = press(written, { shift, ctrl, code: `Key${place.toUpperCase()}` });
        const here = press(shift ? place.toUpperCase() : place, { shift, ctrl });
        expect(keyOf(there)).toBe(place);
        expect(undoOf(there)).toBe(undoOf(here));
        expect(commandOf(there, true)).toEqual(commandOf(here, true));
      }),
    );
  });

  it('is the letter of its place when Alt on a Mac makes it write something else', () => {
    for (const written of ['¬', 'ﬁ', 'ł', 'Dead', 'Ò'])
      expect(keyOf(press(written, { alt: true, code: 'KeyL' }))).toBe('l');
  });

  it('is never taken from its place for a letter with a sign over it: those keyboards have ours too', () => {
    for (const written of ['é', 'ø', 'ş', 'ß']) expect(keyOf(press(written, { code: 'KeyZ' }))).toBe(written);
  });

  it('is the name of what writes nothing', () => {
    for (const name of ['Enter', 'F2', 'ArrowUp', 'Home']) expect(keyOf(press(name, { code: 'KeyN' }))).toBe(name);
  });
});

describe('Alt and L, between canvas and list', () => {
  it.each([
    ['on a PC', press('l', { alt: true })],
    ['on a Mac', press('¬', { alt: true, code: 'KeyL' })],
    ['on a Norwegian Mac', press('ﬁ', { alt: true, code: 'KeyL' })],
    ['on a Ukrainian keyboard', press('д', { alt: true, code: 'KeyL' })],
  ])('is heard %s', (_, key) => {
    expect(isViewKey(key, false)).toBe(true);
  });

  it('is not what writes a letter: AltGr, and Alt in a box of words on a Mac', () => {
    expect(isViewKey(press('ł', { alt: true, ctrl: true, code: 'KeyL' }), true)).toBe(false);
    expect(isViewKey(press('ł', { alt: true, code: 'KeyL' }), true)).toBe(false);
    expect(isViewKey(press('l', { alt: true }), true)).toBe(true);
  });
});
