import { advanceThatFits, type Cluster, clustersOf, type Font } from './measureText.ts';

/** One line of broken text. The lines of a text cover all of it but its line breaks. */
export interface TextLine {
  /** What is drawn: without the spaces and the line break that end it. */
  readonly text: string;
  /** Where it starts in the whole text, in UTF-16 units. */
  readonly start: number;
  /** Where it ends, hanging spaces included; a line break after it belongs to neither line. */
  readonly end: number;
  /** Whether its paragraph runs from right to left, and so starts at the right edge. */
  readonly rightToLeft: boolean;
}

/**
 * Breaks text into lines no wider than `width` sheet units: after spaces and hyphens, between wide characters, and inside
 * a word only where it has a whole line to itself and still does not fit. The same lines on every machine; browsers break
 * `white-space: pre-wrap; overflow-wrap: anywhere` alike, apart from rare punctuation.
 */
export function breakLines(text: string, width: number, font: Font): readonly TextLine[] {
  const room = advanceThatFits(width, font);
  const lines: TextLine[] = [];
  let start = 0;
  for (const paragraph of text.split('\n')) {
    breakParagraph(paragraph, start, room, font, lines);
    start += paragraph.length + 1;
  }
  return lines;
}

function breakParagraph(paragraph: string, offset: number, room: number, font: Font, lines: TextLine[]): void {
  const rightToLeft = startsRightToLeft(paragraph);
  const push = (from: number, to: number): void => {
    lines.push({ text: paragraph.slice(from, to).trimEnd(), start: offset + from, end: offset + to, rightToLeft });
  };
  let lineStart = 0;
  let used = 0;
  /** Where the line could end, and how much of it is used by then. */
  let breakAt = -1;
  let usedAtBreak = 0;
  let position = 0;
  let previous: Cluster | undefined;
  for (const cluster of clustersOf(paragraph, font.weight)) {
    if (previous && position > lineStart && mayBreakBetween(previous.text, cluster.text)) {
      breakAt = position;
      usedAtBreak = used;
    }
    // Spaces hang over the edge: they never start a line. What is left after a break may still be too wide: break again.
    while (!isSpace(cluster.text) && used + cluster.advance > room && position > lineStart) {
      const cut = breakAt > lineStart ? breakAt : position;
      const usedBefore = breakAt > lineStart ? usedAtBreak : used;
      push(lineStart, cut);
      lineStart = cut;
      used -= usedBefore;
      breakAt = -1;
    }
    used += cluster.advance;
    position += cluster.text.length;
    previous = cluster;
  }
  push(lineStart, paragraph.length);
}

function isSpace(text: string): boolean {
  return (
    text === ' ' || text === '\t' || text === '\u3000' || (text >= '\u2000' && text <= '\u200a' && text !== '\u2007')
  );
}

function mayBreakBetween(before: string, after: string): boolean {
  if (isSpace(after)) return false;
  if (isSpace(before) || before === '\u200b' || before === '\u00ad') return true;
  if (before === '-') return /^\p{L}/u.test(after);
  if (before === '–' || before === '—') return true;
  return (isWide(before) || isWide(after)) && !closes(after) && !opens(before);
}

function isWide(text: string): boolean {
  const code = text.codePointAt(0) ?? 0;
  return (
    (code >= 0x2e80 && code <= 0xd7ff) || (code >= 0xf900 && code <= 0xfaff) || (code >= 0x1f000 && code <= 0x1faff)
  );
}

/** Punctuation that belongs to what stands before it. */
function closes(text: string): boolean {
  return /^[\p{Pe}\p{Pf}.,:;!?…%'"»\u3001\u3002]/u.test(text);
}

function opens(text: string): boolean {
  return /^[\p{Ps}\p{Pi}«'"]/u.test(text);
}

/** By the first letter that has a direction, as the Unicode bidirectional algorithm's rule P2 reads a paragraph. */
function startsRightToLeft(paragraph: string): boolean {
  const letter = /\p{L}/u.exec(paragraph)?.[0];
  return letter !== undefined && /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/.test(letter);
}
