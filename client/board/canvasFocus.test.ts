import type { Note } from '@duken/shared/board';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CanvasFocus, firstFocus, focusedPlace, stepFocus } from './canvasFocus.ts';
import { boardOf, cellIs, layOutBoard, layOutNotes, noteId, someLayout } from './layoutBuilder.ts';

const directions = ['up', 'down', 'left', 'right'] as const;
const nowWork = { column: 'now', theme: 'work' } as const;
const onNote = (id: string): CanvasFocus => ({ kind: 'note', noteId: noteId(id) });

/** A focus as text, to tell places apart. */
function nameOf(focus: CanvasFocus): string {
  return focus.kind === 'note' ? focus.noteId : `${focus.cell.column}/${focus.cell.theme}`;
}

describe('going over the sheet with arrows', () => {
  const layout = layOutNotes('lorenskog', [
    ['first', nowWork, 'En'],
    ['second', nowWork, 'To'],
    ['below', { column: 'now', theme: 'economy' }, 'Tre'],
  ]);

  it('starts at the first note or cell, and not in an empty tray', () => {
    expect(firstFocus(layout)).toEqual({ kind: 'cell', cell: { column: 'works', theme: 'work' } });
  });

  it('goes from note to note, and stops at empty cells', () => {
    expect(stepFocus(layout, onNote('first'), 'down')).toEqual(onNote('second'));
    expect(stepFocus(layout, onNote('second'), 'up')).toEqual(onNote('first'));
    const empty = stepFocus(layout, onNote('second'), 'down');
    expect(empty).toEqual({ kind: 'cell', cell: { column: 'now', theme: 'housing' } });
  });

  it('comes down from a wide cell to the two that lie side by side below it, and goes on', () => {
    const [left, right] = boardOf('lorenskog', [
      ['left', { column: 'now', theme: 'housing' }, 'En'],
      ['right', { column: 'now', theme: 'housing' }, 'To'],
    ]).notes as [Note, Note];
    const board = boardOf('lorenskog', []);
    const paired = layOutBoard({ ...board, notes: [left, { ...right, pair: left.id }] });
    const above = { kind: 'cell', cell: nowWork } as const;
    expect(stepFocus(paired, above, 'down')).toEqual(onNote('left'));
    expect(stepFocus(paired, onNote('left'), 'right')).toEqual(onNote('right'));
    for (const id of ['left', 'right']) {
      expect(stepFocus(paired, onNote(id), 'up')).toEqual(above);
      const below = { kind: 'cell', cell: { column: 'now', theme: 'physical-health' } };
      expect(stepFocus(paired, onNote(id), 'down')).toEqual(below);
    }
  });

  it('goes sideways to the neighbouring column, at the same height', () => {
    expect(stepFocus(layout, onNote('second'), 'right')).toEqual({
      kind: 'cell',
      cell: { column: 'short', theme: 'work' },
    });
    expect(stepFocus(layout, onNote('second'), 'left')).toEqual({
      kind: 'cell',
      cell: { column: 'difficult', theme: 'work' },
    });
  });

  it('stays at the edge of the sheet', () => {
    expect(stepFocus(layout, { kind: 'cell', cell: { column: 'works', theme: '' } }, 'left')).toBeUndefined();
    expect(stepFocus(layout, { kind: 'cell', cell: { column: 'works', theme: '' } }, 'up')).toBeUndefined();
  });

  it('goes on from a cell that has notes, where one stands when another took the note away', () => {
    const inCell = { kind: 'cell', cell: nowWork } as const;
    expect(stepFocus(layout, inCell, 'down')).toEqual(onNote('first'));
    expect(stepFocus(layout, { kind: 'cell', cell: { column: 'now', theme: 'economy' } }, 'down')).toEqual(
      onNote('below'),
    );
    const above = stepFocus(layout, { kind: 'cell', cell: { column: 'now', theme: 'economy' } }, 'up');
    expect(above).toEqual(stepFocus(layout, onNote('below'), 'up'));
  });

  it('begins anew when the note one stood on has gone', () => {
    expect(focusedPlace(layout, onNote('gone'))).toBeUndefined();
    expect(stepFocus(layout, onNote('gone'), 'down')).toEqual(firstFocus(layout));
  });

  it('reaches every note and every empty cell of any sheet', () => {
    fc.assert(
      fc.property(someLayout, (sheet) => {
        const start = firstFocus(sheet);
        const reached = new Map(start ? [[nameOf(start), start]] : []);
        for (const focus of reached.values())
          for (const direction of directions) {
            const next = stepFocus(sheet, focus, direction);
            if (next) reached.set(nameOf(next), next);
          }
        const notes = sheet.notes.map(({ note }) => note.id);
        const empty = sheet.cells
          .filter(({ cell }) => !sheet.notes.some(({ note }) => cellIs(note.cell, cell)))
          .map(({ cell }) => `${cell.column}/${cell.theme}`);
        expect([...reached.keys()].sort()).toEqual([...notes, ...empty].sort());
      }),
      { numRuns: 60 },
    );
  });

  it('comes back up where it went down', () => {
    fc.assert(
      fc.property(someLayout, fc.nat(), (sheet, which) => {
        const placed = sheet.notes[which % Math.max(1, sheet.notes.length)];
        if (!placed || sheet.columns.some(({ column }) => column.place === 'band')) return;
        const from = onNote(placed.note.id);
        const below = stepFocus(sheet, from, 'down');
        if (below) expect(stepFocus(sheet, below, 'up')).toEqual(from);
      }),
      { numRuns: 60 },
    );
  });
});
