import { describe, expect, it } from 'vitest';
import { dimLook, dimLookInContrast, paperLook, paperLookInContrast, type SheetLook } from './look.ts';

function light(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast of two colours as WCAG counts it. */
function between(one: string, other: string): number {
  const [darker, lighter] = [light(one), light(other)].toSorted((a, b) => a - b) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

/** The faintest of what a look writes: beside headings, and on each paper and wash. */
function faintest(look: SheetLook): number {
  const onCloth = [look.sheet, look.theme, ...Object.values(look.columns)].map((wash) => between(look.muted, wash));
  const onPapers = Object.values(look.papers).map((paper) => between(look.noteMuted, paper));
  return Math.min(...onCloth, ...onPapers);
}

describe('the colours of the sheet', () => {
  it.each([
    ['day', paperLook, paperLookInContrast],
    ['night', dimLook, dimLookInContrast],
  ])(
    'by %s keep 4.5:1 in what is least, and 7:1 and a hem that is seen for whoever asks for contrast',
    (_, plain, clear) => {
      expect(faintest(plain)).toBeGreaterThanOrEqual(4.5);
      expect(faintest(clear)).toBeGreaterThanOrEqual(7);
      expect(between(clear.hem, clear.sheet)).toBeGreaterThanOrEqual(4.5);
    },
  );
});
