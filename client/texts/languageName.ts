import { type Language, languageFacts } from './languages.ts';

/** What a language is called in the reader's own, such as «arabisk» for `ar`; its tag where nobody knows. */
export function languageInWords(tag: string, language: Language): string {
  return new Intl.DisplayNames(languageFacts[language].tag, { type: 'language' }).of(tag) ?? tag;
}

/** What a language calls itself; its tag where the browser does not know. */
export function languageInItself(tag: string): string {
  return new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag;
}

const rightToLeft: readonly string[] = ['ar', 'ckb', 'fa', 'he', 'prs', 'ps', 'ur'];

/** Which way a language is written. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  return rightToLeft.includes(tag.split('-', 1)[0] ?? tag) ? 'rtl' : 'ltr';
}
