import type { Note, NoteId, ParticipantId } from '@duken/shared/board';
import { layOut, type SheetLayout, sheetWords } from '@duken/shared/sheet';
import { type Cell, cellKey, cellsOf, type ShippedTemplateId, templates } from '@duken/shared/template';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SheetIndex } from './sheetIndex.ts';
import type { Point, Rect } from './viewport.ts';

function contains(rect: Rect, { x, y }: Point): boolean {
  return x >= rect.x && x < rect.x + rect.width && y >= rect.y && y < rect.y + rect.height;
}

function touches(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function note(id: string, cell: Cell, text: string): Note {
  return {
    id: id as NoteId,
    cell,
    order: 'a0',
    text,
    voice: 'citizen',
    author: 'eirin' as ParticipantId,
    createdAt: 1,
  };
}

function sheetOf(templateId: ShippedTemplateId, notes: readonly Note[], folded: readonly string[] = []): SheetLayout {
  const template = templates[templateId];
  const places = cellsOf(template).map(cellKey);
  return layOut({
    board: {
      ...{ templateId, title: '', for: '', horizonShort: '', horizonLong: '', bin: [], strokes: [], leftOut: 0 },
      journey: { themes: {} },
      notes: notes.toSorted((a, b) => places.indexOf(cellKey(a.cell)) - places.indexOf(cellKey(b.cell))),
    },
    template,
    words: sheetWords.nb,
    names: new Map(),
    meeting: { date: '', present: [] },
    folded: new Set(folded),
  });
}

const someLayout = fc.constantFrom<ShippedTemplateId>('lorenskog', 'simple').chain((templateId) => {
  const someNote = fc.tuple(fc.constantFrom(...cellsOf(templates[templateId])), fc.nat({ max: 200 }));
  return fc
    .tuple(fc.array(someNote, { maxLength: 40 }), fc.subarray(templates[templateId].themes.map(({ id }) => id)))
    .map(([notes, folded]) =>
      sheetOf(
        templateId,
        notes.map(([cell, length], index) => note(`note-${index}`, cell, 'ord '.repeat(length / 4))),
        folded,
      ),
    );
});
const somePoint = fc.record({ x: fc.integer({ min: -50, max: 2150 }), y: fc.integer({ min: -50, max: 4000 }) });

describe('finding what lies under a finger', () => {
  it('finds the same note as looking at every one of them', () => {
    fc.assert(
      fc.property(someLayout, fc.array(somePoint, { maxLength: 30 }), (layout, points) => {
        const index = new SheetIndex(layout);
        const corners = layout.notes.flatMap(({ x, y, width, height }) => [
          { x, y },
          { x: x + width - 1, y: y + height - 1 },
          { x: x + width, y: y + height },
        ]);
        for (const point of [...points, ...corners])
          expect(index.noteAt(point)).toBe(layout.notes.findLast((placed) => contains(placed, point)));
      }),
      { numRuns: 40 },
    );
  });

  it('finds every note in an area, and no other', () => {
    const someArea = fc.tuple(somePoint, fc.nat({ max: 1500 }), fc.nat({ max: 1500 }));
    fc.assert(
      fc.property(someLayout, someArea, (layout, [corner, width, height]) => {
        const area = { ...corner, width, height };
        const found = new SheetIndex(layout).notesIn(area).map((placed) => placed.note.id);
        const expected = layout.notes.filter((placed) => touches(placed, area)).map((placed) => placed.note.id);
        expect([...found].sort()).toEqual(expected.sort());
      }),
      { numRuns: 60 },
    );
  });

  it('finds the cell one points at, and beside all cells the nearest one', () => {
    fc.assert(
      fc.property(someLayout, somePoint, (layout, point) => {
        const index = new SheetIndex(layout);
        const cell = index.cellAt(point);
        if (cell) expect(index.nearestCell(point)).toBe(cell);
        expect(index.nearestCell(point) !== undefined).toBe(layout.cells.length > 0);
      }),
      { numRuns: 60 },
    );
  });
});

describe('letting go of a note', () => {
  const nowWork = { column: 'now', theme: 'work' } as const;
  const layout = sheetOf('lorenskog', [
    note('first', nowWork, 'En'),
    note('second', nowWork, 'To'),
    note('third', nowWork, 'Tre'),
  ]);
  const index = new SheetIndex(layout);
  const [first, second, third] = layout.notes;
  const x = (first?.x ?? 0) + 100;

  it('over the upper half of another lays it before that one', () => {
    expect(index.dropTarget('third' as NoteId, { x, y: (second?.y ?? 0) + 2 })).toEqual({
      cell: nowWork,
      before: 'second',
    });
  });

  it('over the lower half of another lays it behind that one', () => {
    const y = (first?.y ?? 0) + (first?.height ?? 0) - 2;
    expect(index.dropTarget('third' as NoteId, { x, y })).toEqual({ cell: nowWork, before: 'second' });
  });

  it('below them all lays it last', () => {
    const y = (third?.y ?? 0) + (third?.height ?? 0) + 5;
    expect(index.dropTarget('first' as NoteId, { x, y })).toEqual({ cell: nowWork, before: undefined });
  });

  it('beside the table lays it in the nearest cell', () => {
    expect(index.dropTarget('first' as NoteId, { x: 5000, y: (first?.y ?? 0) + 5 })).toMatchObject({
      cell: { column: 'dream', theme: 'work' },
    });
  });

  it('where it was picked up leaves it where it was', () => {
    fc.assert(
      fc.property(
        someLayout.filter(({ notes }) => notes.length > 0),
        fc.nat(),
        (sheet, which) => {
          const placed = sheet.notes[which % sheet.notes.length];
          if (!placed) return;
          const cell = placed.note.cell;
          fc.pre(!(cell.column === 'dream' && sheet.columns.some(({ column }) => column.place === 'band')));
          const stack = sheet.notes.filter((other) => cellKey(other.note.cell) === cellKey(cell));
          const middle = { x: placed.x + placed.width / 2, y: placed.y + placed.height / 2 };
          expect(new SheetIndex(sheet).dropTarget(placed.note.id, middle)).toEqual({
            cell,
            before: stack[stack.indexOf(placed) + 1]?.note.id,
          });
        },
      ),
      { numRuns: 60 },
    );
  });
});
