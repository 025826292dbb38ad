import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanInsert, cleanLine, cleanText, isBlank } from './cleanText.ts';

describe('what people write, as it is kept', () => {
  it.each(['\v', '\f', '\u0085', '\u2028', '\u2029', '\r', '\r\n'])(
    '%j separates words, and becomes a line break',
    (sign) => {
      expect(cleanText(`Ringe NAV${sign}Snakke med Mona`)).toBe('Ringe NAV\nSnakke med Mona');
    },
  );

  it('has composed letters, whatever keyboard or file they came from', () => {
    expect(cleanText('A\u030a, sa\u030a fint')).toBe('Å, så fint');
  });

  it('has no signs that nobody sees', () => {
    expect(cleanText('Nå\u200b ri\u00adnger\u2060 \ufeffvi\u0000 \u3164NAV\u200e')).toBe('Nå ringer vi NAV');
  });

  it('has nothing that turns our own words around', () => {
    expect(cleanLine('Gro\u202egro\u2066\u2069\u061c')).toBe('Grogro');
  });

  it.each(['👨‍👩‍👧', '❤️‍🔥', '1️⃣', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', 'می‌خواهم', 'क्‍ष', '葛󠄀'])('keeps the joiners and selectors inside %s', (words) => {
    expect(cleanText(`${words} og ${words}`)).toBe(`${words} og ${words}`);
  });

  it('lets no joiner hide in a name that has no use for it', () => {
    expect(cleanLine('Ma\u200crit \u200dBerg\ufe0f')).toBe('Marit Berg');
  });

  it('keeps a joiner that is typed alone: it may belong to the letters around it', () => {
    expect(cleanInsert('\u200c')).toBe('\u200c');
  });

  it('shows half an emoji as what it is', () => {
    expect(cleanText('a\ud83d b')).toBe('a\ufffd b');
  });

  it('puts a line on one line', () => {
    expect(cleanLine('  Mona\u00a0\n\t Berg ')).toBe('Mona Berg');
  });

  it('is clean after one cleaning', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text));
        expect(cleanLine(cleanLine(text))).toBe(cleanLine(text));
      }),
    );
  });

  it('loses nothing that can be seen', () => {
    const seen = (text: string) =>
      text.normalize('NFC').replace(/[\s\p{Cc}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu, '');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(seen(cleanText(text))).toBe(seen(text));
      }),
    );
  });
});

describe('emptiness', () => {
  it.each(['', ' \n\t', '\u200b', '\u2060', '\u3164', '\u00ad', '\u2800', '\u200e', '\ufeff', '\u{e0041}'])(
    'is what %j looks like',
    (text) => {
      expect(isBlank(text)).toBe(true);
    },
  );

  it.each(['.', 'ا', '👍', '\u200bA', '□'])('is not what %j looks like', (text) => {
    expect(isBlank(text)).toBe(false);
  });
});
