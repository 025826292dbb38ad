import type { Letter } from '@duken/shared/letter';
import { printableCharacters } from './printableText.ts';

/** The letter without characters that PDF, Word and XML forbid, whatever a hostile program has put on the duk. */
export function printableLetter(letter: Letter): Letter {
  return printable(letter) as Letter;
}

function printable(value: unknown): unknown {
  if (typeof value === 'string') return printableCharacters(value);
  if (Array.isArray(value)) return value.map(printable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, printable(inner)]));
}
