import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Stroke, StrokeId } from '../board/index.ts';
import { layOut, type PlacedNote } from './layOut.ts';
import { eirin, note, sheetOf, someSheet } from './sheetBuilder.ts';
import { tileSheet } from './tileSheet.ts';

/** An A4 on its side, at a size at which the smallest words are 8 points. */
const a4 = { width: 1276, height: 840 };

const nowWork = { column: 'now', theme: 'work' } as const;
const textOf = ({ note: { id, text, action }, box }: PlacedNote) => [id, text, action, box.height > 0];

describe('a sheet in tiles', () => {
  it('has every note of any sheet once, whole, in its own cell', () => {
    fc.assert(
      fc.property(someSheet, (sheet) => {
        const tiles = tileSheet(sheet, a4).map(layOut);
        const shown = tiles.flatMap(({ notes }) => notes.map(textOf));
        const all = sheet.board.notes.map(({ id, text, action }) => [id, text, action, true]);
        const byId = (one: unknown[], other: unknown[]) => String(one[0]).localeCompare(String(other[0]));
        expect(shown.toSorted(byId)).toEqual(all.toSorted(byId));
        for (const { notes, cells } of tiles)
          for (const placed of notes) {
            const cell = cells.find(
              (one) => one.cell.column === placed.note.cell.column && one.cell.theme === placed.note.cell.theme,
            );
            expect(cell && placed.y >= cell.y && placed.y + placed.height <= cell.y + cell.height).toBe(true);
          }
      }),
      { numRuns: 60 },
    );
  });

  it('fits its page, but for a note that is higher than one when it has all its width', () => {
    fc.assert(
      fc.property(someSheet, (sheet) => {
        for (const tile of tileSheet(sheet, a4)) {
          const { width, height, notes } = layOut(tile);
          expect(width).toBeLessThanOrEqual(a4.width);
          if (notes.length > 1) expect(height).toBeLessThanOrEqual(a4.height);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('goes on with a theme that is higher than a page, and lays a long note across all of it', () => {
    const long = 'Vi har snakket om mye, og det tar plass. '.repeat(48).slice(0, 2000);
    const many = Array.from({ length: 40 }, (_, at) =>
      note(`n${at}`, nowWork, { order: `a${String.fromCharCode(48 + at)}` }),
    );
    const tiles = tileSheet(sheetOf('lorenskog', [...many, note('lang', nowWork, { text: long, order: 'z' })]), a4);
    expect(tiles.length).toBeGreaterThan(1);
    for (const tile of tiles) expect(layOut(tile).height).toBeLessThanOrEqual(a4.height);
  });

  it('has columns beside each other as far as a page is wide, and no theme or column without notes', () => {
    const sheet = sheetOf('lorenskog', [
      note('a', { column: 'works', theme: 'work' }),
      note('b', { column: 'difficult', theme: 'housing' }),
      note('c', { column: 'dream', theme: '' }),
    ]);
    const tiles = tileSheet(sheet, a4);
    expect(
      tiles.map(({ template: { columns, themes } }) => [columns.map(({ id }) => id), themes.map(({ id }) => id)]),
    ).toEqual([
      [
        ['works', 'difficult', 'dream'],
        ['work', 'housing'],
      ],
    ]);
  });

  it('draws what is drawn in a cell once, where its first notes lie', () => {
    const stroke: Stroke = {
      id: 's' as StrokeId,
      cell: nowWork,
      points: [1, 1, 1],
      colour: 'ink',
      width: 2,
      author: eirin,
    };
    const notes = Array.from({ length: 40 }, (_, at) => note(`n${at}`, nowWork));
    const tiles = tileSheet(sheetOf('lorenskog', notes, { strokes: [stroke] }), a4);
    expect(tiles.map(({ board }) => board.strokes.length)).toEqual([1, ...tiles.slice(1).map(() => 0)]);
  });

  it('shows what is drawn where there is no note', () => {
    const cell = { column: 'long', theme: 'network' } as const;
    const stroke: Stroke = { id: 's' as StrokeId, cell, points: [1, 1, 1], colour: 'ink', width: 2, author: eirin };
    const tiles = tileSheet(sheetOf('lorenskog', [note('a', nowWork)], { strokes: [stroke] }), a4);
    expect(tiles.flatMap((tile) => layOut(tile).strokes)).toHaveLength(1);
  });

  it('is nothing of a sheet without notes', () => {
    expect(tileSheet(sheetOf('simple'), a4)).toEqual([]);
  });
});
