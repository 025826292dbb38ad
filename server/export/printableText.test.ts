import { describe, expect, it } from 'vitest';
import { printableCharacters } from './printableText.ts';

describe('text made fit for print', () => {
  it('leaves words in any script as they are', () => {
    for (const words of ['Å, så fint!\nNy linje', 'أريد بيتًا', 'ገዛ ክህልወኒ', '👨‍👩‍👧 ❤️ 🇳🇴'])
      expect(printableCharacters(words)).toBe(words);
  });

  it('drops what controls machines and not people', () => {
    expect(printableCharacters('a\u0000b\u001bc\ufeffd\u202ee')).toBe('abcde');
    expect(printableCharacters('a\r\nb\rc\u2028d\u0085e\vf\tg')).toBe('a\nb\nc\nd\ne\nf g');
  });

  it('shows □ for what means nothing', () => {
    expect(printableCharacters('\ud800 \udc00 \ue000 \uffff \u{1fffe} \ufffd')).toBe('□ □ □ □ □ □');
  });

  it('puts no sign of its own into words, however long, so that an address can be copied', () => {
    const address = 'https://www.lorenskog.kommune.no/tjenester/velferd/investeringsplan?side=2';
    expect(printableCharacters(address)).toBe(address);
  });
});
