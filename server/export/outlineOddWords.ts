import { Resvg } from '@resvg/resvg-js';
import { resvgFonts } from './fonts.ts';
import { inKnownLetters } from './knownLetters.ts';

/**
 * Marks on letters, and characters that are not seen: joiners, marks of direction. The former come out of a PDF's picture
 * as unreadable text; for the latter, and for letters that ours do not have, a typesetter looks among the machine's fonts.
 */
const odd = /[\p{M}\p{Default_Ignorable_Code_Point}]/u;

/**
 * The picture with such words as outlines of our own fonts, and all others as text. A whole picture in outlines would be
 * twenty times as large. Reads what `boardToSvg` writes: groups one deep, each line of text an element.
 */
export function outlineOddWords(picture: string): string {
  const [start] = /^<svg [^>]*>/.exec(picture) ?? [];
  if (!start) throw new Error('the picture is not one of ours');
  let oddLayer = start;
  let hasOdd = false;
  const rest = picture.replace(/<g [^>]*>|<\/g>|<text [^>]*>.*?<\/text>/gs, (element) => {
    const isText = element.startsWith('<text');
    const isOdd = isText && (odd.test(element) || inKnownLetters(element).unknown > 0);
    if (isOdd || !isText) oddLayer += element;
    hasOdd ||= isOdd;
    return isOdd ? '' : element;
  });
  if (!hasOdd) return picture;
  const outlines = new Resvg(`${inKnownLetters(oddLayer).text}</svg>`, { font: resvgFonts }).toString();
  return rest.replace(/<\/svg>\s*$/, () =>
    outlines.replace(/^<svg [^>]*>/, '<g>').replace(/<\/svg>\s*$/, '</g></svg>\n'),
  );
}
