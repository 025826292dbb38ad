import { readFileSync } from 'node:fs';
import opentype from 'opentype.js';
import { fontFiles } from './fonts.ts';

let known: ReadonlySet<number> | undefined;

/** Joiners, variation selectors and the like: they have no letter of their own, and need none. */
const needsNoLetter = /[\n\p{Default_Ignorable_Code_Point}]/u;

/** The text with □ for each character that none of our fonts has a letter for, and how many those were. */
export function inKnownLetters(text: string): { readonly text: string; readonly unknown: number } {
  known ??= readLetters();
  let unknown = 0;
  let shown = '';
  for (const letter of text) {
    const isKnown = known.has(letter.codePointAt(0) ?? 0) || needsNoLetter.test(letter);
    if (!isKnown) unknown += 1;
    shown += isKnown ? letter : '□';
  }
  return { text: shown, unknown };
}

function readLetters(): ReadonlySet<number> {
  const letters = new Set<number>();
  for (const file of fontFiles) {
    const bytes = readFileSync(file);
    const font = opentype.parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
    for (const code of Object.keys(font.tables.cmap?.glyphIndexMap ?? {})) letters.add(Number(code));
  }
  return letters;
}
