import { describe, expect, it } from 'vitest';
import { unprintableIn } from './printedLetters.ts';

describe('signs that the documents cannot print', () => {
  it.each(['Å, så fint!\nNy linje', 'أريد بيتًا', 'ገዛ ክህልወኒ', 'Хочу дом', '👨‍👩‍👧 ❤️ 🎨', ''])(
    'are none in «%s»',
    (words) => {
      expect(unprintableIn(words)).toEqual([]);
    },
  );

  it('are told once each, in the order they stand', () => {
    expect(unprintableIn('Mai bor i 家庭, og 家 er hjemme')).toEqual(['家', '庭']);
    expect(unprintableIn('\ufffd')).toEqual(['\ufffd']);
  });
});
