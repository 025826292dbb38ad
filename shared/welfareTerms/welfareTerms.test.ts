import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasLongSentence, termsIn } from '../words/index.ts';
import { welfareTerms as terms } from './welfareTerms.ts';

const namesIn = (text: string) => termsIn(text, terms).map(({ name }) => name);

describe('the words of the services in a text', () => {
  it.each<[string, readonly string[]]>([
    ['NAV fatter vedtaket om AAP i mars.', ['vedtak', 'AAP']],
    ['VEDTAK! Og ett til: enkeltvedtak.', ['vedtak']],
    ['Barnevernstjenesten lager en individuell plan', ['barnevern', 'individuell plan']],
    ['Jeg lar være. Det er et faktum.', []],
    ['LAR', ['LAR']],
    ['utvedtaket, aap', []],
    ['', []],
  ])('are found as they stand: %s', (text, found) => {
    expect(namesIn(text)).toEqual(found);
  });

  it('are found whatever stands round them, by every form, and never within another word', () => {
    const forms = terms.flatMap((term) => term.forms.map((form) => [form, term] as const));
    fc.assert(
      fc.property(fc.constantFrom(...forms), fc.constantFrom('', '«', '(', ' ', '\n', '– '), ([form, term], before) => {
        expect(termsIn(`Tor ${before}${form}, sa han`, terms)).toContain(term);
        expect(termsIn(`Tor x${form}x sa han`, [term])).toEqual([]);
      }),
    );
  });

  it('are at least forty, each with a form of one term only and a meaning of one or two short sentences', () => {
    expect(terms.length).toBeGreaterThanOrEqual(40);
    const forms = terms.flatMap((term) => [...new Set(term.forms)]);
    expect(forms.filter((form, index) => forms.indexOf(form) !== index)).toEqual([]);
    for (const { name, forms, meaning } of terms) {
      expect(forms).toContain(name);
      for (const text of Object.values(meaning)) {
        expect([text, text.length <= 140, hasLongSentence(text)]).toEqual([text, true, false]);
        expect(text).toMatch(/[.]$/);
      }
    }
  });
});

describe('a long sentence', () => {
  const words = (count: number) => Array.from({ length: count }, (_, at) => `ord${at}`).join(' ');
  it('has twenty-six words or more; lines and full stops end it', () => {
    expect(hasLongSentence(words(26))).toBe(true);
    expect(hasLongSentence(words(25))).toBe(false);
    expect(hasLongSentence(`${words(20)}. ${words(20)}`)).toBe(false);
    expect(hasLongSentence(`${words(20)}\n${words(20)}`)).toBe(false);
  });
});
