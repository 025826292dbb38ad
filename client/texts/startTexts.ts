import i18next from 'i18next';
import { initTexts } from './initTexts.ts';
import { type Language, languageFacts, languages } from './languages.ts';
import { fetchLateTextsIn } from './lateTexts.ts';
import { nb } from './nb/index.ts';
import { keepSheetTexts, type SheetTexts } from './sheetTexts.ts';

const storageKey = 'duk.language';

/** Other languages than bokmål come in files of their own, fetched when somebody reads them. */
const load = {
  nb: async () => nb,
  nn: async () => (await import('./nn/index.ts')).nn,
  en: async () => (await import('./en/index.ts')).en,
  pl: async () => (await import('./pl/index.ts')).pl,
  uk: async () => (await import('./uk/index.ts')).uk,
  ar: async () => (await import('./ar/index.ts')).ar,
  so: async () => (await import('./so/index.ts')).so,
  ti: async () => (await import('./ti/index.ts')).ti,
  se: async () => (await import('./se/index.ts')).se,
} satisfies Record<Language, () => Promise<Readonly<Record<string, object>>>>;

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
  const { sheet, ...features } = (await load[language]()) as Readonly<Record<string, object>>;
  if (sheet) keepSheetTexts(language, sheet as SheetTexts);
  for (const [feature, texts] of Object.entries(features)) i18next.addResourceBundle(language, feature, texts);
  await fetchLateTextsIn(language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  document.documentElement.dir = languageFacts[language].direction;
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
    const [first = ''] = tag.toLowerCase().split('-', 1);
    const language = asLanguage(first === 'no' ? 'nb' : first);
    if (language) return language;
  }
  return 'nb';
}

function asLanguage(value: string | null): Language | undefined {
  return languages.find((language) => language === value);
}
