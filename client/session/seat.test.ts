import type { ParticipantId } from '@duken/shared/board';
import { describe, expect, it } from 'vitest';
import { mayChangeVoice, mayGiveVoice, mayPairNote, mayTouchNote, type Seat, voicesFor } from './seat.ts';

const [before, now, other] = ['before', 'now', 'other'] as ParticipantId[] as [
  ParticipantId,
  ParticipantId,
  ParticipantId,
];
const child: Seat = { participantId: now, seats: [before, now], mayWrite: true, voices: ['child'] };

describe('a child that has come back by a new link', () => {
  it('goes on with what it wrote before, and nobody else does', () => {
    const note = { voice: 'child', author: before } as const;
    expect([mayTouchNote(child, note), mayChangeVoice(child, note)]).toEqual([true, true]);
    const another: Seat = { ...child, participantId: other, seats: [other] };
    expect([mayTouchNote(another, note), mayChangeVoice(another, note)]).toEqual([false, false]);
  });
});

describe('that a note stands beside another', () => {
  it('is said by whoever wrote it, and of a child’s note by the child and whom it lets write for it', () => {
    const far: Seat = { participantId: other, seats: [other], mayWrite: true, voices: ['family'] };
    const [fars, childs] = [{ voice: 'family', author: other } as const, { voice: 'child', author: before } as const];
    expect([mayPairNote(far, fars), mayPairNote(child, fars)]).toEqual([true, false]);
    expect([mayPairNote(far, childs), mayPairNote(child, childs)]).toEqual([false, true]);
    expect(mayPairNote({ ...far, mayWrite: false }, fars)).toBe(false);
  });
});

describe('a child and whom it lets write for it', () => {
  const mother: Seat = {
    participantId: other,
    seats: [other],
    mayWrite: true,
    voices: ['family', 'child'],
    hasHelped: true,
  };
  const [childs, forChild, mothers] = [
    { voice: 'child', author: now },
    { voice: 'child', author: other },
    { voice: 'family', author: other },
  ] as const;
  const mayTouch = (seat: Seat) => [childs, forChild, mothers].map((note) => mayTouchNote(seat, note));

  it('both go on with what was written for the child, whose voice its writer says', () => {
    const helped: Seat = { ...child, helpers: [other] };
    expect([mayTouch(helped), mayTouch(mother)]).toEqual([
      [true, true, true],
      [false, true, true],
    ]);
    expect([mayChangeVoice(helped, forChild), mayChangeVoice(mother, forChild)]).toEqual([false, true]);
  });

  it('leave it to the child alone when it lets them no more', () => {
    const noMore: Seat = { ...mother, voices: ['family'] };
    expect(mayTouch(noMore)).toEqual([false, false, true]);
    expect(mayChangeVoice(noMore, forChild)).toBe(false);
  });

  it('make no words of their own the child’s afterwards', () => {
    expect([voicesFor(mother, forChild), voicesFor(mother, mothers)]).toEqual([['family', 'child'], ['family']]);
    expect(voicesFor(child, childs)).toEqual(['child']);
    const mayGive = (seat: Seat, note: typeof forChild | typeof mothers) =>
      (['child', 'family', 'service'] as const).filter((voice) => mayGiveVoice(seat, note, voice));
    expect([mayGive(mother, forChild), mayGive(mother, mothers)]).toEqual([['child', 'family'], ['family']]);
    expect(mayGive(child, mothers), 'another’s note').toEqual([]);
  });
});
