import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxLanes, type ParticipantId } from '../board/index.ts';
import { layOut, type SheetInput } from './layOut.ts';
import { note, sheetOf, someSheet } from './sheetBuilder.ts';
import { tidyForm } from './tidyForm.ts';

const nowWork = { column: 'now', theme: 'work' } as const;
const works = { column: 'works', theme: 'work' } as const;

/** How large all of it is on a table of 1920 × 1080. */
function sizeOf(input: SheetInput, form: SheetInput['board']['form']): number {
  const { width, height } = layOut({
    ...input,
    folded: new Set(),
    board: { ...input.board, ...(form ? { form } : {}) },
  });
  return Math.min(1880 / width, 930 / height);
}

const many = (cell: typeof nowWork | typeof works, count: number) =>
  Array.from({ length: count }, (_, index) =>
    note(`${cell.column}-${index}`, cell, { text: 'Søke om dagtid på verkstedet' }),
  );

describe('the form of a tidied sheet', () => {
  it('is a lane for each column where nobody has written yet', () => {
    expect(new Set(Object.values(tidyForm(sheetOf('lorenskog'))))).toEqual(new Set([1]));
  });

  it('gives a column with a crowded cell more lanes, and leaves the others', () => {
    const form = tidyForm(sheetOf('lorenskog', many(nowWork, 40)));
    expect(form.now).toBeGreaterThan(3);
    expect(form.dream).toBe(1);
  });

  it('widens two columns where one alone would win nothing', () => {
    const form = tidyForm(sheetOf('lorenskog', [...many(works, 8), ...many(nowWork, 8)]));
    expect([form.works, form.now].every((lanes) => (lanes ?? 1) > 1)).toBe(true);
  });

  it('is never smaller on a table than a sheet that nobody tidied, whatever stands on it', () => {
    fc.assert(
      fc.property(someSheet, (input) => {
        const form = tidyForm(input);
        expect(sizeOf(input, form)).toBeGreaterThanOrEqual(sizeOf(input, {}) * 0.999);
        for (const lanes of Object.values(form)) {
          expect(lanes).toBeGreaterThanOrEqual(1);
          expect(lanes).toBeLessThanOrEqual(maxLanes);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('has room for what stands on each note: also that another wrote it for a child', () => {
    const eirin = 'eirin' as ParticipantId;
    const name = 'Eirin Marie Sommerfeldt-Haug';
    const forms = [5, 8, 11, 14, 17, 20].map((count) => {
      const notes = many(nowWork, count).map((each) => ({ ...each, voice: 'child' as const, author: eirin }));
      const sheet = sheetOf('lorenskog', notes);
      return [
        tidyForm({ ...sheet, names: new Map([[eirin, name]]), helpers: new Set([eirin]) }),
        tidyForm({ ...sheet, names: new Map([[eirin, `${sheet.words.writtenBy} ${name}`]]) }),
      ];
    });
    for (const [written, said] of forms) expect(written).toEqual(said);
  });

  it('is the same for everybody, whatever they have folded away and however it was before', () => {
    const sheet = sheetOf('lorenskog', [...many(works, 5), ...many(nowWork, 9)]);
    const form = tidyForm(sheet);
    expect(tidyForm({ ...sheet, folded: new Set(['work']) })).toEqual(form);
    expect(tidyForm({ ...sheet, board: { ...sheet.board, form: { dream: 4 } } })).toEqual(form);
  });
});
