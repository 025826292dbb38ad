import { describe, expect, it } from 'vitest';
import { outlineLine } from './outlineLine.ts';
import { outlineOddWords } from './outlineOddWords.ts';
import { boardWith, note, pictureOf, versionOf } from './testing/planBuilders.ts';

describe('a line as outlines', () => {
  it.each([
    ['joined Arabic as one sign', 'لا', 1],
    ['a family of emoji as one', '👨‍👩‍👧', 1],
    ['a flag as one', '🇳🇴', 1],
    ['a heart without its selector', '❤️', 1],
    ['Tigrinya letter by letter', 'ገዛ', 2],
    ['several scripts on one line', 'Hei ሰላም 😀', 7],
  ])('draws %s', (_, line, count) => {
    expect(outlineLine(line, 'regular', false).letters).toHaveLength(count);
  });

  it('draws □ for a letter that our fonts do not have', () => {
    const [unknown, box] = [outlineLine('家', 'regular', false), outlineLine('□', 'regular', false)];
    expect(unknown).toEqual(box);
  });

  it('sets numbers and Latin words within Arabic from left to right, and the line from right to left', () => {
    const arabic = outlineLine('ب', 'regular', true).letters[0]?.d;
    const placeOf = (line: string, isRightToLeft: boolean) =>
      outlineLine(line, 'regular', isRightToLeft).letters.findIndex(({ d }) => d === arabic);
    expect(placeOf('ب NAV', true)).toBe(3);
    expect(placeOf('ب NAV', false)).toBe(0);
    const [nav, n] = [outlineLine('ب NAV', 'regular', true).letters, outlineLine('N', 'regular', false).letters[0]];
    expect(nav[0]?.d).toBe(n?.d);
  });

  it('is heavier in semibold', () => {
    expect(outlineLine('ገዛ', 'semibold', false).letters[0]?.d).not.toBe(
      outlineLine('ገዛ', 'regular', false).letters[0]?.d,
    );
  });
});

describe('a picture with its odd lines as outlines', () => {
  const picture = pictureOf(
    versionOf(
      boardWith([
        note('plain', { column: 'works', theme: 'work' }, { text: 'Jeg & "du" – Вот' }),
        note('odd', { column: 'dream', theme: '' }, { text: 'شكرًا جزيلاً ❤️ و 3' }),
      ]),
    ),
  );

  it('leaves what Inter has as text', () => {
    const outlined = outlineOddWords(picture);
    expect(outlined).toContain('>Jeg &amp; &quot;du&quot; – Вот</text>');
    expect(outlined).toContain('>Dagens situasjon</text>');
    const plain = pictureOf(versionOf(boardWith([note('plain', { column: 'works', theme: 'work' }, { text: 'Hei' })])));
    expect(outlineOddWords(plain)).toBe(plain);
  });

  it('loses no line, and keeps each within its note', () => {
    const texts = (svg: string): number => svg.match(/<text /g)?.length ?? 0;
    const outlined = outlineOddWords(picture);
    const groups = outlined.match(/<g fill="#22302f">(?:<path [^>]*>)+<\/g>/g) ?? [];
    expect(groups).toHaveLength(texts(picture) - texts(outlined));
    const line = />\u2067/.exec(picture);
    const right = Number(/<text x="([\d.]+)"[^>]*>\u2067/.exec(picture)?.[1]);
    expect(line).not.toBeNull();
    const places = Array.from(groups[0]?.matchAll(/translate\(([\d.-]+) /g) ?? [], ([, x]) => Number(x));
    expect(Math.min(...places)).toBeGreaterThan(0);
    expect(Math.max(...places)).toBeLessThan(right);
  });
});
