import { printedRanges } from './printedRanges.ts';

/** What is not seen needs no letter. */
const unseen = /[\s\p{Default_Ignorable_Code_Point}]/u;

/** First and last code point of each run, one run after the other. */
const runs: readonly (readonly [first: number, last: number])[] = readRuns(printedRanges);

function readRuns(ranges: string): (readonly [number, number])[] {
  let at = 0;
  return ranges.split(' ').map((range) => {
    const [skipped = '0', more = '0'] = range.split('+');
    const first = at + Number.parseInt(skipped, 36);
    const last = first + Number.parseInt(more, 36);
    at = last;
    return [first, last] as const;
  });
}

/** The signs of a text that the documents we make have no letter for, each once: they are printed as □. */
export function unprintableIn(text: string): readonly string[] {
  return [...new Set(Array.from(text))].filter((sign) => !unseen.test(sign) && !hasLetter(sign.codePointAt(0) ?? 0));
}

function hasLetter(code: number): boolean {
  let [low, high] = [0, runs.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [first, last] = runs[middle] ?? [0, 0];
    if (code < first) high = middle - 1;
    else if (code > last) low = middle + 1;
    else return true;
  }
  return false;
}
