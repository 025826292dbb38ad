import type { Board, Note, NoteId, ParticipantId } from '@duken/shared/board';
import { layOut, type SheetInput, type SheetLayout, sheetWords } from '@duken/shared/sheet';
import { type Cell, cellKey, cellsOf, type ShippedTemplateId, templates } from '@duken/shared/template';
import fc from 'fast-check';

/** Small builders for this folder's tests: each states only what matters to the case. */
export function noteId(id: string): NoteId {
  return id as NoteId;
}

export function cellIs(a: Cell, b: Cell): boolean {
  return cellKey(a) === cellKey(b);
}

type Written = readonly [id: string, cell: Cell, text: string];

/** A board, its notes in reading order as `readBoard` leaves them. */
export function boardOf(templateId: ShippedTemplateId, written: readonly Written[]): Board {
  const places = cellsOf(templates[templateId]).map(cellKey);
  const notes = written.map(
    ([id, cell, text]): Note => ({
      ...{ id: noteId(id), cell, text, order: 'a0', voice: 'citizen', createdAt: 1 },
      author: 'eirin' as ParticipantId,
    }),
  );
  return {
    ...{ templateId, title: '', for: '', horizonShort: '', horizonLong: '', bin: [], strokes: [], leftOut: 0 },
    journey: { themes: {} },
    notes: notes.toSorted((a, b) => places.indexOf(cellKey(a.cell)) - places.indexOf(cellKey(b.cell))),
  };
}

export function inputOf(board: Board, folded: SheetInput['folded'] = new Set()): SheetInput {
  return {
    board,
    template: templates[board.templateId as ShippedTemplateId],
    words: sheetWords.nb,
    names: new Map(),
    meeting: { date: '', present: [] },
    folded,
  };
}

export function layOutBoard(board: Board, folded?: SheetInput['folded']): SheetLayout {
  return layOut(inputOf(board, folded));
}

export function layOutNotes(templateId: ShippedTemplateId, written: readonly Written[]): SheetLayout {
  return layOutBoard(boardOf(templateId, written));
}

/** Any sheet: either layout, any notes, any of its themes folded away. */
export const someLayout: fc.Arbitrary<SheetLayout> = fc
  .constantFrom<ShippedTemplateId>('lorenskog', 'simple')
  .chain((templateId) => {
    const { themes } = templates[templateId];
    const someNote = fc.tuple(fc.constantFrom(...cellsOf(templates[templateId])), fc.nat({ max: 200 }));
    return fc
      .tuple(fc.array(someNote, { maxLength: 30 }), fc.subarray(themes.map(({ id }) => id)))
      .map(([notes, folded]) => {
        const written = notes.map(
          ([cell, length], index): Written => [`note-${index}`, cell, 'ord '.repeat(length / 4)],
        );
        return layOutBoard(boardOf(templateId, written), new Set(folded));
      });
  });
