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

/** What somebody wrote, made fit for a letter. Words longer than a line are broken by the letter's own rule, without signs. */
export function printableText(text: string): string {
  return printableCharacters(text).trim();
}

/** On one line: for headings, names and table cells that hold a name. */
export function printableLine(text: string): string {
  return printableText(text).replace(/\s+/g, ' ');
}
