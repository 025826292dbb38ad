import { describe, expect, it } from 'vitest';
import { type Handwriting, maxHandwriting, type ParticipantId } from './board.ts';
import { boardOf, lay, noteId, seen, seenNote } from './boardBuilder.ts';
import { handsOnNotes } from './noteMarks.ts';
import { readHandwriting } from './values.ts';

const writing: Handwriting = {
  sheet: 4321,
  x: 200,
  y: 310,
  width: 120,
  height: 40,
  path: 'M0 0l4 0 0 4zM3 2l-1 2 3-1z',
};

describe('what was written by hand on a note', () => {
  it('lies on the note from the start, beside its words', () => {
    const board = boardOf();
    lay(board, 'lapp', { text: '[skrevet for hånd]', handwriting: writing });
    expect(seenNote(board, 'lapp')).toMatchObject({ text: '[skrevet for hånd]', handwriting: writing });
  });

  it('is absent where nothing was', () => {
    expect(seenNote(boardOf('lapp'), 'lapp')).not.toHaveProperty('handwriting');
  });

  it.each<[string, unknown]>([
    ['no record', 'M0 0l1 1z'],
    ['curves', { ...writing, path: 'M0 0c1 1 2 2 3 3z' }],
    ['what is no path', { ...writing, path: '"/><script>' }],
    ['a step of one number', { ...writing, path: 'M0 0l4 0 4z' }],
    ['numbers that go on', { ...writing, path: 'M0 0l40000 1 1 1z' }],
    ['an empty path', { ...writing, path: '' }],
    ['an endless path', { ...writing, path: `M0 0l${'1 1 '.repeat(maxHandwriting.path)}1 1z` }],
    ['a width of nothing', { ...writing, width: 0 }],
    ['a height beyond all paper', { ...writing, height: maxHandwriting.height + 1 }],
    ['a place that is none', { ...writing, x: Number.NaN }],
    ['a sheet that is none', { ...writing, sheet: -1 }],
  ])('of which a program has made %s is left out, counted, and the note stays', (_name, value) => {
    const board = boardOf('lapp');
    board.transact(() => (board.notes.get('lapp') as Map<string, unknown>).set('handwriting', value));
    expect(seenNote(board, 'lapp')).not.toHaveProperty('handwriting');
    expect(seen(board).leftOut).toBe(1);
  });

  it('is read in no time, however long it is and wherever it breaks off', () => {
    const path = `M0 0l${'1-1 '.repeat(5_900)}1 1`;
    expect(readHandwriting({ ...writing, path })).toBeUndefined();
    expect(readHandwriting({ ...writing, path: `${path}z` })).toBeDefined();
  });

  it('is read at once also where its numbers could be parted in many ways', () => {
    const path = `M0 0l1 ${'11111 '.repeat(3_900)}1z`;
    expect(readHandwriting({ ...writing, path })).toBeUndefined();
  });

  it('is a hand on the note when somebody changes it', () => {
    const board = boardOf('lapp');
    const before = board.doc.store.clients.get(board.doc.clientID)?.at(-1);
    const clock = (before?.id.clock ?? 0) + (before?.length ?? 0);
    board.transact(() => (board.notes.get('lapp') as Map<string, unknown>).set('handwriting', writing));
    const hand = { participantId: 'mona' as ParticipantId, seats: new Set<ParticipantId>() };
    const hands = handsOnNotes(board.doc, hand, [{ client: board.doc.clientID, clock, len: 1 }]);
    expect(hands.get(noteId('lapp'))).toEqual({ words: hand });
  });
});
