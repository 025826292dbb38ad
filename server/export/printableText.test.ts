import { describe, expect, it } from 'vitest';
import { printableCharacters, printableLine, printableText } from './printableText.ts';

describe('text made fit for print', () => {
  it('leaves words in any script as they are', () => {
    for (const words of ['Å, så fint!\nNy linje', 'أريد بيتًا', 'ገዛ ክህልወኒ', '👨‍👩‍👧 ❤️ 🇳🇴'])
      expect(printableText(words)).toBe(words);
  });

  it('drops what controls machines and not people', () => {
    expect(printableCharacters('a\u0000b\u001bc\u0085d\ufeffe\u202ef')).toBe('abcdef');
    expect(printableCharacters('a\r\nb\rc\u2028d\te')).toBe('a\nb\nc\nd e');
  });

  it('shows □ for what means nothing', () => {
    expect(printableCharacters('\ud800 \udc00 \ue000 \uffff \u{1fffe} \ufffd')).toBe('□ □ □ □ □ □');
  });

  it('lets only words longer than a line break, and never inside a letter', () => {
    expect(printableText('Menneskerettighetskonvensjonen')).not.toContain('\u200b');
    const family = '👨‍👩‍👧'.repeat(40);
    const broken = printableText(family);
    expect(broken.replaceAll('\u200b', '')).toBe(family);
    expect(broken.split('\u200b')).toHaveLength(4);
  });

  it('puts a name on one line', () => {
    expect(printableLine(' Mona\n\tBerg ')).toBe('Mona Berg');
  });
});
