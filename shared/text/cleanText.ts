/** What ends a line in some program or other: Windows, old Macs, the soft break of presentations, page and paragraph breaks. */
const lineBreak = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;

/**
 * What nobody sees and what turns the words beside it around: control characters, direction marks, embeddings, overrides and
 * isolates (UAX #9), spaces and hyphens without width, fillers, and marks of the byte order.
 */
const unseen =
  /[^\P{Cc}\n]|[\u034f\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb]/gu;

/**
 * Joiners, variation selectors and tags that follow no emoji and no letter of a script that joins its letters or has variants.
 * Latin, Greek and Cyrillic have no use for them but to make two names look alike.
 */
const stray =
  /(?<![\p{Emoji}\p{S}\p{Default_Ignorable_Code_Point}[[\p{L}\p{M}]--[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Inherited}]]])[\u200c\u200d\ufe00-\ufe0f\u{e0000}-\u{e01ef}]+/gv;

/** Printable ASCII and the letters of western Europe, with line breaks: nothing to do. */
const isPlain = /^[\n -~\u00a1-\u00ac\u00ae-\u017f–—‘’“”…]*$/;

/**
 * The one door for what people write in several lines: composed letters (NFC), line breaks as '\n', tabs as spaces, halves of
 * a surrogate pair as U+FFFD, and nothing that cannot be seen or that turns other words around. Joiners and variation
 * selectors that belong to a letter or an emoji stay. No word is refused and no separator is lost.
 */
export function cleanText(text: string): string {
  return isPlain.test(text) ? text : cleanInsert(text).replace(stray, '');
}

/** The same for what is typed or pasted into the midst of a text, where a joiner may belong to the letters around it. */
export function cleanInsert(text: string): string {
  if (isPlain.test(text)) return text;
  return text.toWellFormed().replace(lineBreak, '\n').replace(/\t/g, ' ').replace(unseen, '').normalize('NFC');
}

/** The one door for what is one line: a name, a title, a field. Runs of space are one, and none stand at the ends. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/gu, ' ').trim();
}

const somethingSeen = /[^\s\u2800\p{Cc}\p{Default_Ignorable_Code_Point}]/u;

/** Whether a reader would see nothing: spaces, signs without width, blank braille. */
export function isBlank(text: string): boolean {
  return !somethingSeen.test(text);
}
