/** Hebrew, Arabic and their kin, with the forms kept for older programs. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const firstStrongIsolate = '\u2068';
const popIsolate = '\u2069';

/**
 * What somebody wrote, fit to stand inside a sentence of ours: words that read from the right keep their own direction
 * and leave ours alone. Other words stay as they are, so that what is copied from the page holds no hidden signs.
 */
export function isolated(words: string): string {
  return rightToLeft.test(words) ? firstStrongIsolate + words + popIsolate : words;
}
