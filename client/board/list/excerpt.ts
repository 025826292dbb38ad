/** How much of a note's words names it in a button, in UTF-16 units. */
const excerptLength = 40;

/** The first words of a note on one line, for naming what a button belongs to. */
export function excerptOf(text: string): string {
  const line = text.trim().replaceAll(/\s+/gu, ' ');
  if (line.length <= excerptLength) return line;
  const cut = line.slice(0, excerptLength);
  const lastSpace = cut.lastIndexOf(' ');
  return `${cut.slice(0, lastSpace > 0 ? lastSpace : excerptLength).replace(/[\uD800-\uDBFF]$/, '')} …`;
}
