/** Marks that begin an item: bullets as Word, browsers and people write them. */
const bullet = /^(?:[•·◦▪▫‣●○■□§–—*-]|o(?=\t))[\t ]+/u;
const number = /^\(?(\d{1,3})[.)][\t ]+/u;

/**
 * The items of a list somebody pasted: lines that begin with bullets or that are numbered one after the other, or plain
 * lines, as paragraphs are when they come from Word. A line that is drawn in under a bullet belongs to it.
 *
 * @returns one item for a text that is no list, none for one without words
 */
export function itemsIn(text: string): readonly string[] {
  const lines = text.split(/\r\n|[\r\n\u2028]/u).filter((line) => line.trim() !== '');
  const isBulleted = lines.some((line) => bullet.test(line.trimStart()));
  const isNumbered = countsUp(lines.flatMap((line) => number.exec(line.trimStart())?.[1] ?? []));
  const items: string[] = [];
  for (const line of lines) {
    const words = line.trim();
    const mark = isBulleted && bullet.test(words) ? bullet : isNumbered && number.test(words) ? number : undefined;
    const goesOn = (isBulleted || isNumbered) && !mark && /^[\t ]/u.test(line) && items.length > 0;
    if (goesOn) items.push(`${items.pop()}\n${words}`);
    else items.push(mark ? words.replace(mark, '').trim() : words);
  }
  return items.filter((item) => item !== '');
}

/** Notes as text that other programs understand, and that `itemsIn` reads as the same notes. */
export function listOf(texts: readonly string[]): string {
  if (texts.length < 2) return texts.join('');
  return texts.map((text) => `• ${text.trim().split('\n').join('\n  ')}`).join('\n');
}

/** Only numbers that follow each other are a list's: «22. juni» begins with one too, and must keep it. */
function countsUp(numbers: readonly string[]): boolean {
  return numbers.length > 1 && numbers.every((value, index) => Number(value) === Number(numbers[0]) + index);
}
