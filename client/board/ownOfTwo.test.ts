import type { Note, NoteId, ParticipantId } from '@duken/shared/board';
import { describe, expect, it } from 'vitest';
import type { Seat } from '../session/index.ts';
import { note } from './list/noteBuilder.ts';
import { couldStandBeside, ownOfTwo } from './ownOfTwo.ts';

const by = (author: string, id: string, more: Partial<Note> = {}): Note => ({
  ...note(`Lapp ${id}`, { id }),
  author: author as ParticipantId,
  ...more,
});
const seatOf = (participantId: string): Seat => ({
  participantId: participantId as ParticipantId,
  seats: [participantId],
  mayWrite: true,
  voices: ['family'],
});
const [mine, theirs] = [by('mor', 'a'), by('far', 'b')];
const two = (seat: Seat, ...notes: readonly Note[]) => ownOfTwo(seat, notes, notes);

describe('two notes that lie there already', () => {
  it('are paired by whoever wrote one of them, who says it of their own', () => {
    expect(two(seatOf('mor'), mine, theirs)).toEqual({ noteId: 'a', beside: 'b' });
    expect(two(seatOf('far'), mine, theirs)).toEqual({ noteId: 'b', beside: 'a' });
  });

  it('are paired by nobody else, whoever leads, and by nobody who only reads', () => {
    expect(two(seatOf('leder'), mine, theirs)).toBeUndefined();
    expect(two({ ...seatOf('mor'), mayWrite: false }, mine, theirs)).toBeUndefined();
  });

  it('may be a child’s, of whose note the child alone says it', () => {
    const childs = by('liya', 'c', { voice: 'child' });
    expect(two(seatOf('mor'), mine, childs)).toEqual({ noteId: 'a', beside: 'c' });
    expect(two(seatOf('liya'), theirs, childs)).toEqual({ noteId: 'c', beside: 'b' });
    expect(two(seatOf('leder'), theirs, childs)).toBeUndefined();
  });

  it('are not paired twice, and what somebody has said of a note is not written over', () => {
    expect(two(seatOf('mor'), { ...mine, pair: theirs.id }, theirs)).toBeUndefined();
    expect(two(seatOf('mor'), { ...mine, pair: 'x' as NoteId }, theirs)).toBeUndefined();
    expect(two(seatOf('mor'), mine, { ...theirs, text: ' ' })).toBeUndefined();
    expect(two(seatOf('mor'), mine)).toBeUndefined();
  });

  it('are all that lie there with words, for a note of one’s own that says so of none yet', () => {
    const [blank, childs, third] = [
      by('far', 'tom', { text: ' ' }),
      by('liya', 'c', { voice: 'child' }),
      by('mor', 'd'),
    ];
    const all = [mine, theirs, blank, childs, third];
    const beside = (seat: Seat, noteId: NoteId, notes = all) =>
      couldStandBeside(seat, notes, noteId).map(({ id }) => id);
    expect(beside(seatOf('mor'), mine.id)).toEqual(['b', 'c', 'd']);
    expect(beside(seatOf('mor'), theirs.id)).toEqual([]);
    expect(beside({ ...seatOf('mor'), mayWrite: false }, mine.id)).toEqual([]);
    expect(beside(seatOf('mor'), 'x' as NoteId)).toEqual([]);
    expect(beside(seatOf('far'), blank.id)).toEqual([]);
    // Far has said it of his: mother's stands beside it already, and hers says so of no other yet.
    expect(beside(seatOf('mor'), mine.id, [mine, { ...theirs, pair: mine.id }, childs])).toEqual(['c']);
    expect(beside(seatOf('far'), theirs.id, [mine, { ...theirs, pair: mine.id }, childs])).toEqual([]);
  });
});
