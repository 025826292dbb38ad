import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { boardOf, exchange, inCell, lay, noteId, nowHousing, nowWork, sameBoard, seen } from './boardBuilder.ts';
import type { BoardDocument } from './boardDocument.ts';
import { moveNote } from './moveNote.ts';

/** A hand that lays a note or moves one, before the note at a place (counted round) or last. */
interface Step {
  readonly kind: 'add' | 'move';
  readonly which: number;
  readonly before: number | undefined;
  readonly cell: 'work' | 'housing';
}

const someStep: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('add', 'move'),
  which: fc.nat({ max: 30 }),
  before: fc.option(fc.nat({ max: 30 }), { nil: undefined }),
  cell: fc.constantFrom('work', 'housing'),
});

/** Takes a step, and says what the cell should look like after it. */
function take(board: BoardDocument, step: Step, newId: string): void {
  const cell = step.cell === 'work' ? nowWork : nowHousing;
  const all = seen(board).notes;
  const id = step.kind === 'add' || all.length === 0 ? newId : (all[step.which % all.length]?.id ?? newId);
  const others = inCell(board, cell).filter((other) => other !== id);
  const place = step.before === undefined || others.length === 0 ? others.length : step.before % others.length;
  const before = others[place];
  if (id === newId) lay(board, id, { cell, ...(before === undefined ? {} : { before: noteId(before) }) });
  else moveNote(board, { noteId: noteId(id), to: cell, ...(before === undefined ? {} : { before: noteId(before) }) });
  expect(inCell(board, cell)).toEqual(others.toSpliced(place, 0, id));
}

/** Indexes that no program of ours makes: none, equal ones, out of the alphabet, ending in zero, without end. */
const strangeOrder = fc.oneof(
  fc.constantFrom(
    '',
    'a0',
    'a1',
    'a',
    'a00',
    'a0!',
    'a0~',
    '!',
    '~',
    'zzzz',
    'A00000000000000000000000000',
    'z',
    'æ',
    '🙂',
    'a0V',
  ),
  fc.string({ maxLength: 6 }),
);

describe('the order of the notes in a cell', () => {
  it('puts every note where the hand put it, whatever was done before', () => {
    fc.assert(
      fc.property(fc.array(someStep, { maxLength: 30 }), (steps) => {
        const board = boardOf();
        for (const [index, step] of steps.entries()) take(board, step, `note-${index}`);
      }),
      { numRuns: 60 },
    );
  });

  it('puts it there among notes whose places no program of ours gave', () => {
    fc.assert(
      fc.property(
        fc.array(strangeOrder, { minLength: 1, maxLength: 8 }),
        fc.array(someStep, { maxLength: 8 }),
        (orders, steps) => {
          const board = boardOf();
          orders.forEach((order, index) => {
            const id = lay(board, `strange-${index}`);
            (board.notes.get(id) as Y.Map<unknown>).set('order', order);
          });
          for (const [index, step] of steps.entries()) take(board, step, `note-${index}`);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('is the same for two people who both laid and moved notes, and no note is there twice', () => {
    fc.assert(
      fc.property(fc.array(someStep, { maxLength: 12 }), fc.array(someStep, { maxLength: 12 }), (hers, theirs) => {
        const eirins = boardOf('a', 'b', 'c');
        const gros = sameBoard(eirins);
        for (const [index, step] of hers.entries()) take(eirins, step, `hers-${index}`);
        for (const [index, step] of theirs.entries()) take(gros, step, `theirs-${index}`);
        exchange(eirins, gros);
        expect(seen(eirins)).toEqual(seen(gros));
        const ids = seen(eirins).notes.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 60 },
    );
  });

  it('still puts a note between two that two people laid at the same moment', () => {
    const eirins = boardOf('first');
    const gros = sameBoard(eirins);
    lay(eirins, 'hers');
    lay(gros, 'theirs');
    exchange(eirins, gros);
    const [, left, right] = inCell(eirins, nowWork);
    lay(eirins, 'between', { before: noteId(right ?? '') });
    expect(inCell(eirins, nowWork)).toEqual(['first', left, 'between', right]);
  });

  it('never gives a child’s note another place because of what others lay beside it', () => {
    const somePlace = fc.record({ order: strangeOrder, isChilds: fc.boolean() });
    fc.assert(
      fc.property(
        fc.array(somePlace, { minLength: 1, maxLength: 8 }),
        fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 6 }),
        (places, hands) => {
          const board = boardOf();
          places.forEach(({ order, isChilds }, index) => {
            const id = lay(board, `there-${index}`, { voice: isChilds ? 'child' : 'family' });
            (board.notes.get(id) as Y.Map<unknown>).set('order', order);
          });
          const orderOf = (index: number) => (board.notes.get(`there-${index}`) as Y.Map<unknown>).get('order');
          hands.forEach((hand, index) => {
            lay(board, `new-${index}`, { before: noteId(`there-${hand % places.length}`), voice: 'family' });
          });
          places.forEach(({ order, isChilds }, index) => {
            if (isChilds) expect(orderOf(index)).toBe(order);
          });
        },
      ),
      { numRuns: 200 },
    );
  });
});
