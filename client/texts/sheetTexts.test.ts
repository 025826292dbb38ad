import type { Board } from '@duken/shared/board';
import { drawSheet, layOut, paperLook, type SheetInput, textWidth } from '@duken/shared/sheet';
import { templates } from '@duken/shared/template';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ar } from './ar/index.ts';
import { dayInWords } from './dates.ts';
import { pl } from './pl/index.ts';
import { se } from './se/index.ts';
import { keepSheetTexts, sheetWordsIn, templateIn } from './sheetTexts.ts';
import { so } from './so/index.ts';
import { ti } from './ti/index.ts';
import { uk } from './uk/index.ts';

const late = { pl, uk, ar, so, ti, se } as const;
const tags = Object.keys(late) as (keyof typeof late)[];
for (const tag of tags) keepSheetTexts(tag, late[tag].sheet);

function boardOf(templateId: string, horizon: string): Board {
  const header = { templateId, title: '', for: 'Selam', horizonShort: horizon, horizonLong: horizon };
  return { ...header, notes: [], bin: [], strokes: [], journey: { themes: {} }, leftOut: 0 };
}

describe('the sheet in a language that comes late', () => {
  it('has all its words on the sheet, and each heading within its column, whatever is folded away', () => {
    const ids = ['lorenskog', 'simple'] as const;
    const some = fc.record({
      tag: fc.constantFrom(...tags),
      id: fc.constantFrom(...ids),
      fold: fc.infiniteStream(fc.boolean()),
    });
    fc.assert(
      fc.property(some, ({ tag, id, fold }) => {
        const template = templateIn(templates[id], tag);
        const input: SheetInput = {
          board: boardOf(id, '2026-12-28'),
          template,
          words: sheetWordsIn(tag),
          names: new Map(),
          meeting: { date: '2026-11-30', present: ['Selam', 'Dawit'] },
          folded: new Set(template.themes.flatMap((theme) => (fold.next().value ? [theme.id] : []))),
        };
        const layout = layOut(input);
        for (const { heading, width } of layout.columns)
          for (const { text } of heading) expect(textWidth(text, { size: 17, weight: 'semibold' })).toBeLessThan(width);
        for (const piece of drawSheet(layout, paperLook)) {
          if (piece.kind !== 'text') continue;
          const width = textWidth(piece.text, piece.font) + piece.text.length * (piece.letterSpacing ?? 0);
          const before = width * { start: piece.rightToLeft ? 1 : 0, middle: 0.5, end: 1 }[piece.anchor];
          expect(piece.x - before).toBeGreaterThanOrEqual(0);
          expect(piece.x - before + width).toBeLessThanOrEqual(layout.width);
        }
      }),
    );
  });

  it('says dates with the months of the language, also where a browser has none for it', () => {
    expect(tags.map((tag) => dayInWords('2026-11-30', tag))).toEqual([
      '30 listopada 2026',
      '30 листопада 2026 р.',
      '30 نوفمبر 2026',
      expect.stringMatching(/30/),
      expect.stringMatching(/30/),
      expect.stringMatching(/30/),
    ]);
  });

  it('keeps what an operator has called in other words', () => {
    const [first, ...rest] = templates.simple.themes;
    if (!first) throw new Error('the simple layout has themes');
    const own = { ...templates.simple, themes: [{ ...first, name: { nb: 'Hus', nn: 'Hus', en: 'House' } }, ...rest] };
    const [house, economy] = templateIn(own, 'ar').themes;
    expect([house?.name.ar, economy?.name.ar]).toEqual([undefined, 'المال']);
    expect(templateIn(templates.simple, 'nn')).toBe(templates.simple);
  });
});
