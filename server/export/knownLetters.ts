import { shapingFonts } from './fonts.ts';

/** Joiners, marks of direction and the like: characters that are not seen, and need no letter. */
const unseen = /[\n\p{Default_Ignorable_Code_Point}]/u;

/** The text with □ for each character that none of our fonts has a letter for, and how many those were. */
export function inKnownLetters(text: string): { readonly text: string; readonly unknown: number } {
  const fonts = shapingFonts('regular');
  let unknown = 0;
  let shown = '';
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    const isKnown = unseen.test(letter) || fonts.some(({ letters }) => letters.has(code));
    if (!isKnown) unknown += 1;
    shown += isKnown ? letter : '□';
  }
  return { text: shown, unknown };
}

/** Whether every character has a letter of its own in Inter, so that no other font and no shaping is needed. */
export function isPlainInter(text: string): boolean {
  const letters = shapingFonts('regular')[0]?.letters;
  return !/\p{M}/u.test(text) && Array.from(text).every((letter) => letters?.has(letter.codePointAt(0) ?? 0));
}
