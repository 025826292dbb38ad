import i18next from 'i18next';
import { initTexts } from './initTexts.ts';
import { type Language, languages, languageTags } from './languages.ts';
import { fetchLateTextsIn } from './lateTexts.ts';
import { nb } from './nb/index.ts';

const storageKey = 'duk.language';

/** Other languages than bokmål come in files of their own, fetched when somebody reads them. */
const load = {
  nb: async () => nb,
  nn: async () => (await import('./nn/index.ts')).nn,
  en: async () => (await import('./en/index.ts')).en,
} satisfies Record<Language, () => Promise<object>>;

/** Makes the texts ready, in the language chosen last time, else the browser's, else bokmål. */
export async function startTexts(): Promise<void> {
  await initTexts();
  await showLanguage(rememberedLanguage() ?? browserLanguage());
}

/** Changes language, and remembers it in this browser. */
export async function chooseLanguage(language: Language): Promise<void> {
  await showLanguage(language);
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // A browser that keeps nothing still shows the language; it is only asked again next time.
  }
}

async function showLanguage(language: Language): Promise<void> {
  for (const [feature, texts] of Object.entries(await load[language]()))
    i18next.addResourceBundle(language, feature, texts);
  await fetchLateTextsIn(language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = languageTags[language].slice(0, 2);
}

function rememberedLanguage(): Language | undefined {
  try {
    return asLanguage(localStorage.getItem(storageKey));
  } catch {
    return undefined;
  }
}

function browserLanguage(): Language {
  for (const tag of navigator.languages) {
    const language = asLanguage(tag.slice(0, 2) === 'no' ? 'nb' : tag.slice(0, 2));
    if (language) return language;
  }
  return 'nb';
}

function asLanguage(value: string | null): Language | undefined {
  return languages.find((language) => language === value);
}
