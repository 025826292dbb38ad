import type { FoundPaper } from './findPapers.ts';

/** One paper, straightened and seen on its own, fills its rectangle but for its rim: of twelve poor photographs each did by 0.91. */
const leastFilled = 0.9;
/** No paper that is sold for notes is longer than this for its width. */
const longestSides = 2.2;
/** So many on a sheet before it is told how large its papers are. */
const enoughToCompare = 4;
/** How much larger than the others: two of one size that lie over each other by five sixths, and by a fourth. */
const [leastLarger, surelyLarger] = [0.18, 0.75];

/**
 * Which of a sheet's papers may be two of one colour that lie over each other: they have not the shape of one, or are larger than the
 * others on the sheet, by more than those differ among themselves.
 */
export function mayBeTwo(papers: readonly FoundPaper[]): ReadonlySet<FoundPaper> {
  const notes = papers.filter(({ kind }) => kind === 'note');
  const usual = medianOf(notes.map(areaOf));
  const ratios = notes.map((note) => areaOf(note) / usual);
  // By the smaller ones alone: they are one each.
  const spread = medianOf(ratios.filter((ratio) => ratio < 1).map((ratio) => 1 - ratio));
  const larger = Math.min(surelyLarger, Math.max(leastLarger, 5 * spread));
  const isLarge = (note: FoundPaper): boolean => notes.length >= enoughToCompare && areaOf(note) / usual > 1 + larger;
  const isOdd = ({ fills, width, height }: FoundPaper): boolean =>
    fills < leastFilled || Math.max(width, height) > longestSides * Math.min(width, height);
  return new Set(notes.filter((note) => isOdd(note) || isLarge(note)));
}

function areaOf({ width, height }: FoundPaper): number {
  return width * height;
}

function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
