import { type LetterForm, type LetterLanguage, letterTexts } from '@duken/shared/letter';
import type { TileSize } from '@duken/shared/protocol';
import { isBlank } from '@duken/shared/text';
import { printableCharacters } from './printableText.ts';

/** Formats a version can be downloaded in, with what each file holds: a letter of some form, or something else. */
const holds = {
  pdf: 'letter',
  docx: 'letter',
  txt: 'letter',
  json: 'plan',
  svg: 'duk',
  png: 'duk',
  csv: 'actions',
} as const;
export type ExportFormat = keyof typeof holds;

/** What a file is of, beside its version. */
export interface FileOf {
  readonly format: ExportFormat;
  readonly language: LetterLanguage;
  readonly form: LetterForm;
  /** Of the duk in parts: for which paper. */
  readonly tiles?: TileSize;
  /** Stands before it all, as on a draft; '' for nothing. */
  readonly mark: string;
}

/** What a version is called by. */
export interface NamedVersion {
  readonly version: number;
  readonly date: string;
  readonly title: string;
  /** PLANEN TIL. */
  readonly for: string;
}

/** Longest name of a person or family in a file name, in letters: paths on Windows end at 260. */
const maxNameLength = 60;

/**
 * 'Investeringsplan Eirin versjon 3, 2026-09-16.pdf': sorts by version, and can be saved on any system. Of a version that cannot
 * be read only the number is known.
 */
export function fileName(
  of: NamedVersion | { readonly version: number },
  { format, language, form, mark, tiles }: FileOf,
): string {
  const texts = letterTexts[language];
  const what = tiles ? 'duk' : holds[format];
  const begins = [mark, texts.fileNames[what === 'letter' ? form : what], tiles?.toUpperCase()]
    .filter(Boolean)
    .join(' ');
  const number = texts.fileVersion(of.version);
  if (!('title' in of)) return `${begins} ${number}.${format}`;
  const { title, for: whose, date } = of;
  const name = Array.from(
    printableCharacters(isBlank(whose) ? title : whose)
      // What Windows, macOS and Linux do not take in a name, and what would hide the file.
      .replace(/[\\/:*?"<>|\n]/g, ' ')
      .replace(/\s+/g, ' ')
      .replace(/^[. ]+/, ''),
  )
    .slice(0, maxNameLength)
    .join('')
    .trim();
  return `${[begins, name, `${number}, ${date}`].filter(Boolean).join(' ')}.${format}`;
}
