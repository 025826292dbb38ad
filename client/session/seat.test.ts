import type { ParticipantId } from '@duken/shared/board';
import { describe, expect, it } from 'vitest';
import { mayChangeVoice, mayTouchNote, type Seat } from './seat.ts';

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
