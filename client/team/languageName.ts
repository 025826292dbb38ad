import { languages, ownNameOf } from '../texts/index.ts';

/** What a language calls itself, where we know it; else its tag. */
export function languageName(tag: string): string {
  const known = languages.find((one) => one === tag);
  return known ? ownNameOf(known) : tag;
}
