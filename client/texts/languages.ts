import type { LetterLanguage } from '@duken/shared/letter';
import { sheetLanguages } from '@duken/shared/template';

interface LanguageFacts {
  /** What the language calls itself. */
  readonly name: string;
  /** The language's own tag for Intl; with our digits, which stand on the sheet too. */
  readonly tag: string;
  readonly direction: 'ltr' | 'rtl';
  /** «Not read through», in the language: nobody who has it as their own has read its texts yet. */
  readonly unread?: string;
}

/**
 * The languages of the pages, as they are chosen among: a folder of texts and a line here. `nb` is the one that the others are
 * checked against, and fall back on.
 */
const facts = {
  nb: { name: 'Bokmål', tag: 'nb-NO', direction: 'ltr' },
  nn: { name: 'Nynorsk', tag: 'nn-NO', direction: 'ltr' },
  en: { name: 'English', tag: 'en-GB', direction: 'ltr' },
  pl: { name: 'Polski', tag: 'pl-PL', direction: 'ltr', unread: 'niesprawdzone' },
  uk: { name: 'Українська', tag: 'uk-UA', direction: 'ltr', unread: 'не вичитано' },
  ar: { name: 'العربية', tag: 'ar-u-ca-gregory-nu-latn', direction: 'rtl', unread: 'غير مراجَعة' },
  so: { name: 'Soomaali', tag: 'so', direction: 'ltr', unread: 'lama hubin' },
  ti: { name: 'ትግርኛ', tag: 'ti', direction: 'ltr', unread: 'ኣይተገምገመን' },
  se: { name: 'Davvisámegiella', tag: 'se-NO', direction: 'ltr', unread: 'ii dárkkistuvvon' },
} as const satisfies Readonly<Record<string, LanguageFacts>>;

export type Language = keyof typeof facts;
export const languages = Object.keys(facts) as readonly Language[];
export const languageFacts: Readonly<Record<Language, LanguageFacts>> = facts;

/** What a language calls itself. */
export function ownNameOf(language: Language): string {
  return languageFacts[language].name;
}

/** What a language is called where room is scarce: with a sign where nobody has read its texts through. */
export function languageMark(language: Language): string {
  const { name, unread } = languageFacts[language];
  return unread ? `${name} *` : name;
}

/** What that sign means, in the language. */
export function unreadWord(language: Language): string | undefined {
  return languageFacts[language].unread;
}

/** What a language is called where one chooses, with a word where nobody has read its texts through. */
export function languageChoice(language: Language): string {
  const { name, unread } = languageFacts[language];
  return unread ? `${name} (${unread})` : name;
}

/** The language that letters come in for readers of a language: bokmål where there are none in it yet. */
export function letterLanguage(language: Language): LetterLanguage {
  return sheetLanguages.find((known) => known === language) ?? 'nb';
}
