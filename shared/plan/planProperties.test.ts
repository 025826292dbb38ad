import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  actionStatuses,
  addNote,
  type Board,
  changeBoard,
  createBoardUpdate,
  type Note,
  type NoteId,
  noteVoices,
  phaseIds,
  replayBoard,
} from '../board/index.ts';
import { cellsOf, templates } from '../template/index.ts';
import { planItemsOf } from './derivePlan.ts';
import { diffPlans } from './diffPlans.ts';
import { diffWords } from './diffWords.ts';
import { boardWith, eirin, gro, note, planOf, versionOf } from './planBuilders.ts';

/** Words that come again, so that two texts are often alike in part; other scripts, emoji and odd white space among them. */
const words = fc.constantFrom(
  'jeg',
  'vil',
  'egen',
  'nøkkel',
  'ሰላም',
  'سلام',
  '👩‍👧',
  '❤️',
  '–',
  '.',
  ' ',
  '  ',
  '\n',
  '\u{a0}',
);
const someText = fc.oneof(
  fc.array(words, { maxLength: 12 }).map((parts) => parts.join(' ')),
  fc.array(words, { maxLength: 12 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 30 }),
);
const someDay = fc.constantFrom('', '2026-06-30', '2028-12-31');
const somePhase = fc.constantFrom(...phaseIds);

const someAction = fc.record({
  owner: fc.constantFrom('', 'Mona', 'Gro'),
  service: fc.constantFrom('', 'NAV'),
  due: someDay,
  status: fc.constantFrom(...actionStatuses),
});

function someNote(id: string): fc.Arbitrary<Note> {
  return fc
    .record({
      cell: fc.constantFrom(...cellsOf(templates.lorenskog)),
      order: fc.constantFrom('a0', 'a1', 'a2'),
      text: someText,
      voice: fc.constantFrom(...noteVoices),
      author: fc.constantFrom(eirin, gro),
      action: fc.option(someAction, { nil: undefined }),
    })
    .map(({ cell, action, ...rest }) => note(id, cell, { ...rest, ...(action ? { action } : {}) }));
}

/** A board whose notes' ids come from a small set, so that two boards have many notes in common. */
const someBoard: fc.Arbitrary<Board> = fc
  .record({
    ids: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 12 }),
    title: fc.constantFrom('Planen til Eirin', 'Planen vår'),
    for: fc.constantFrom('', 'Eirin'),
    horizonShort: someDay,
    horizonLong: someDay,
    overall: fc.option(somePhase, { nil: undefined }),
    themes: fc.dictionary(fc.constantFrom('work', 'housing', 'network'), somePhase),
  })
  .chain(({ ids, overall, themes, ...header }) =>
    fc
      .tuple(...ids.map((id) => someNote(`note-${id}`)))
      .map((notes) => boardWith(notes, { ...header, journey: { ...(overall ? { overall } : {}), themes } })),
  );

const diffOf = (before: Board, after: Board) => diffPlans(versionOf(before, 1), versionOf(after, 2));

