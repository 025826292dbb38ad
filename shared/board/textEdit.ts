/** One stretch of text replaced by another. Positions count UTF-16 units. */
export interface TextEdit {
  readonly at: number;
  readonly removed: number;
  readonly inserted: string;
}

const noEdit: TextEdit = { at: 0, removed: 0, inserted: '' };

/**
 * The edit that turns `before` into `after`. Where several would do (one more "a" in "aaa"), the one that ends at the
 * caret, which is what the hand did. Never cuts an emoji in two: half of one cannot be stored.
 *
 * @param caret where the caret stands in `after`
 */
export function editBetween(before: string, after: string, caret: number): TextEdit {
  if (before === after) return noEdit;
  const shared = Math.min(before.length, after.length);
  // What stands behind the caret was there before: count it from the end first, up to the caret.
  const maxSuffix = Math.min(shared, Math.max(0, after.length - caret));
  let suffix = 0;
  while (suffix < maxSuffix && before[before.length - 1 - suffix] === after[after.length - 1 - suffix]) suffix += 1;
  let prefix = 0;
  while (prefix < shared - suffix && before[prefix] === after[prefix]) prefix += 1;
  while (suffix < shared - prefix && before[before.length - 1 - suffix] === after[after.length - 1 - suffix])
    suffix += 1;
  if (cutsPair(before, prefix) || cutsPair(after, prefix)) prefix -= 1;
  if (cutsPair(before, before.length - suffix) || cutsPair(after, after.length - suffix)) suffix -= 1;
  return {
    at: prefix,
    removed: before.length - suffix - prefix,
    inserted: after.slice(prefix, after.length - suffix),
  };
}

function cutsPair(text: string, position: number): boolean {
  return isHighSurrogate(text.charCodeAt(position - 1)) && isLowSurrogate(text.charCodeAt(position));
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** Text after an edit. */
export function applyEdit(text: string, edit: TextEdit): string {
  return text.slice(0, edit.at) + edit.inserted + text.slice(edit.at + edit.removed);
}

/**
 * Where a position lies after somebody else's edit. At the very place of an insertion, `stay` keeps the position in front
 * of the new text (a caret) and `follow` moves it behind (the start of what one is about to insert).
 */
export function movePosition(position: number, edit: TextEdit, atInsertion: 'stay' | 'follow' = 'stay'): number {
  if (position < edit.at || (position === edit.at && atInsertion === 'stay')) return position;
  if (position >= edit.at + edit.removed) return position + edit.inserted.length - edit.removed;
  return edit.at + (atInsertion === 'follow' ? edit.inserted.length : 0);
}

/**
 * An edit made without knowing of `others`, as the edits to carry out after them, one after the other. What others
 * removed meanwhile stays removed, and what they wrote in the midst of what is removed here stays: nobody saw it go.
 */
export function rebaseEdit(edit: TextEdit, others: readonly TextEdit[]): readonly TextEdit[] {
  let at = edit.at;
  let doomed: readonly (readonly [start: number, end: number])[] = [[edit.at, edit.at + edit.removed]];
  for (const other of others) {
    at = movePosition(at, other, 'follow');
    const shift = other.inserted.length - other.removed;
    doomed = doomed.flatMap(([start, end]) => [
      [start, Math.min(end, other.at)] as const,
      [Math.max(start, other.at + other.removed) + shift, end + shift] as const,
    ]);
    doomed = doomed.filter(([start, end]) => start < end);
  }
  const removals = doomed
    .filter(([start, end]) => start < end)
    .toReversed()
    .map(([start, end]): TextEdit => ({ at: start, removed: end - start, inserted: '' }));
  const insertion: TextEdit = {
    at: removals.reduce((position, removal) => movePosition(position, removal), at),
    removed: 0,
    inserted: edit.inserted,
  };
  return edit.inserted === '' ? removals : [...removals, insertion];
}

/** As much of a text as fits in so many UTF-16 units without cutting an emoji in two. */
export function cutToLength(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  return text.slice(0, cutsPair(text, maxLength) ? maxLength - 1 : maxLength);
}
