import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaAround, beforeOthers, keyboardMove, layOutMoved, withMoved } from './canvasMoves.ts';
import { boardOf, cellIs, inputOf, layOutBoard, noteId, someLayout } from './layoutBuilder.ts';

const nowWork = { column: 'now', theme: 'work' } as const;
const nowHousing = { column: 'now', theme: 'housing' } as const;
const board = boardOf('lorenskog', [
  ['first', nowWork, 'En'],
  ['second', nowWork, 'To'],
  ['third', nowWork, 'Tre'],
  ['loan', nowHousing, 'Fire'],
]);
const layout = layOutBoard(board);

describe('moving a note with the keyboard', () => {
  it.each([
    ['past the one above', 'second', 'up', { cell: nowWork, before: 'first' }],
    ['past the one below', 'first', 'down', { cell: nowWork, before: 'third' }],
    ['past the last one', 'second', 'down', { cell: nowWork, before: undefined }],
    ['from the end of a cell to the beginning of the next', 'third', 'down', { cell: nowHousing, before: 'loan' }],
    ['from the beginning of a cell to the end of the one above', 'loan', 'up', { cell: nowWork, before: undefined }],
    ['to the right', 'loan', 'right', { cell: { column: 'short', theme: 'housing' }, before: undefined }],
    ['to the left', 'loan', 'left', { cell: { column: 'difficult', theme: 'housing' }, before: undefined }],
  ] as const)('%s', (_, id, direction, target) => {
    expect(keyboardMove(layout, board.notes, noteId(id), direction)).toEqual({ noteIds: [id], ...target });
  });

  it('stays at the edge of the sheet, and does nothing for a note that has gone', () => {
    expect(keyboardMove(layout, board.notes, noteId('first'), 'up')).toBeUndefined();
    expect(keyboardMove(layout, board.notes, noteId('gone'), 'down')).toBeUndefined();
  });

  it('down and up again is back where it was, on any sheet', () => {
    fc.assert(
      fc.property(someLayout, fc.nat(), (sheet, which) => {
        const placed = sheet.notes[which % Math.max(1, sheet.notes.length)];
        if (!placed || sheet.columns.some(({ column }) => column.place === 'band')) return;
        const { note } = placed;
        const notes = sheet.notes.map((each) => each.note);
        const down = keyboardMove(sheet, notes, note.id, 'down');
        if (!down) return;
        const stack = (cell: typeof note.cell) => sheet.notes.filter((other) => cellIs(other.note.cell, cell));
        const goesOn = !cellIs(down.cell, note.cell);
        expect(goesOn).toBe(stack(note.cell).at(-1) === placed);
        if (goesOn) expect(down.before).toBe(stack(down.cell)[0]?.note.id);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the others making room for a note in the hand', () => {
  it('shows it where it would lie', () => {
    const moved = withMoved(board, noteId('third'), { cell: nowWork, before: noteId('first') });
    expect(layOutBoard(moved).notes.map(({ note }) => note.id)).toEqual(['third', 'first', 'second', 'loan']);
    const elsewhere = withMoved(board, noteId('first'), { cell: nowHousing, before: undefined });
    const housing = layOutBoard(elsewhere).notes.filter(({ note }) => cellIs(note.cell, nowHousing));
    expect(housing.map(({ note }) => note.id)).toEqual(['loan', 'first']);
  });

  it('changes nothing when it has gone meanwhile', () => {
    expect(withMoved(board, noteId('gone'), { cell: nowWork, before: undefined })).toBe(board);
  });
});

describe('a note of a pair in the hand', () => {
  const pairOf = (other: typeof nowWork | typeof nowHousing) => {
    const { notes, ...rest } = boardOf('lorenskog', [
      ['first', nowWork, 'En'],
      ['other', other, 'To'],
    ]);
    const paired = notes.map((one) => (one.id === 'other' ? { ...one, pair: noteId('first') } : one));
    return inputOf({ ...rest, notes: paired });
  };
  const edgesOf = ({ columns }: ReturnType<typeof layOutBoard>) => columns.map(({ x, width }) => [x, width]);

  it.each([
    ['out of the cell it shares with the other', nowWork, nowHousing],
    ['into the cell of the other', nowHousing, nowWork],
  ])('moves no column under the hands on its way %s', (_, from, to) => {
    const input = pairOf(from);
    const moved = layOutMoved(input, new Map([[noteId('other'), { cell: to, before: undefined }]]));
    expect(moved.notes.find(({ note }) => note.id === 'other')?.note.cell).toEqual(to);
    expect(edgesOf(moved)).toEqual(edgesOf(layOutBoard(input.board)));
  });
});

describe('several notes in the hand', () => {
  it('land before the next note that is not in the hand too', () => {
    const inHand = [noteId('first'), noteId('second')];
    const at = (before: string) => beforeOthers(layout, inHand, { cell: nowWork, before: noteId(before) }).before;
    expect([at('first'), at('second'), at('third')]).toEqual(['third', 'third', 'third']);
    const onlySecond = beforeOthers(layout, [noteId('second')], { cell: nowWork, before: noteId('second') });
    expect(onlySecond.before).toBe('third');
    const last = beforeOthers(layout, [...inHand, noteId('third')], { cell: nowWork, before: noteId('second') });
    expect(last).toEqual({ cell: nowWork, before: undefined });
  });

  it('take up the area round them all', () => {
    const [a, b] = [
      { x: 10, y: 40, width: 20, height: 20 },
      { x: 50, y: 10, width: 5, height: 5 },
    ];
    expect(areaAround([a, b])).toEqual({ x: 10, y: 10, width: 45, height: 50 });
    expect(areaAround([])).toBeUndefined();
  });
});
