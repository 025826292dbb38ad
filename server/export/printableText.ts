/**
 * What somebody wrote, without the characters that no font can show and that XML and PDF/A forbid.
 *
 * - Control characters and the byte order mark go; line breaks and tabs become one of '\n' and ' '.
 * - Embeddings and overrides of writing direction go: they could turn the words beside them around.
 * - Half surrogate pairs, private use and non-characters become □: nobody else's font knows what they mean.
 */
export function printableCharacters(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/[^\P{Cc}\n]|[\ufeff\u202a-\u202e]/gu, '')
    .replace(/[\p{Cs}\p{Co}\ufffd\p{Noncharacter_Code_Point}]/gu, '□');
}

/** What somebody wrote, made fit for a letter: words longer than a line get places to break. */
export function printableText(text: string): string {
  return printableCharacters(text).replace(longWord, breakable).trim();
}

/** On one line: for headings, names and table cells that hold a name. */
export function printableLine(text: string): string {
  return printableText(text).replace(/\s+/g, ' ');
}

/**
 * The narrowest column of the table takes some 16 letters of the smaller size; Norwegian compounds run longer than that,
 * but are rarely longer than 30.
 */
const longWord = /[^\s\u200b-]{31,}/gu;
/** Letters between the places where a long word may break. */
const stretch = 12;
const zeroWidthSpace = '\u200b';
const graphemes = new Intl.Segmenter('nb', { granularity: 'grapheme' });

function breakable(word: string): string {
  const letters = Array.from(graphemes.segment(word), ({ segment }) => segment);
  return letters
    .map((letter, index) => (index > 0 && index % stretch === 0 ? zeroWidthSpace + letter : letter))
    .join('');
}
