import { isBlank } from '@duken/shared/text';
import { printableCharacters } from './printableText.ts';

/** Formats a version can be downloaded in, with what each file holds. */
const holds = {
  pdf: 'Investeringsplan',
  json: 'Investeringsplan',
  svg: 'Duk',
  png: 'Duk',
  csv: 'Tiltak',
} as const;
export type ExportFormat = keyof typeof holds;

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
export function fileName(of: NamedVersion | { readonly version: number }, format: ExportFormat): string {
  const { version } = of;
  if (!('title' in of)) return `${holds[format]} versjon ${version}.${format}`;
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
  return `${[holds[format], name, `versjon ${version}, ${date}`].filter(Boolean).join(' ')}.${format}`;
}
