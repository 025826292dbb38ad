import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boardOf, noteId, seen, seenNote } from './boardBuilder.ts';
import { addNote, type NoteId, openUndo, type ParticipantId, pairNotes, pairsOf, runsOf } from './index.ts';

interface One {
  readonly id: NoteId;
  readonly pair?: NoteId;
}

const one = (id: string, pair?: string): One => ({
  id: id as NoteId,
  ...(pair === undefined ? {} : { pair: pair as NoteId }),
});
const idsOf = (ones: readonly One[]) => pairsOf(ones, ({ id }) => id).map((pair) => pair.map(({ id }) => id));

describe('notes that stand beside each other', () => {
  it('are a pair for as long as one of them says so', () => {
    expect(idsOf([one('a'), one('b', 'a'), one('c')])).toEqual([['a', 'b']]);
    expect(idsOf([one('a', 'b'), one('b', 'a')])).toEqual([['a', 'b']]);
    expect(idsOf([one('a', 'b'), one('b')])).toEqual([['a', 'b']]);
    expect(idsOf([one('a'), one('b')])).toEqual([]);
  });

  it('can be three, and stand together whichever of them each was written against', () => {
    expect(idsOf([one('a'), one('b', 'a'), one('c', 'b'), one('d')])).toEqual([['a', 'b', 'c']]);
    expect(idsOf([one('a'), one('b', 'a'), one('c', 'a')])).toEqual([['a', 'b', 'c']]);
  });

  it('stand alone while the other one lies in the bin, or where a program names one that never was', () => {
    expect(idsOf([one('a', 'gone'), one('b', 'a')])).toEqual([['a', 'b']]);
    expect(idsOf([one('a', 'gone')])).toEqual([]);
    expect(idsOf([one('a', 'a')])).toEqual([]);
  });

  it('are told once each, however the notes name each other', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    const some = fc.array(fc.option(fc.constantFrom(...ids, 'gone'), { nil: undefined }), {
      minLength: ids.length,
      maxLength: ids.length,
    });
    fc.assert(
      fc.property(some, (named) => {
        const ones = ids.map((id, at) => one(id, named[at]));
        const pairs = pairsOf(ones, ({ id }) => id);
        const all = pairs.flat();
        expect(new Set(all).size).toBe(all.length);
        for (const { id, pair } of ones)
          if (pair !== undefined && pair !== id && pair !== 'gone')
            expect(pairs.find((group) => group.some((each) => each.id === id))?.map((each) => each.id)).toContain(pair);
        // In the order of the list, pair by pair, nothing is lost and nothing doubled.
        const runs = runsOf(ones, (each) => pairs.find((group) => group.includes(each)));
        expect(runs.flat().toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(ones);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a note written against another', () => {
  const beside = {
    id: noteId('mine'),
    cell: { column: 'works', theme: 'work' },
    beside: noteId('job'),
    text: 'Jeg ser det annerledes',
    voice: 'family',
    author: 'far' as ParticipantId,
    createdAt: 3,
  } as const;

  it('stands beside it from the first, and leaves its words alone', () => {
    const board = boardOf('job');
    const before = seenNote(board, 'job');
    expect(addNote(board, beside).ok).toBe(true);
    expect(seenNote(board, 'mine')?.pair).toBe('job');
    expect(seenNote(board, 'job')).toEqual(before);
  });

  it('goes away with undo, and so does what one said of a pair', () => {
    const board = boardOf('job');
    const undo = openUndo(board);
    addNote(board, beside);
    undo.undo();
    expect(seen(board).notes.map(({ id }) => id)).toEqual(['job']);
    undo.redo();
    expect(seenNote(board, 'mine')?.pair).toBe('job');
    undo.stopCapturing();
    pairNotes(board, noteId('mine'), undefined);
    expect(seenNote(board, 'mine')).not.toHaveProperty('pair');
    undo.undo();
    expect(seenNote(board, 'mine')?.pair).toBe('job');
  });
});
