import { cleanLine } from '../text/index.ts';

/** Longest quotation, in UTF-16 units: enough to know the note by. The whole of it stands elsewhere in the letter. */
const longestQuotation = 160;

const graphemes = new Intl.Segmenter('nb', { granularity: 'grapheme' });

/** On one line, and cut between letters with an ellipsis where it is long. */
export function inShort(text: string, longest = longestQuotation): string {
  const line = cleanLine(text);
  if (line.length <= longest) return line;
  let cut = '';
  for (const { segment } of graphemes.segment(line)) {
    if (cut.length + segment.length > longest) break;
    cut += segment;
  }
  return `${cut.trimEnd()} …`;
}
