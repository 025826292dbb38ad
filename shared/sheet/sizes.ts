import type { Font } from './measureText.ts';

/** Sizes of the sheet, in sheet units: at 100 % one unit is one CSS pixel. Proportions from look/duk.png. */
export const sizes = {
  sheet: { margin: 24, gap: 10, radius: 14, hemInset: 10 },
  header: {
    y: 30,
    indent: 8,
    gap: 44,
    gapBelow: 26,
    labelGap: 12,
    lineHeight: 32,
    underline: 6,
    letterSpacing: 1.2,
    minValueWidth: 120,
    labelFont: { size: 15, weight: 'semibold' },
    valueFont: { size: 23, weight: 'regular' },
  },
  heading: {
    padding: 14,
    lineHeight: 26,
    horizonHeight: 24,
    font: { size: 20, weight: 'semibold' },
    horizonFont: { size: 16, weight: 'regular' },
  },
  labels: { width: 168, iconSize: 28, iconGap: 4, lineHeight: 22, font: { size: 17, weight: 'semibold' } },
  /** An empty row is as thin as its name and a finger allow: a sheet is mostly empty rows. */
  row: { minHeight: 74, minThemelessHeight: 60, foldedHeight: 44, gap: 3 },
  cell: { padding: 8, noteGap: 8, roomBelow: 4 },
  note: {
    /** One width on every duk: a note keeps its lines wherever it is moved. Six columns of one lane are some 2,150 units. */
    width: 300,
    /** A longer note lies across the lanes beside it, if there are any, so that it pushes no row apart. */
    longLines: 14,
    paddingX: 13,
    paddingTop: 10,
    paddingBottom: 8,
    lineHeight: 22,
    writingGap: 4,
    writingScale: 0.5,
    maxWritingHeight: 420,
    radius: 12,
    textFont: { size: 17, weight: 'regular' },
    /** 14 units is 11 px at the 80 % where a note is still read. */
    footerFont: { size: 14, weight: 'regular' },
    footerHeight: 20,
    footerGap: 4,
    sign: 10,
    stripPadding: 6,
    stripLine: 26,
    avatar: 24,
    pillFont: { size: 13, weight: 'semibold' },
    pillHeight: 22,
    pillPaddingX: 10,
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, number | Font>>>>;