describe('the plan of any duk', () => {
  it('has every note of the duk exactly once', () => {
    fc.assert(
      fc.property(someBoard, (board) => {
        const inPlan = planItemsOf(planOf(board));
        const bySheet = (items: readonly { noteId: NoteId; text: string; column: string; theme: string }[]) =>
          items.map(({ noteId, text, column, theme }) => [noteId, text, column, theme].join('\t')).sort();
        expect(bySheet(inPlan)).toEqual(
          bySheet(board.notes.map(({ id, text, cell }) => ({ noteId: id, text, ...cell }))),
        );
      }),
    );
  });

  it('is the same whatever order the notes arrived in', () => {
    const cells = cellsOf(templates.lorenskog);
    const created = createBoardUpdate({ title: 'Duk', templateId: 'lorenskog', for: '' });
    const arrivals = fc
      .array(fc.nat({ max: cells.length - 1 }), { minLength: 2, maxLength: 8 })
      .chain((places) =>
        fc.tuple(fc.constant(places), fc.shuffledSubarray([...places.keys()], { minLength: places.length })),
      );
    fc.assert(
      fc.property(arrivals, ([places, order]) => {
        const updates = places.map((place, index) =>
          changeBoard([created], (board) => {
            const cell = cells[place];
            if (!cell) throw new Error('no such cell');
            addNote(board, { ...note(`note-${index}`, cell), text: `Lapp ${index}` });
          }),
        );
        const planFrom = (arrived: readonly Uint8Array[]) => {
          const board = replayBoard([created, ...arrived]);
          if (!board.ok) throw new Error(board.failure.kind);
          return planOf(board.value);
        };
        const shuffled = order.flatMap((index) => updates[index] ?? []);
        expect(planFrom(shuffled)).toEqual(planFrom(updates));
        expect(planItemsOf(planFrom(shuffled))).toHaveLength(places.length);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the words that differ between any two texts', () => {
  it('makes up both texts exactly', () => {
    fc.assert(
      fc.property(someText, someText, (before, after) => {
        const segments = diffWords(before, after);
        const without = (kind: string) =>
          segments
            .filter((segment) => segment.kind !== kind)
            .map(({ text }) => text)
            .join('');
        expect(without('added')).toBe(before);
        expect(without('removed')).toBe(after);
        expect(segments.every(({ text }) => text !== '')).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the differences between any two versions', () => {
  it('finds nothing between a version and itself', () => {
    fc.assert(
      fc.property(someBoard, (board) => {
        const { headers, horizons, phases, notes } = diffOf(board, board);
        expect([headers, horizons, phases, notes]).toEqual([[], [], [], []]);
      }),
    );
  });

  it('sees a single thing that changed on a single note', () => {
    const change = fc.oneof(
      fc.record({ cell: fc.constantFrom(...cellsOf(templates.lorenskog)) }),
      fc.record({ text: someText }),
      fc.record({ voice: fc.constantFrom(...noteVoices) }),
      fc.record({ author: fc.constantFrom(eirin, gro) }),
      fc
        .constantFrom('owner' as const, 'service' as const, 'due' as const, 'status' as const)
        .chain((field) => someAction.map((action) => ({ field, value: action[field] }))),
    );
    fc.assert(
      fc.property(someBoard, fc.nat(), change, (before, place, changed) => {
        const target = before.notes[place % before.notes.length];
        fc.pre(target !== undefined);
        const after: Note =
          'field' in changed
            ? { ...target, ...(target.action ? { action: { ...target.action, [changed.field]: changed.value } } : {}) }
            : { ...target, ...changed };
        const afterBoard = boardWith(
          before.notes.map((item) => (item === target ? after : item)),
          before,
        );
        const isChanged = JSON.stringify(target) !== JSON.stringify(after);
        const mentioned = diffOf(before, afterBoard).notes;
        expect(mentioned.map(({ noteId }) => noteId)).toEqual(isChanged ? [target.id] : []);
        expect(mentioned.flatMap(({ differences }) => differences)).toHaveLength(isChanged ? 1 : 0);
      }),
      { numRuns: 300 },
    );
  });

  it('mentions each note that differs once, and no other', () => {
    fc.assert(
      fc.property(someBoard, someBoard, (before, after) => {
        const facts = ({ cell, text, voice, author, action }: Note) =>
          JSON.stringify([cell, text, voice, author, action]);
        const older = new Map(before.notes.map((item) => [item.id, facts(item)]));
        const newer = new Map(after.notes.map((item) => [item.id, facts(item)]));
        const differing = [...new Set([...older.keys(), ...newer.keys()])].filter(
          (id) => older.get(id) !== newer.get(id),
        );
        const mentioned = diffOf(before, after).notes;
        expect(mentioned.map(({ noteId }) => noteId).sort()).toEqual(differing.sort());
        expect(mentioned.every(({ differences }) => differences.length > 0)).toBe(true);
      }),
    );
  });

  it('can be read backwards: what was new is gone, and every change goes the other way', () => {
    fc.assert(
      fc.property(someBoard, someBoard, (before, after) => {
        const there = diffOf(before, after);
        const back = diffOf(after, before);
        const kindsOf = (diff: typeof there, of: 'new' | 'gone') =>
          diff.notes
            .filter(({ differences }) => differences[0]?.kind === of)
            .map(({ noteId }) => noteId)
            .sort();
        expect(kindsOf(back, 'gone')).toEqual(kindsOf(there, 'new'));
        expect(kindsOf(back, 'new')).toEqual(kindsOf(there, 'gone'));
        expect(back.horizons).toEqual(there.horizons.map(({ horizon, from, to }) => ({ horizon, from: to, to: from })));
      }),
    );
  });
});
