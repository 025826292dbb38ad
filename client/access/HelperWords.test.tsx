import i18next from 'i18next';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { en } from '../texts/en/index.ts';
import { initTexts } from '../texts/initTexts.ts';
import { nn } from '../texts/nn/index.ts';
import { HelperWords } from './HelperWords.tsx';

/** What stands on a child's page, and on its buttons. */
function shown(confirmed?: boolean, isAsking = false) {
  const helper = { personId: 'p', name: 'Mamma', ...(confirmed === undefined ? {} : { confirmed }) };
  const html = renderToStaticMarkup(<HelperWords helper={helper} isAsking={isAsking} onAnswer={() => undefined} />);
  // Names are set apart from our own words by characters that are not seen.
  const plain = html.replaceAll(/[\u2068\u2069]/g, '');
  const textOf = (part: string) => part.replaceAll(/<[^>]*>/g, '');
  return {
    html: plain,
    words: [...plain.matchAll(/<p[^>]*>(.*?)<\/p>/g)].map(([, words = '']) => textOf(words)),
    buttons: [...plain.matchAll(/<button[^>]*>(.*?)<\/button>/g)].map(([, words = '']) => textOf(words)),
  };
}

describe('the question on a child’s page', () => {
  beforeAll(async () => {
    await initTexts();
    for (const [language, texts] of Object.entries({ nn, en }))
      i18next.addResourceBundle(language, 'helper', texts.helper);
  });
  beforeEach(async () => void (await i18next.changeLanguage('nb')));

  it('asks in a child’s words, with a yes and a no', () => {
    const { words, buttons } = shown();
    expect(words[0]).toBe('Mamma vil skrive for deg. Er det greit?');
    expect(words[1]).toContain('Du kan si nei igjen når du vil.');
    expect(buttons).toEqual(['Ja, det er greit', 'Nei']);
  });

  it.each([
    ['nn', 'Mamma vil skrive for deg. Er det greitt?', 'Ja, det er greitt', 'Nei'],
    ['en', 'Mamma wants to write for you. Is that okay?', 'Yes, that is okay', 'No'],
  ])('asks in %s', async (language, question, ...answers) => {
    await i18next.changeLanguage(language);
    const { words, buttons } = shown();
    expect([words[0], buttons]).toEqual([question, answers]);
  });

  it('is one line once it is answered, and takes the other answer at any time', () => {
    expect(shown(true)).toMatchObject({ words: ['Mamma kan skrive for deg.'], buttons: ['Nei, ikke lenger'] });
    expect(shown(false)).toMatchObject({ words: ['Mamma skriver ikke for deg.'], buttons: ['Det er greit likevel'] });
  });

  it('is said aloud, and named by its own words', () => {
    const { html } = shown();
    const [, id] = /<section[^>]*aria-labelledby="([^"]+)"/.exec(html) ?? [];
    expect(html).toMatch(new RegExp(`<p id="${id}"[^>]*role="status"`));
  });
});
