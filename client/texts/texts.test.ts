import { describe, expect, it } from 'vitest';
import { en } from './en/index.ts';
import type { Language } from './languages.ts';
import { lateTexts } from './lateTexts.ts';
import { nb } from './nb/index.ts';
import { nn } from './nn/index.ts';

type Texts = Readonly<Record<string, Readonly<Record<string, string>>>>;

const flat = (texts: Texts) =>
  new Map(
    Object.entries(texts).flatMap(([feature, entries]) =>
      Object.entries(entries).map(([key, text]) => [`${feature}:${key}`, text] as const),
    ),
  );
const holes = (text: string) => [...text.matchAll(/\{[^}]*\}/g)].map(([hole]) => hole).sort();

/** All that a language has, those of late pages too. */
const all = async (language: Language, texts: Texts): Promise<Texts> => ({
  ...texts,
  ...Object.fromEntries(
    await Promise.all(Object.entries(lateTexts).map(async ([topic, load]) => [topic, await load[language]()])),
  ),
});
const [allNb, allNn, allEn] = await Promise.all([all('nb', nb), all('nn', nn), all('en', en)]);
const bokmal = flat(allNb);

describe.each([
  ['bokmål', allNb],
  ['nynorsk', allNn],
  ['English', allEn],
] satisfies [string, Texts][])('the texts in %s', (_name, texts) => {
  const here = flat(texts);

  it('are there for every key, and for no other', () => {
    expect([...here.keys()].sort()).toEqual([...bokmal.keys()].sort());
  });

  it('are never empty', () => {
    expect([...here].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('have the same holes as in bokmål', () => {
    const differing = [...here].filter(([key, text]) => holes(text).join() !== holes(bokmal.get(key) ?? '').join());
    expect(differing).toEqual([]);
  });

  it('have holes with a name i18next can fill', () => {
    const odd = [...here].filter(([, text]) => /[{}]/.test(text.replaceAll(/\{[a-zA-Z]+\}/g, '')));
    expect(odd).toEqual([]);
  });
});
