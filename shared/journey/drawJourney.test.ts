import { describe, expect, it } from 'vitest';
import type { PhaseId } from '../board/index.ts';
import { type Mark, svgOf } from '../chart/index.ts';
import { drawJourney, type JourneyWords } from './drawJourney.ts';
import type { Strand } from './journeyOverTime.ts';

const words: JourneyWords = {
  phases: { untenable: 'Uholdbar', exposed: 'Utsatt', stable: 'Stabil', sustainable: 'Bærekraftig' },
  table: 'Rundt bordet',
  citizen: 'Innbyggeren',
  days: [],
  alt: 'Fra utsatt til stabil',
};
const meetings = ['2026-01-01', '2026-03-01', '2026-06-01'].map((date, at) => ({ version: at + 1, date }));
const drawn = (strand: Strand, width = 640, shown = meetings) =>
  drawJourney(
    { meetings: shown, strand, words: { ...words, days: shown.map(({ date }) => `den ${date}`) } },
    { width },
  );
const flat = (marks: readonly (Mark | string)[]): readonly Mark[] =>
  marks.flatMap((each) => (typeof each === 'string' ? [] : [each, ...flat(each.children)]));
const named = (strand: Strand, name: string, width?: number) =>
  flat(drawn(strand, width).marks).filter((each) => each.name === name);
const textsOf = (strand: Strand, width?: number) => named(strand, 'text', width).flatMap(({ children }) => children);

describe('the picture of the journey', () => {
  it('draws a way down as plainly as the same way up', () => {
    const look = (table: readonly PhaseId[]) => {
      const marks = flat(drawn({ table }).marks).filter(({ attributes }) => attributes.fill !== '#efe7d6');
      return marks.map(({ name, attributes: { stroke, fill, ...rest } }) => [name, stroke, fill, rest['stroke-width']]);
    };
    expect(look(['exposed', 'stable', 'stable'])).toEqual(look(['stable', 'exposed', 'exposed']));
  });

  it('stands higher the further it has come, and is drawn from left to right', () => {
    const circles = named({ table: ['exposed', 'untenable', 'sustainable'] }, 'circle');
    const [first, down, up] = circles.map(({ attributes }) => [Number(attributes.cx), Number(attributes.cy)] as const);
    if (!first || !down || !up) throw new Error('three points');
    expect([first[0] < down[0], down[0] < up[0], down[1] > first[1], up[1] < first[1]]).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });

  it('draws both views by forms that grey paper keeps, and names them only where there are two', () => {
    const both = { table: ['exposed', 'stable', 'stable'], citizen: ['exposed', 'untenable', 'exposed'] } as const;
    expect(named(both, 'circle')).toHaveLength(3 + 1);
    expect(named(both, 'path').filter(({ attributes }) => attributes['stroke-dasharray'])).toHaveLength(3);
    expect(textsOf(both)).toContain('Innbyggeren');
    expect(textsOf({ table: ['exposed', 'stable', 'stable'] })).not.toContain('Rundt bordet');
  });

  it('breaks the line where nothing was said', () => {
    const line = named({ table: ['exposed', null, 'stable'] }, 'path')[0]?.attributes.d;
    expect(String(line).match(/M/g)).toHaveLength(2);
    expect(named({ table: ['exposed', null, 'stable'] }, 'circle')).toHaveLength(2);
  });

  it.each([240, 340, 1200])('holds all within %s pixels, and always tells the newest day', (width) => {
    const many = Array.from({ length: 24 }, (_, at) => ({ version: at + 1, date: `2026-0${(at % 9) + 1}-10` }));
    const shown = many.toSorted((a, b) => (a.date < b.date ? -1 : 1));
    const { marks, height } = drawn({ table: shown.map(() => 'stable' as const) }, width, shown);
    const numbers = flat(marks).flatMap(({ attributes: { cx, x, cy, y } }) => [
      [cx ?? x ?? 0, width],
      [cy ?? y ?? 0, height],
    ]);
    for (const [value, most] of numbers) {
      expect(Number(value)).toBeGreaterThanOrEqual(0);
      expect(Number(value)).toBeLessThanOrEqual(Number(most));
    }
    expect(flat(marks).flatMap(({ children }) => children)).toContain('den 2026-09-10');
  });

  it('tells the first day too, before those between', () => {
    expect(textsOf({ table: ['stable', 'stable', 'stable'] }, 300)).toEqual(
      expect.arrayContaining(['den 2026-01-01', 'den 2026-06-01']),
    );
    expect(textsOf({ table: ['stable', 'stable', 'stable'] }, 300)).not.toContain('den 2026-03-01');
  });

  it('is a picture of one meeting too', () => {
    const { marks } = drawn({ table: ['stable'] }, 340, meetings.slice(0, 1));
    expect(flat(marks).filter(({ name }) => name === 'circle')).toHaveLength(1);
    expect(JSON.stringify(marks)).not.toMatch(/NaN|Infinity|null/);
  });

  it('is one file of SVG that says what it shows', () => {
    expect(svgOf(drawn({ table: ['exposed', 'stable', 'stable'] }))).toMatch(
      /^<svg .*<title>Fra utsatt til stabil<\/title>/,
    );
  });
});
