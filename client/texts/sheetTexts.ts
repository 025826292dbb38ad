import { type SheetWords, sheetWords } from '@duken/shared/sheet';
import { type LateSheetLanguage, type LateSheetNames, type Template, withNames } from '@duken/shared/template';
import type { Language } from './languages.ts';

/** The words of the sheet in a language that does not ship with the layouts. */
export interface SheetTexts {
  readonly words: SheetWords;
  readonly names: LateSheetNames;
}

/** Those that have come. Set before the pages are told that the language has changed, so that they find them. */
const here = new Map<Language, SheetTexts>();

export function keepSheetTexts(language: Language, texts: SheetTexts): void {
  here.set(language, texts);
}

/** The sheet's own words, in bokmål where a language has none. */
export function sheetWordsIn(language: Language): SheetWords {
  return language === 'nb' || language === 'nn' || language === 'en'
    ? sheetWords[language]
    : (here.get(language)?.words ?? sheetWords.nb);
}

/** A layout with its headings in a language too. */
export function templateIn(template: Template, language: Language): Template {
  const texts = here.get(language);
  return texts ? withNames(template, language as LateSheetLanguage, texts.names) : template;
}
