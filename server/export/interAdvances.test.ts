import { textWidth } from '@duken/shared/sheet';
import { describe, expect, it } from 'vitest';
import { shapingFonts } from './fonts.ts';
import { outlineLine } from './outlineLine.ts';

/** At as many units as the font has to the em, a width is the advance itself. */
const unitsPerEm = 2048;
/** Latin with its additions, Greek, Cyrillic, punctuation, arrows: what people here write that Inter has. */
const writing: readonly (readonly [first: number, last: number])[] = [
  [0x20, 0x7e],
  [0xa0, 0xac],
  [0xae, 0x17f],
  [0x384, 0x3ce],
  [0x400, 0x45f],
  [0x1e00, 0x1eff],
  [0x2010, 0x2027],
  [0x2030, 0x203a],
  [0x20a0, 0x20bf],
  [0x2190, 0x2199],
];

describe('the table of advances that lines are broken by', () => {
  it.each(['regular', 'semibold'] as const)('says what the Inter that ships says, in %s', (weight) => {
    const inter = shapingFonts(weight)[0];
    expect(inter?.unitsPerEm).toBe(unitsPerEm);
    const codes = writing.flatMap(([first, last]) =>
      Array.from({ length: last - first + 1 }, (_, index) => first + index),
    );
    const letters = codes.filter((code) => inter?.letters.has(code)).map((code) => String.fromCodePoint(code));
    expect(letters.length).toBeGreaterThan(600);
    const differing = letters.filter(
      (letter) =>
        textWidth(letter, { size: unitsPerEm, weight }) !==
        Math.round(outlineLine(letter, weight, false).width * unitsPerEm),
    );
    expect(differing).toEqual([]);
  });
});
