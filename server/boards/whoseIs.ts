/** How a title says whose plan it is, in bokmål, nynorsk and English. */
const patterns = [
  /^plan(?:en)?\s+(?:til|for)\s+(.+)$/iu,
  /^(?:the\s+)?plan\s+(?:for|of)\s+(.+)$/iu,
  /^(.+)['’]s\s+plan$/iu,
];

/** A word for what the sheet itself is: a title with one of them names no people. */
const sheetWord =
  /(?<!\p{L})(?:(?:investerings|handlings)?plan(?:en|a|ar|er)?|duk(?:en)?|(?:investerings)?møte(?:t|r)?|meetings?|sak(?:en|a)?|(?:velferds)?lab(?:en)?|test)(?!\p{L})/iu;

/**
 * Whose plan a title says it is, for the header of the sheet: «Planen til Eirin» is Eirin's, and «Ida og barna» is theirs.
 * @returns '' for a title that does not say; then it is written at the table
 */
export function whoseIs(title: string): string {
  for (const pattern of patterns) {
    const whose = pattern.exec(title.trim())?.[1];
    if (whose !== undefined) return whose;
  }
  const whole = title.trim();
  return sheetWord.test(whole) ? '' : whole;
}
