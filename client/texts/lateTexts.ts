import i18next from 'i18next';
import type { Language } from './languages.ts';
import type { followUp } from './nb/followUp.ts';

/** Texts of pages that few open, fetched with the page. */
export interface LateTexts {
  readonly followUp: typeof followUp;
}
type LateTopic = keyof LateTexts;

export const lateTexts: Readonly<
  Record<LateTopic, Readonly<Record<Language, () => Promise<Readonly<Record<string, string>>>>>>
> = {
  followUp: {
    nb: async () => (await import('./nb/followUp.ts')).followUp,
    nn: async () => (await import('./nn/followUp.ts')).followUp,
    en: async () => (await import('./en/followUp.ts')).followUp,
  },
};

/** Those that pages have asked for: a change of language brings them along. */
const wanted = new Set<LateTopic>();

/** Brings the texts of a late page, in the language shown now and in bokmål, which every other falls back on. */
export async function fetchTexts(topic: LateTopic): Promise<void> {
  wanted.add(topic);
  const shown = i18next.language as Language;
  await Promise.all([...new Set<Language>(['nb', shown])].map((language) => bring(topic, language)));
}

/** Brings those that are shown already in another language. */
export async function fetchLateTextsIn(language: Language): Promise<void> {
  await Promise.all([...wanted].map((topic) => bring(topic, language)));
}

async function bring(topic: LateTopic, language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, topic))
    i18next.addResourceBundle(language, topic, await lateTexts[topic][language]());
}
