import { isPlainInter } from './knownLetters.ts';
import { outlineLine } from './outlineLine.ts';

/**
 * The picture with every line that is not plain Inter as outlines of our own fonts, and all others as text. For such a line
 * whoever draws a picture looks among the machine's fonts, one so and another so, and some leave the line out when a font
 * joins letters that another does not. A whole picture in outlines would be twenty times as large. Reads what `boardToSvg`
 * writes: each line of text one element.
 */
export function outlineOddWords(picture: string): string {
  return picture.replace(/<text ([^>]*)>([^<]*)<\/text>/g, (element, attributes: string, content: string) => {
    const text = unescaped(content);
    return isPlainInter(text) ? element : outlined(text, attributes);
  });
}

/** Right-to-left isolate and its end, around a line that runs from right to left. */
const isolated = /^\u2067(.*)\u2069$/su;

function outlined(text: string, attributes: string): string {
  const attribute = (name: string): string => new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
  const inside = isolated.exec(text)?.[1];
  const weight = attribute('font-weight') === '600' ? 'semibold' : 'regular';
  const size = Number(attribute('font-size'));
  const line = outlineLine(inside ?? text, weight, inside !== undefined);
  const before = { start: 0, middle: line.width / 2, end: line.width }[attribute('text-anchor') || 'start'] ?? 0;
  const [x, y] = [Number(attribute('x')) - before * size, Number(attribute('y'))];
  const letters = line.letters.map((letter) => {
    const place = `translate(${tidy(x + letter.x * size)} ${tidy(y - letter.y * size)})`;
    const scale = `scale(${(letter.scale * size).toFixed(6)} ${(-letter.scale * size).toFixed(6)})`;
    return `<path transform="${place} ${scale}" d="${letter.d}"/>`;
  });
  return `<g fill="${attribute('fill')}">${letters.join('')}</g>`;
}

function tidy(value: number): string {
  return String(Math.round(value * 100) / 100);
}

const signs: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

function unescaped(content: string): string {
  return content.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => signs[entity] ?? entity);
}
