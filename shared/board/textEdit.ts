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

/** Edits that two sides made of the same text, each without knowing of the other's. */
export interface CrossedEdits {
  /** Mine, to be carried out after theirs. */
  readonly mine: readonly TextEdit[];
  /** Theirs, to be carried out after mine. */
  readonly theirs: readonly TextEdit[];
}

/**
 * Carries two rows of edits across each other, so that both sides end with the same text: what either removed is gone,
 * what either wrote stays, also in the midst of what the other removed, and at the very same place theirs stands first.
 */
export function crossEdits(mine: readonly TextEdit[], theirs: readonly TextEdit[]): CrossedEdits {
  return crossRows(mine.flatMap(primitives), theirs.flatMap(primitives));
}

function crossRows(mine: readonly TextEdit[], theirs: readonly TextEdit[]): CrossedEdits {
  const [myFirst, ...myRest] = mine;
  const [theirFirst, ...theirRest] = theirs;
  if (!myFirst || !theirFirst) return { mine, theirs };
  if (myRest.length === 0 && theirRest.length === 0)
    return { mine: carry(myFirst, theirFirst, 'follow'), theirs: carry(theirFirst, myFirst, 'stay') };
  if (myRest.length === 0) {
    const first = crossRows([myFirst], [theirFirst]);
    const rest = crossRows(first.mine, theirRest);
    return { mine: rest.mine, theirs: [...first.theirs, ...rest.theirs] };
  }
  const first = crossRows([myFirst], theirs);
  const rest = crossRows(myRest, first.theirs);
  return { mine: [...first.mine, ...rest.mine], theirs: rest.theirs };
}

/** An edit as a removal and an insertion, which can each be carried across others without a choice. */
function primitives({ at, removed, inserted }: TextEdit): TextEdit[] {
  return [
    ...(removed > 0 ? [{ at, removed, inserted: '' }] : []),
    ...(inserted === '' ? [] : [{ at, removed: 0, inserted }]),
  ];
}

/** One removal or insertion as it reads after another. A removal goes round what was inserted in its midst. */
function carry(edit: TextEdit, past: TextEdit, atInsertion: 'stay' | 'follow'): TextEdit[] {
  if (edit.removed === 0) return [{ ...edit, at: movePosition(edit.at, past, atInsertion) }];
  const end = edit.at + edit.removed;
  const shift = past.inserted.length - past.removed;
  const before = { at: edit.at, removed: Math.min(end, past.at) - edit.at, inserted: '' };
  const startAfter = Math.max(edit.at, past.at + past.removed);
  const after = { at: startAfter + shift, removed: end - startAfter, inserted: '' };
  // The later stretch first, so that the earlier one is still where it says.
  return [after, before].filter(({ removed }) => removed > 0);
}

/** How far back from the limit a word is looked for, in UTF-16 units: longer than any word people write. */
const longestWord = 60;

/** As `cutToLength`, and between words where one ends near the limit: what is left over then starts with a whole word. */
export function cutAtWord(text: string, maxLength: number): string {
  const cut = cutToLength(text, maxLength);
  if (cut.length === text.length || /\s/u.test(text.charAt(cut.length))) return cut;
  const end = cut.search(/\s\S*$/u);
  return end > 0 && cut.length - end <= longestWord ? cut.slice(0, end + 1) : cut;
}

/** As much of a text as fits in so many UTF-16 units without cutting an emoji in two. */
export function cutToLength(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  return text.slice(0, cutsPair(text, maxLength) ? maxLength - 1 : maxLength);
}
