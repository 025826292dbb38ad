import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakLines } from './breakLines.ts';
import { clustersOf, textWidth } from './measureText.ts';
import { someText } from './sheetBuilder.ts';
import { sizes } from './sizes.ts';

const font = sizes.note.textFont;
const someWidth = fc.integer({ min: 20, max: 400 });

/** The lines of a text in a width that a given stretch just fills. */
function linesAsWideAs(fits: string, text: string): string[] {
  return breakLines(text, textWidth(fits, font), font).map((line) => line.text);
}

describe('breaking text into lines', () => {
  it('breaks between words, and lets the space hang', () => {
    expect(linesAsWideAs('Søke om', 'Søke om startlån')).toEqual(['Søke om', 'startlån']);
  });

  it('breaks after a hyphen and a dash', () => {
    expect(linesAsWideAs('arbeids-', 'arbeids-avklaring'.slice(0, 15))).toEqual(['arbeids-', 'avklari']);
    expect(linesAsWideAs('Oslo–', 'Oslo–Moss')).toEqual(['Oslo–', 'Moss']);
  });

  it('does not break before a minus and a number, nor between a word and its comma', () => {
    expect(linesAsWideAs('kurs, 2', 'kurs, 2-3')).toEqual(['kurs,', '2-3']);
    expect(linesAsWideAs('ja ja', 'ja ja, ja')).toEqual(['ja', 'ja,', 'ja']);
  });

  it('breaks inside a word only where it has a whole line to itself and still does not fit', () => {
    expect(linesAsWideAs('avklaring', 'en arbeidsavklaring')).toEqual(['en', 'arbeidsa', 'vklaring']);
  });

  it('gives an empty line for each line break that nothing follows', () => {
    expect(breakLines('', 100, font)).toEqual([{ text: '', start: 0, end: 0, rightToLeft: false }]);
    expect(breakLines('en\n\nto\n', 100, font)).toEqual([
      { text: 'en', start: 0, end: 2, rightToLeft: false },
      { text: '', start: 3, end: 3, rightToLeft: false },
      { text: 'to', start: 4, end: 6, rightToLeft: false },
      { text: '', start: 7, end: 7, rightToLeft: false },
    ]);
  });

  it('starts a paragraph at the right edge when its first letter is Arabic or Hebrew', () => {
    expect(
      breakLines('Hei\nسلام Eirin\n1. עברית\n🙂 hei سلام\n...', 400, font).map(({ rightToLeft }) => rightToLeft),
    ).toEqual([false, true, true, false, false]);
  });

  it('breaks between Chinese letters, but not before their full stop', () => {
    expect(linesAsWideAs('你好', '你好。你好')).toEqual(['你', '好。', '你好']);
  });

  it('gives the lines all of the text but its line breaks, in order', () => {
    fc.assert(
      fc.property(someText, someWidth, (text, width) => {
        let position = 0;
        for (const line of breakLines(text, width, font)) {
          // Between two lines stands nothing, or one line break.
          if (line.start !== position) expect(text.slice(position, line.start)).toBe('\n');
          expect(text.slice(line.start, line.end).trimEnd()).toBe(line.text);
          expect(text.slice(line.start, line.end)).not.toContain('\n');
          position = line.end;
        }
        expect(position).toBe(text.length);
      }),
      { numRuns: 500 },
    );
  });

  it('never makes a line wider than there is room for, save for one letter that is wider than the room', () => {
    fc.assert(
      fc.property(someText, someWidth, (text, width) => {
        for (const line of breakLines(text, width, font))
          if (clustersOf(line.text, font.weight).filter(({ advance }) => advance > 0).length > 1)
            expect(textWidth(line.text, font)).toBeLessThanOrEqual(width);
      }),
      { numRuns: 500 },
    );
  });

  it('never cuts an emoji, a family, a flag, or a letter from its marks', () => {
    const asPeopleCount = new Intl.Segmenter('nb', { granularity: 'grapheme' });
    const words = fc.array(
      fc.constantFrom(
        '👩🏽‍🚒',
        '👨‍👩‍👧‍👦',
        '🇳🇴',
        '🇸🇪',
        '❤️',
        '❤️‍🔥',
        '1️⃣',
        '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
        '🏳️‍🌈',
        '🤷🏿‍♀️',
        'e\u{301}',
        'Ả',
        'o\u{308}\u{323}',
        'a',
        ' ',
        'سَلَام',
      ),
      { minLength: 1, maxLength: 20 },
    );
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 120 }), (parts, width) => {
        const text = parts.join('');
        const mayBegin = new Set([...asPeopleCount.segment(text)].map(({ index }) => index));
        for (const line of breakLines(text, width, font).slice(1)) expect(mayBegin).toContain(line.start);
      }),
      { numRuns: 500 },
    );
  });

  it('fills each line: the first word of the next would not have fitted', () => {
    const words = fc.array(fc.stringMatching(/^[a-zæøå]{1,9}$/), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(words, (parts) => {
        const lines = breakLines(parts.join(' '), 150, font);
        lines.slice(1).forEach((line, index) => {
          const [next] = line.text.split(' ');
          expect(textWidth(`${lines[index]?.text} ${next}`, font)).toBeGreaterThan(150);
        });
      }),
    );
  });
});

describe('the width of text', () => {
  it('is nothing for signs that are not seen', () => {
    for (const unseen of ['\u{ad}', '\u{200b}', '\u{200e}', '\u{200f}', '\u{2060}', '\u{feff}'])
      expect(textWidth(`a${unseen}b`, font)).toBe(textWidth('ab', font));
  });

  it('is a space for a tabulator, as the canvas draws it', () => {
    expect(textWidth('a\tb', font)).toBe(textWidth('a b', font));
  });

  it('is that of an emoji for every sign that a machine draws as one', () => {
    for (const emoji of ['🙂', '⭐', '⏰', '⌚', '⬛', '✨', '☕', '❤️', '1️⃣', '©️'])
      expect([emoji, textWidth(emoji, font)]).toEqual([emoji, textWidth('🙂', font)]);
  });

  it('is the same whichever way a letter was typed, with its mark apart or not', () => {
    expect(textWidth('e\u{301}', font)).toBe(textWidth('e', font));
  });
});
