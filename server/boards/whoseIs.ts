/** How a title says whose plan it is, in bokmål, nynorsk and English. */
const patterns = [
  /^plan(?:en)?\s+(?:til|for)\s+(.+)$/iu,
  /^(?:the\s+)?plan\s+(?:for|of)\s+(.+)$/iu,
  /^(.+)['’]s\s+plan$/iu,
];

/**
 * Whose plan a title says it is, for the header of the sheet: «Planen til Eirin» is Eirin's.
 * @returns '' for a title that does not say; then it is written at the table
 */
export function whoseIs(title: string): string {
  for (const pattern of patterns) {
    const whose = pattern.exec(title.trim())?.[1];
    if (whose !== undefined) return whose;
  }
  return '';
}
