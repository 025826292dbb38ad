import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { maxNotes, type NoteId, theRound } from './board.ts';
import { boardOf, eirin, lay, noSuchCell, noteId, nowHousing, nowWork, seen } from './boardBuilder.ts';
import type { BoardDocument } from './boardDocument.ts';
import { closeRound, countReady, layRound, maxInRound, openRound, type RoundNote, roundIn } from './round.ts';

const written = (id: string, cell = nowWork): RoundNote => ({ id: noteId(id), cell, text: `Ord ${id}` });
const backwards = (notes: readonly RoundNote[]) => notes.toReversed();
const layAll = (board: BoardDocument, ...byWriter: readonly (readonly RoundNote[])[]) =>
  layRound(board, { id: 'en', byWriter, mix: backwards, createdAt: 7 });

function withRound(...notes: readonly string[]): BoardDocument {
  const board = boardOf(...notes);
  openRound(board, 'en');
  return board;
}

describe('a round without names', () => {
  it('is open for all, counts those who are done, and is not opened twice', () => {
    const board = withRound();
    openRound(board, 'to');
    expect(seen(board).now?.round).toEqual({ id: 'en', ready: 0 });
    countReady(board, { id: 'en', ready: 2 });
    countReady(board, { id: 'to', ready: 5 });
    expect(roundIn(board)).toEqual({ ok: true, value: { id: 'en', ready: 2 } });
    closeRound(board);
    expect(roundIn(board)).toEqual({ ok: false, failure: { kind: 'roundNotOpen' } });
    expect(seen(board)).not.toHaveProperty('now');
  });

  it('lays all in the order that was mixed, by nobody, in nobody’s voice, in one and the same moment', () => {
    const board = withRound('for');
    expect(layAll(board, [written('a'), written('b')], [written('c')], [written('d')])).toEqual({ ok: true, value: 4 });
    const laid = seen(board).notes.filter(({ id }) => id !== 'for');
    expect(laid.map(({ id }) => id)).toEqual(['d', 'c', 'b', 'a']);
    expect(new Set(laid.map(({ author, voice, createdAt }) => `${author} ${voice} ${createdAt}`))).toEqual(
      new Set([`${theRound} round 7`]),
    );
    expect(seen(board)).not.toHaveProperty('now');
  });

  it('lays nothing where fewer than three have written something that can lie there', () => {
    const board = withRound();
    const tooFew = { ok: false, failure: { kind: 'roundTooFewWrote' } };
    expect(layAll(board, [written('a')], [written('b'), written('c')], [])).toEqual(tooFew);
    expect(layAll(board, [written('a')], [written('b')], [written('c', noSuchCell)])).toEqual(tooFew);
    expect([seen(board).notes, roundIn(board).ok]).toEqual([[], true]);
  });

  it('is over once it is laid, and lays nothing that lies there already', () => {
    const board = withRound();
    const all = [[written('a')], [written('b')], [written('c')]];
    expect(layAll(board, ...all).ok).toBe(true);
    expect(layAll(board, ...all)).toEqual({ ok: false, failure: { kind: 'roundNotOpen' } });
    openRound(board, 'en');
    const more = [written('d'), written('a')];
    expect(layAll(board, more, [written('e')], [written('f', nowHousing)])).toEqual({ ok: true, value: 3 });
    expect(seen(board).notes).toHaveLength(6);
  });

  it('takes so many of each as anybody reads, and the rest stays where it is', () => {
    const board = withRound();
    const many = Array.from({ length: maxInRound + 5 }, (_, number) => written(`m${number}`));
    expect(layAll(board, many, [written('b')], [written('c')])).toEqual({ ok: true, value: maxInRound + 2 });
  });

  it('has room where only the bin is full, and is laid as a whole or not at all', () => {
    const fill = (board: BoardDocument, count: number, note: Readonly<Record<string, unknown>>) =>
      board.transactQuietly(() => {
        for (let number = 0; number < count; number++)
          board.notes.set(noteId(`n${number}`), new Y.Map(Object.entries(note)));
      });
    const all = [[written('a')], [written('b')], [written('c')]];
    const board = withRound();
    fill(board, maxNotes - 1, { deletedAt: 1 });
    expect(layAll(board, ...all)).toEqual({ ok: true, value: 3 });
    const full = withRound();
    fill(full, maxNotes - 2, {});
    expect(layAll(full, ...all)).toEqual({ ok: false, failure: { kind: 'boardFull', maxNotes } });
    expect([full.notes.size, roundIn(full).ok]).toEqual([maxNotes - 2, true]);
  });

  it('lays each name once, whatever a program of somebody’s own has given two of theirs', () => {
    const board = withRound();
    expect(layAll(board, [written('a'), { ...written('a'), text: 'To' }], [written('b')], [written('c')]).ok).toBe(
      true,
    );
    expect(seen(board).notes.map(({ text }) => text)).toEqual(['Ord c', 'Ord b', 'Ord a']);
    // And whoever has only the names of others has written nothing of their own.
    const other = withRound();
    expect(layAll(other, [written('a')], [written('b')], [written('a')]).ok).toBe(false);
  });

  it('is read of nobody’s program in another form', () => {
    const board = boardOf();
    for (const odd of [1, { id: 'en' }, { id: '', ready: 1 }, { id: 'en', ready: -1 }, { id: 'en', ready: 0.5 }]) {
      board.meeting.set('round', odd);
      expect(seen(board)).not.toHaveProperty('now');
    }
    lay(board, 'a', { author: eirin });
    expect(seen(board).notes.map(({ id }) => id)).toEqual(['a' as NoteId]);
  });
});
