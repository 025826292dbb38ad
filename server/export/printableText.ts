import { cleanText } from '@duken/shared/text';

/** More signs on one letter than any language writes: the PDF exporter breaks off on some tens of thousands. */
const endlessSigns = /(\p{M}{100})\p{M}+/gu;

/**
 * What somebody wrote, without the characters that no font can show and that XML and PDF/A forbid.
 *
 * - What nobody sees goes, and line breaks of any kind are one ('\n').
 * - Half surrogate pairs, private use and non-characters become □: nobody else's font knows what they mean.
 */
export function printableCharacters(text: string): string {
  return cleanText(text)
    .replace(endlessSigns, '$1')
    .replace(/[\p{Cs}\p{Co}\ufffd\p{Noncharacter_Code_Point}]/gu, '□');
}
