import type { Person } from '../people/index.ts';

/** Stands where a name stood. */
const hole = '…';

/** Words that begin with a capital in a title, and are nobody's name. */
const noNames = new Set(['plan', 'planen', 'duk', 'duken', 'vår', 'min', 'mi', 'sak', 'saken', 'familie', 'familien']);

/**
 * The names that nobody outside is to read in a short text: of those who work in no service, and what looks like a name in the
 * duk's title, for the family may never have been written down as people.
 */
export function familyNames(people: readonly Pick<Person, 'name' | 'service'>[], title: string): readonly string[] {
  const family = people.filter(({ service }) => service === undefined).flatMap(({ name }) => wordsIn(name));
  const titled = wordsIn(title).filter((word) => isCapital(word) && !noNames.has(word.toLowerCase()));
  return [...new Set([...family, ...titled].filter((word) => word.length > 1 && isCapital(word)))];
}

/** A tiltak's words without these names: «Kartlegge gjelden sammen med Eirin» is «Kartlegge gjelden sammen med …». */
export function withoutNames(text: string, names: readonly string[]): string {
  const hidden = new Set(names.map((name) => name.toLowerCase()));
  const isHidden = (word: string): boolean => {
    const small = word.toLowerCase();
    return isCapital(word) && (hidden.has(small) || (small.endsWith('s') && hidden.has(small.slice(0, -1))));
  };
  // However its letters are put together: some keyboards write å as an a and a ring.
  return text
    .normalize('NFC')
    .replaceAll(word, (found) => (isHidden(found) ? hole : found))
    .replaceAll(/…['’]s?/gu, hole)
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

const word = /[\p{L}\p{M}]+/gu;

function wordsIn(text: string): readonly string[] {
  return text.normalize('NFC').match(word) ?? [];
}

function isCapital(found: string): boolean {
  const [first = ''] = found;
  return first !== first.toLowerCase() || first.toLowerCase() === first.toUpperCase();
}
