import type * as Y from 'yjs';
import { failed, type Result, succeeded } from '../result.ts';
import { isBlank } from '../text/index.ts';
import { type Board, maxNoteLength, type Note, type NoteId } from './board.ts';
import { isLanguage } from './values.ts';

/** What a note says in another language, with the words that it was made from: they are judged together, and set together. */
export interface Translation {
  readonly text: string;
  readonly source: string;
}

/** Everything in the document of translations, as plain data. */
export interface Translations {
  /** The languages somebody interprets into, beside the duk's own, in the order of their tags. */
  readonly languages: readonly string[];
  /** By language: the duk's own too, for notes that are written in another. */
  readonly by: ReadonlyMap<string, ReadonlyMap<NoteId, Translation>>;
}

export const noTranslations: Translations = { languages: [], by: new Map() };

/** What a note is written in where nobody has said it. */
export const ownLanguage = 'nb';

/** A translation can be longer than what it was made from. In UTF-16 units. */
export const maxTranslationLength = 2 * maxNoteLength;

/**
 * Where the languages stand that somebody interprets into. Each language, the duk's own too, has a map of its own at the root,
 * noteId → translation: two interpreters of two languages never write in one place, and what is said of a note is found under
 * its id whatever the language (`removeBeside`).
 */
const languagesKey = 'languages';

/** Scripts that tell the language, as far as a voice and a font need it. */
const scripts: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\p{Script=Arabic}/u, ['ar', 'fa', 'ckb', 'ur', 'ps', 'prs']],
  [/\p{Script=Ethiopic}/u, ['ti', 'am']],
  [/\p{Script=Cyrillic}/u, ['uk', 'ru', 'bg', 'sr']],
];

/**
 * What a note is written in: as somebody said, else as its letters tell, where one of `near` uses them rather than the first
 * that does.
 *
 * @param near languages that somebody here reads, such as those that are interpreted into
 */
export function languageOfNote({ text, lang }: Pick<Note, 'text' | 'lang'>, near: readonly string[] = []): string {
  if (lang !== undefined) return lang;
  const first = text.match(/\p{L}/u)?.[0] ?? '';
  const known = scripts.find(([script]) => script.test(first))?.[1];
  return known?.find((language) => near.includes(language)) ?? known?.[0] ?? ownLanguage;
}

export type TranslationFailure =
  | { readonly kind: 'languageInvalid'; readonly lang: string }
  | { readonly kind: 'translationEmpty' }
  | { readonly kind: 'translationTooLong'; readonly max: number };

/** Says that somebody interprets into a language, so that the table can be told how far they have come. */
export function interpretInto(doc: Y.Doc, lang: string): Result<void, TranslationFailure> {
  if (!isLanguage(lang)) return failed({ kind: 'languageInvalid', lang });
  const languages = doc.getMap(languagesKey);
  if (!languages.has(lang)) languages.set(lang, true);
  return succeeded(undefined);
}

/** Says what a note is in another language, made from the words `source`. What was said before is replaced. */
export function translateNote(
  doc: Y.Doc,
  noteId: NoteId,
  lang: string,
  { text, source }: Translation,
): Result<void, TranslationFailure> {
  if (!isLanguage(lang)) return failed({ kind: 'languageInvalid', lang });
  if (isBlank(text)) return failed({ kind: 'translationEmpty' });
  if (text.length > maxTranslationLength) return failed({ kind: 'translationTooLong', max: maxTranslationLength });
  // One value and not a text to write in together: words and the source they were made from must never come apart.
  doc.getMap(lang).set(noteId, { text, source });
  return succeeded(undefined);
}

/** Everything that is translated. What does not fit is left out: anybody's program may have written it. */
export function readTranslations(doc: Y.Doc): Translations {
  const languages = [...doc.getMap(languagesKey).keys()].filter((lang) => isLanguage(lang) && lang !== ownLanguage);
  const by = [...new Set([ownLanguage, ...languages])].map(
    (lang) => [lang, new Map([...doc.getMap(lang)].flatMap(entryOf))] as const,
  );
  return { languages: languages.sort(), by: new Map(by) };
}

function entryOf([noteId, value]: [string, unknown]): readonly (readonly [NoteId, Translation])[] {
  if (typeof value !== 'object' || value === null) return [];
  const { text, source } = value as Partial<Record<keyof Translation, unknown>>;
  if (typeof text !== 'string' || typeof source !== 'string' || text.length > maxTranslationLength) return [];
  return [[noteId as NoteId, { text, source }]];
}

/** One thing for an interpreter to do. */
export interface Untranslated {
  readonly note: Note;
  /** The language that it is to be translated into. */
  readonly into: string;
  /** The words to translate: the note's own, or what they were put into by another interpreter. */
  readonly source: string;
  /** What it was translated as before those words were changed: *må ses på*. */
  readonly before?: Translation;
}

/**
 * What the interpreter of a language has not done: first what was changed under a translation, which somebody may be reading,
 * then what is new, oldest first. Notes in that language are for the others at the table to read.
 */
export function untranslatedIn(
  { notes }: Pick<Board, 'notes'>,
  translations: Translations,
  language: string,
): readonly Untranslated[] {
  return notes
    .flatMap((note): readonly Untranslated[] => {
      const into = languageOfNote(note, translations.languages) === language ? ownLanguage : language;
      const source = sourceOf(note, into, translations);
      if (source === undefined || isBlank(source)) return [];
      const before = translations.by.get(into)?.get(note.id);
      if (before?.source === source) return [];
      return [{ note, into, source, ...(before && { before }) }];
    })
    .sort((one, other) => Number(!one.before) - Number(!other.before) || one.note.createdAt - other.note.createdAt);
}

/** What a reader of a language is shown in the place of a note's own words; undefined where those are what they read. */
export function translationFor(
  note: Note,
  translations: Translations,
  reads: string,
): { readonly text: string; readonly isChanged: boolean } | undefined {
  if (languageOfNote(note, translations.languages) === reads) return undefined;
  const found = translations.by.get(reads)?.get(note.id);
  return found && { text: found.text, isChanged: found.source !== sourceOf(note, reads, translations) };
}

/** Languages that whoever interprets between the duk's own and another reads too. */
const readByInterpreters: readonly string[] = [ownLanguage, 'nn', 'en'];

/** The words that a note is translated from; undefined while another interpreter has to put it into the duk's own language. */
function sourceOf(note: Note, into: string, { languages, by }: Translations): string | undefined {
  const isRead = into === ownLanguage || readByInterpreters.includes(languageOfNote(note, languages));
  return isRead ? note.text : by.get(ownLanguage)?.get(note.id)?.text;
}
