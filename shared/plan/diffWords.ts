import { diffArrays } from 'diff';
import type { WordSegment } from './planDiff.ts';

/**
 * Most words taken away and put in before two texts count as having nothing in common. Comparing takes time by the square of this;
 * a note of 2,000 characters has some 400 words.
 */
const maxEditedWords = 1000;

/** A word, an emoji or a sign, with the white space behind it; or white space at the start. */
const tokenPattern =
  /(?:[\p{L}\p{M}\p{N}_]+|\p{Extended_Pictographic}[\u{FE0F}\p{Emoji_Modifier}]*(?:\u{200D}\p{Extended_Pictographic}[\u{FE0F}\p{Emoji_Modifier}]*)*|[^\s])\s*|\s+/gu;

/**
 * The word differences between two texts. Words of any script are kept whole, without `Intl`, so that every machine gives
 * the same answer. White space alone counts too: the segments always make up both texts exactly.
 */
export function diffWords(before: string, after: string): readonly WordSegment[] {
  const older = tokensOf(before);
  const newer = tokensOf(after);
  const runs = diffArrays(older, newer, {
    comparator: (a, b) => a.trimEnd() === b.trimEnd(),
    maxEditLength: maxEditedWords,
  });
  if (!runs) return joined([segment('removed', before), segment('added', after)]);
  const segments: WordSegment[] = [];
  let oldAt = 0;
  let newAt = 0;
  for (const { added, removed, count } of runs) {
    if (removed) {
      segments.push(segment('removed', older.slice(oldAt, oldAt + count).join('')));
      oldAt += count;
    } else if (added) {
      segments.push(segment('added', newer.slice(newAt, newAt + count).join('')));
      newAt += count;
    } else {
      for (let index = 0; index < count; index += 1)
        segments.push(...sameWord(older[oldAt + index] ?? '', newer[newAt + index] ?? ''));
      oldAt += count;
      newAt += count;
    }
  }
  return joined(segments);
}

/**
 * Whether so little of a text is left that it is better read as it was and as it is: words side by side, struck out and put in,
 * would make a sentence that nobody wrote.
 */
export function isMostlyNew(segments: readonly WordSegment[]): boolean {
  const lengthOf = (kind: WordSegment['kind']): number =>
    segments.reduce((sum, each) => (each.kind === kind ? sum + each.text.replace(/\s/gu, '').length : sum), 0);
  const [same, added, removed] = [lengthOf('same'), lengthOf('added'), lengthOf('removed')];
  // A sentence that only grew, or only shrank, is still that sentence.
  return added > 0 && removed > 0 && Math.max(added, removed) > same;
}

function tokensOf(text: string): string[] {
  return text.match(tokenPattern) ?? [];
}

/** The same word, with what differs in the white space behind it. */
function sameWord(older: string, newer: string): readonly WordSegment[] {
  if (older === newer) return [segment('same', older)];
  const word = older.trimEnd();
  return [
    segment('same', word),
    segment('removed', older.slice(word.length)),
    segment('added', newer.slice(word.length)),
  ];
}

function segment(kind: WordSegment['kind'], text: string): WordSegment {
  return { kind, text };
}

/** Without empty segments, and with neighbours of one kind as one. */
function joined(segments: readonly WordSegment[]): readonly WordSegment[] {
  const result: WordSegment[] = [];
  for (const { kind, text } of segments) {
    const last = result.at(-1);
    if (text === '') continue;
    if (last?.kind === kind) result[result.length - 1] = segment(kind, last.text + text);
    else result.push(segment(kind, text));
  }
  return result;
}
