import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakLines } from './breakLines.ts';
import { inOtherWords } from './inOtherWords.ts';
import { layOut } from './layOut.ts';
import { note, sheetOf, someText } from './sheetBuilder.ts';
import { sizes } from './sizes.ts';

const now = { column: 'now', theme: 'work' } as const;
const room = (width: number) => width - 2 * sizes.note.paddingX;

describe('a sheet in other words', () => {
  const layout = layOut(sheetOf('lorenskog', [note('loan', now, { text: 'Søke om startlån' })]));

  it('says them in the place of the note’s own, and cuts what its lines have no room for', () => {
    const [short] = inOtherWords(layout, () => 'Кредит').notes;
    expect(short?.box.lines.map(({ text }) => text)).toEqual(['Кредит']);
    const [long] = inOtherWords(layout, () => 'الحصول على قرض السكن من البلدية قبل الصيف وبعد ذلك البحث عن شقة').notes;
    expect(long?.box.lines).toHaveLength(layout.notes[0]?.box.lines.length ?? 0);
    expect(long?.box.lines.at(-1)?.text).toMatch(/…$/);
    expect(long?.box.lines.at(-1)?.rightToLeft).toBe(true);
  });

  it('is the same value where nobody says anything else', () => {
    expect(inOtherWords(layout, () => undefined)).toBe(layout);
  });

  it('has everything where it was, and no line wider than the note, whatever is said', () => {
    fc.assert(
      fc.property(someText, someText, (said, own) => {
        const sheet = layOut(sheetOf('lorenskog', [note('one', now, { text: own })]));
        const other = inOtherWords(sheet, () => said);
        const [before, after] = [sheet.notes[0], other.notes[0]];
        if (!before || !after) throw new Error('the sheet has no note');
        expect({ ...other, notes: [] }).toEqual({ ...sheet, notes: [] });
        expect({ ...after.box, lines: [] }).toEqual({ ...before.box, lines: [] });
        expect(after.box.lines.length).toBeLessThanOrEqual(before.box.lines.length);
        for (const { text } of after.box.lines.filter(({ text }) => [...text].length > 1))
          expect(breakLines(text, room(after.box.width), sizes.note.textFont).length).toBeLessThanOrEqual(1);
      }),
    );
  });
});
