import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BoardId } from '../board/index.ts';
import { sheetWords } from '../sheet/index.ts';
import { cellKey, cellsOf, templates } from '../template/index.ts';
import { codeOf, figuresOf, markIdOf, paperNumberOf, sheetNumbers } from './paperCode.ts';
import { figureCount, type PaperPlace, paperSheet } from './paperSheet.ts';

const meets = (a: PaperPlace, b: PaperPlace): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describe.each(Object.values(templates))('the print of $id', (template) => {
  const sheet = paperSheet(template, sheetWords.nb);
  const code = { board: 12_345_678, sheet: 4321 };

  it('has every cell that a note can lie in, once', () => {
    expect(sheet.cells.map(({ cell }) => cellKey(cell)).sort()).toEqual(cellsOf(template).map(cellKey).sort());
  });

  it('has nothing that lies over anything else, or outside of the paper', () => {
    const places: readonly PaperPlace[] = [
      ...sheet.cells,
      ...sheet.marks,
      ...sheet.headings,
      ...sheet.labels,
      sheet.key,
    ];
    for (const [at, one] of places.entries()) {
      expect(meets(one, { x: 0, y: 0, width: sheet.width, height: sheet.height })).toBe(true);
      expect([one.x >= 0, one.y >= 0, one.x + one.width <= sheet.width, one.y + one.height <= sheet.height]).toEqual(
        new Array(4).fill(true),
      );
      for (const other of places.slice(at + 1)) expect(meets(one, other)).toBe(false);
    }
  });

  it('has the heading of a cell’s column above it and the name of its theme beside it', () => {
    for (const { cell, x, y } of sheet.cells.filter(({ cell: { theme } }) => theme !== '')) {
      expect(sheet.headings.find(({ column }) => column === cell.column)?.x).toBe(x);
      expect(sheet.labels.find(({ theme }) => theme === cell.theme)?.y).toBe(y);
    }
  });

  it('says its code at the top and once more at the foot, and each place by another mark', () => {
    const ids = sheet.marks.map((mark) => markIdOf(mark, code));
    const figures = figuresOf(code);
    for (const figure of figures) expect(ids.filter((id) => id === figure).length).toBeGreaterThanOrEqual(2);
    const places = sheet.marks.flatMap(({ part }) => (part.kind === 'place' ? [part.id] : []));
    expect(new Set(places).size).toBe(places.length);
    expect(places.some((id) => figures.includes(id))).toBe(false);
  });
});

describe('the code of a print', () => {
  it('is read as it was written, in marks that the dictionary has', () => {
    fc.assert(
      fc.property(fc.nat({ max: 234 ** 3 - 1 }), fc.nat({ max: sheetNumbers - 1 }), (board, sheet) => {
        const figures = figuresOf({ board, sheet });
        expect(figures.every((id) => id >= 16 && id < 250)).toBe(true);
        expect(codeOf(figures)).toEqual({ board, sheet });
      }),
    );
  });

  it('is none where a figure is missing, or is a mark of a place', () => {
    const figures = figuresOf({ board: 1, sheet: 2 });
    expect(codeOf(figures.slice(1))).toBeUndefined();
    for (let at = 0; at < figureCount; at++) {
      expect(codeOf(figures.with(at, 3))).toBeUndefined();
      expect(codeOf(figures.map((id, index) => (index === at ? undefined : id)))).toBeUndefined();
    }
  });

  it('tells duks apart, and layouts of one', () => {
    const of = (id: string, layout = 'simple') => paperNumberOf(id as BoardId, layout);
    const numbers = new Set(Array.from({ length: 2000 }, (_, at) => of(`duk-${at}`)));
    expect(numbers.size).toBeGreaterThan(1995);
    expect(of('duk')).toBe(of('duk'));
    expect(of('duk')).not.toBe(of('duk', 'lorenskog'));
  });
});
