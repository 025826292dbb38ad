import type { Font } from './measureText.ts';

/** Sizes of the sheet, in sheet units: at 100 % one unit is one CSS pixel. Proportions from look/duk.png. */
export const sizes = {
  /** One width on every device; devices zoom. At 1440 pixels the whole width shows at about 66 %. */
  sheet: { width: 2080, margin: 30, gap: 10, radius: 14, hemInset: 10 },
  header: {
    y: 44,
    indent: 8,
    gap: 44,
    gapBelow: 20,
    labelGap: 12,
    lineHeight: 30,
    underline: 6,
    letterSpacing: 1.2,
    minValueWidth: 120,
    labelFont: { size: 13, weight: 'semibold' },
    valueFont: { size: 21, weight: 'regular' },
  },
  heading: {
    padding: 15,
    lineHeight: 26,
    horizonHeight: 24,
    font: { size: 20, weight: 'semibold' },
    horizonFont: { size: 16, weight: 'regular' },
  },
  labels: { width: 160, iconSize: 32, lineHeight: 23, font: { size: 17, weight: 'semibold' } },
  row: { minHeight: 124, minThemelessHeight: 92, foldedHeight: 46, gap: 3 },
  cell: { padding: 10, noteGap: 9, roomBelow: 14 },
  band: { noteWidth: 280 },
  note: {
    paddingX: 14,
    paddingTop: 12,
    paddingBottom: 10,
    lineHeight: 24,
    radius: 12,
    textFont: { size: 17, weight: 'regular' },
    /** 14 units is 11 px at the 80 % where a note is still read. */
    footerFont: { size: 14, weight: 'regular' },
    footerHeight: 22,
    footerGap: 5,
    sign: 10,
    stripPadding: 9,
    stripLine: 26,
    avatar: 24,
    pillFont: { size: 13, weight: 'semibold' },
    pillHeight: 22,
    pillPaddingX: 10,
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, number | Font>>>>;
