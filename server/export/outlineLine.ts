import bidiFactory, { type Bidi } from 'bidi-js';
import { Direction, Buffer as ShapingBuffer, shape } from 'harfbuzzjs';
import { type LetterWeight, type ShapingFont, shapingFonts } from './fonts.ts';
import { inKnownLetters } from './knownLetters.ts';

// Its types describe an ES module, but Node gets its CommonJS form: the function itself.
const bidi = (bidiFactory as unknown as () => Bidi)();
const graphemes = new Intl.Segmenter('nb', { granularity: 'grapheme' });

/** Letters of one font and one direction, standing side by side. */
interface Run {
  text: string;
  readonly font: ShapingFont;
  /** Of the bidirectional algorithm: odd runs from right to left. */
  readonly level: number;
}

export interface LineOutline {
  /** Each letter as SVG path data in its font's units, y upwards, with where it stands. All else in ems. */
  readonly letters: readonly { readonly d: string; readonly x: number; readonly y: number; readonly scale: number }[];
  readonly width: number;
}

/**
 * One line of text as outlines of our own fonts, shaped by HarfBuzz: Arabic joined, vowel signs on their letters, emoji of
 * several signs as one, each stretch in its own direction.
 */
export function outlineLine(line: string, weight: LetterWeight, isRightToLeft: boolean): LineOutline {
  const letters: LineOutline['letters'][number][] = [];
  let pen = 0;
  for (const run of inVisualOrder(runsOf(inKnownLetters(line).text, weight, isRightToLeft))) {
    const { font, unitsPerEm } = run.font;
    const buffer = new ShapingBuffer();
    buffer.addText(run.text);
    buffer.guessSegmentProperties();
    buffer.setDirection(run.level % 2 === 1 ? Direction.RTL : Direction.LTR);
    shape(font, buffer);
    const positions = buffer.getGlyphPositions();
    for (const [index, { codepoint: glyph }] of buffer.getGlyphInfos().entries()) {
      const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
      const d = font.glyphToPath(glyph);
      if (d !== '') letters.push({ d, x: pen + xOffset / unitsPerEm, y: yOffset / unitsPerEm, scale: 1 / unitsPerEm });
      pen += xAdvance / unitsPerEm;
    }
  }
  return { letters, width: pen };
}

function runsOf(text: string, weight: LetterWeight, isRightToLeft: boolean): readonly Run[] {
  const fonts = shapingFonts(weight);
  const { levels } = bidi.getEmbeddingLevels(text, isRightToLeft ? 'rtl' : 'ltr');
  const runs: Run[] = [];
  for (const { segment, index } of graphemes.segment(text)) {
    const codes = Array.from(segment.replace(/\p{Default_Ignorable_Code_Point}/gu, ''), (letter) =>
      letter.codePointAt(0),
    );
    const font =
      fonts.find(({ letters }) => codes.every((code) => code !== undefined && letters.has(code))) ?? fonts[0];
    if (!font) throw new Error('there are no fonts');
    const level = levels[index] ?? 0;
    const last = runs.at(-1);
    if (last && last.font === font && last.level === level) last.text += segment;
    else runs.push({ text: segment, font, level });
  }
  return runs;
}

/** Left to right as seen: rule L2 of the bidirectional algorithm (UAX 9). */
function inVisualOrder(runs: readonly Run[]): readonly Run[] {
  let order = [...runs];
  const highest = Math.max(0, ...runs.map(({ level }) => level));
  for (let level = highest; level >= 1; level -= 1) {
    const next: Run[] = [];
    let turned: Run[] = [];
    for (const run of order) {
      if (run.level >= level) turned.unshift(run);
      else {
        next.push(...turned, run);
        turned = [];
      }
    }
    order = [...next, ...turned];
  }
  return order;
}
