import type { PlanVersion } from '@duken/shared/plan';
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

/** Longest name of a person or family in a file name, in letters: paths on Windows end at 260. */
const maxNameLength = 60;

/** 'Investeringsplan Eirin versjon 3, 2026-09-16.pdf': sorts by version, and can be saved on any system. */
export function fileName({ plan, version, date }: PlanVersion, format: ExportFormat): string {
  const name = Array.from(
    printableCharacters(plan.for.trim() || plan.title)
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
