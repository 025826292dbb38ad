import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caretPlace, indexAtPoint, selectionBoxes } from './caretPlaces.ts';
import { clustersOf, textWidth } from './measureText.ts';
import { noteBox } from './noteBox.ts';
import { note, someText } from './sheetBuilder.ts';
import { sheetWords } from './sheetWords.ts';
import { sizes } from './sizes.ts';

const { textFont, lineHeight, paddingX, paddingTop } = sizes.note;

function noteSaying(text: string, width = 300) {
  return noteBox(note('a', { column: 'now', theme: 'work' }, { text }), width, 'Eirin', sheetWords.nb);
}

describe('the place of a caret in a note', () => {
  it('is where the next letter will come', () => {
    const box = noteSaying('Søke om\nlån');
    expect(caretPlace(box, 0)).toEqual({ x: paddingX, y: paddingTop, height: lineHeight });
    expect(caretPlace(box, 4).x).toBe(paddingX + textWidth('Søke', textFont));
    expect(caretPlace(box, 8)).toEqual({ x: paddingX, y: paddingTop + lineHeight, height: lineHeight });
    expect(caretPlace(box, 11).x).toBe(paddingX + textWidth('lån', textFont));
  });

  it('follows a space that was just typed', () => {
    expect(caretPlace(noteSaying('Søke '), 5).x).toBeGreaterThan(caretPlace(noteSaying('Søke '), 4).x);
  });

  it('stays on the note however many spaces hang at the end of a line', () => {
    expect(caretPlace(noteSaying(`a${' '.repeat(300)}`), 301).x).toBe(300 - paddingX);
  });

  it('counts from the right edge where the words run from right to left', () => {
    const box = noteSaying('سلام');
    expect(caretPlace(box, 0).x).toBe(300 - paddingX);
    expect(caretPlace(box, 4).x).toBe(300 - paddingX - textWidth('سلام', textFont));
  });

  it('is at the start of an empty note', () => {
    expect(caretPlace(noteSaying(''), 0)).toEqual({ x: paddingX, y: paddingTop, height: lineHeight });
  });

  it('is on the note for every place in every text', () => {
    fc.assert(
      fc.property(someText, fc.nat({ max: 200 }), (text, index) => {
        const box = noteSaying(text);
        const { x, y, height } = caretPlace(box, Math.min(index, text.length));
        expect(x).toBeGreaterThanOrEqual(paddingX);
        expect(x).toBeLessThanOrEqual(box.width - paddingX);
        expect(y + height).toBeLessThanOrEqual(box.footerY);
      }),
      { numRuns: 300 },
    );
  });
});

describe('pointing in a note', () => {
  const words = fc.array(
    fc.constantFrom('jeg', 'vil', 'søke', 'arbeidsavklaringspengevedtaket', 'm', '🙂', '👨‍👩‍👧', '🇳🇴', 'e\u{301}'),
    { minLength: 1, maxLength: 12 },
  );
  const leftToRight = fc
    .tuple(words, fc.constantFrom(' ', '\n', ', ', ' \n'))
    .map(([parts, between]) => parts.join(between));

  it('at a caret finds the place it stood for', () => {
    fc.assert(
      fc.property(leftToRight, (text) => {
        const box = noteSaying(text);
        let index = 0;
        for (const cluster of clustersOf(text, textFont.weight)) {
          const place = caretPlace(box, index);
          expect(indexAtPoint(box, { x: place.x, y: place.y + lineHeight / 2 })).toBe(index);
          index += cluster.text.length;
        }
      }),
      { numRuns: 300 },
    );
  });

  it('behind the words of a line, above the first line and below the last finds their ends', () => {
    const box = noteSaying('Søke om\nlån');
    expect(indexAtPoint(box, { x: 299, y: paddingTop })).toBe(7);
    expect(indexAtPoint(box, { x: -50, y: -50 })).toBe(0);
    expect(indexAtPoint(box, { x: 999, y: 999 })).toBe(11);
  });

  it('behind a line that goes on below stays on that line', () => {
    const box = noteSaying('Søke om startlån i kommunen og så', 120);
    expect(box.lines.length).toBeGreaterThan(2);
    box.lines.forEach((line, row) => {
      const index = indexAtPoint(box, { x: 119, y: paddingTop + (row + 0.5) * lineHeight });
      expect(caretPlace(box, index).y).toBe(paddingTop + row * lineHeight);
      expect(index).toBe(line.start + line.text.length);
    });
  });

  it('anywhere finds a place in the text, never inside an emoji', () => {
    const somePoint = fc.record({ x: fc.integer({ min: -50, max: 350 }), y: fc.integer({ min: -50, max: 700 }) });
    fc.assert(
      fc.property(someText, somePoint, (text, point) => {
        const index = indexAtPoint(noteSaying(text), point);
        expect(index).toBeGreaterThanOrEqual(0);
        expect(index).toBeLessThanOrEqual(text.length);
        const unit = text.charCodeAt(index);
        const isInside = unit >= 0xdc00 && unit <= 0xdfff && /[\ud800-\udbff]$/.test(text.slice(0, index));
        expect(isInside).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the boxes of a selection', () => {
  it('are one for each line it touches', () => {
    const boxes = selectionBoxes(noteSaying('Søke om\nlån'), 5, 10);
    expect(boxes).toEqual([
      { x: paddingX + textWidth('Søke ', textFont), y: paddingTop, width: expect.any(Number), height: lineHeight },
      { x: paddingX, y: paddingTop + lineHeight, width: textWidth('lå', textFont), height: lineHeight },
    ]);
  });

  it('are none when nothing is selected', () => {
    expect(selectionBoxes(noteSaying('Søke om'), 3, 3)).toEqual([]);
  });

  it('are on the note and never turned inside out', () => {
    fc.assert(
      fc.property(someText, fc.nat({ max: 60 }), fc.nat({ max: 60 }), (text, one, other) => {
        const box = noteSaying(text);
        for (const { x, y, width, height } of selectionBoxes(box, Math.min(one, other), Math.max(one, other))) {
          expect(width).toBeGreaterThanOrEqual(0);
          expect(x).toBeGreaterThanOrEqual(paddingX);
          expect(x + width).toBeLessThanOrEqual(box.width - paddingX);
          expect(y + height).toBeLessThanOrEqual(box.footerY);
        }
      }),
      { numRuns: 300 },
    );
  });
});
