import { interAdvances } from './interAdvances.ts';

/** The weights that the sheet is set in: 400 and 600. */
export type Weight = keyof typeof interAdvances;

export interface Font {
  /** Sheet units per em. */
  readonly size: number;
  readonly weight: Weight;
}

const unitsPerEm = 2048;

/** By code point; undefined where Inter has no glyph. */
const advances: Readonly<Record<Weight, ReadonlyMap<number, number>>> = {
  regular: readAdvances(interAdvances.regular),
  semibold: readAdvances(interAdvances.semibold),
};

function readAdvances(rows: readonly (readonly [number, string])[]): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const [first, row] of rows)
    row.split(',').forEach((advance, index) => {
      if (advance !== '0') found.set(first + index, Number(advance));
    });
  return found;
}

/**
 * Widths for what Inter has no glyph for, in 1/2048 em: a little wider than the widest font we know of for the script,
 * since another machine's font must not run out of its note. First match counts.
 */
const otherWidths: readonly (readonly [first: number, last: number, width: number])[] = [
  [0x0000, 0x001f, 0], // control signs
  [0x00ad, 0x00ad, 0], // signs that only say where to break, or which way to read
  [0x200b, 0x200f, 0],
  [0x202a, 0x202e, 0],
  [0x2060, 0x206f, 0],
  [0xfeff, 0xfeff, 0],
  [0x0590, 0x05ff, 1400], // Hebrew
  [0x0600, 0x08ff, 1500], // Arabic
  [0x0900, 0x0dff, 1900], // Indic scripts
  [0x0e00, 0x0eff, 1400], // Thai, Lao
  [0x10a0, 0x10ff, 1400], // Georgian
  [0x0530, 0x058f, 1500], // Armenian
  [0x1200, 0x139f, 2100], // Ethiopic
  [0x2300, 0x23ff, 2800], // signs that many machines draw as emoji
  [0x2600, 0x27bf, 2800],
  [0x2b00, 0x2bff, 2800],
  [0x2e80, 0xd7ff, 2048], // Chinese, Japanese, Korean
  [0xf900, 0xfaff, 2048],
  [0xfb1d, 0xfb4f, 1400],
  [0xfb50, 0xfdff, 1800],
  [0xfe70, 0xfeff, 1500],
  [0xff00, 0xffef, 2048],
  [0x1f000, 0x1faff, 2800], // emoji
];
const unknownWidth = 2048;
/** Canvas and SVG draw a tabulator as a space. */
const tab = 0x09;
const space = 0x20;
const emojiWidth = 2800;

/** A stretch that is never cut: a letter with its marks, an emoji with its skin and its family. */
export interface Cluster {
  readonly text: string;
  /** In 1/2048 em. */
  readonly advance: number;
}

const mark = /^(\p{M}|\u200c|\u200d|[\ufe00-\ufe0f]|[\u{e0020}-\u{e007f}])$/u;
const skin = /^[\u{1f3fb}-\u{1f3ff}]$/u;
const regional = /^[\u{1f1e6}-\u{1f1ff}]$/u;

/** Cuts text into clusters. A simple reading of Unicode's annex 29 that gives the same answer on every machine. */
export function clustersOf(text: string, weight: Weight): readonly Cluster[] {
  const table = advances[weight];
  const clusters: { text: string; advance: number }[] = [];
  let joins = false;
  let openFlag = false;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const last = clusters.at(-1);
    if (code < 0x300) {
      clusters.push({ text: character, advance: table.get(code === tab ? space : code) ?? otherWidth(code) });
      joins = false;
      openFlag = false;
      continue;
    }
    if (last && (joins || mark.test(character) || skin.test(character) || (openFlag && regional.test(character)))) {
      last.text += character;
      // A variation selector 16 asks for the colourful form of a plain sign.
      if (code === 0xfe0f) last.advance = Math.max(last.advance, emojiWidth);
      joins = code === 0x200d && last.advance >= emojiWidth;
      openFlag = false;
      continue;
    }
    clusters.push({ text: character, advance: table.get(code) ?? otherWidth(code) });
    joins = false;
    openFlag = regional.test(character);
  }
  return clusters;
}

function otherWidth(code: number): number {
  if (mark.test(String.fromCodePoint(code))) return 0;
  return otherWidths.find(([first, last]) => code >= first && code <= last)?.[2] ?? unknownWidth;
}

/** How wide text is on one line, in sheet units, rounded up to whole ones. */
export function textWidth(text: string, font: Font): number {
  let advance = 0;
  for (const cluster of clustersOf(text, font.weight)) advance += cluster.advance;
  return Math.ceil((advance * font.size) / unitsPerEm);
}

/** The widest run of advances, in 1/2048 em, that fits in so many sheet units. */
export function advanceThatFits(width: number, font: Font): number {
  return Math.floor((width * unitsPerEm) / font.size);
}
