import type { ParticipantReply, PersonReply } from '@duken/shared/protocol';
import { describe, expect, it } from 'vitest';
import { subjectsOf } from './subjectsOf.ts';

const person = (name: string, isSubject: boolean): PersonReply => ({
  personId: `person-${name}`,
  name,
  voices: [],
  readsPlans: isSubject,
  isSubject,
});
const seat = (name: string, more: Partial<ParticipantReply> = {}): ParticipantReply => ({
  participantId: `seat-${name}`,
  personId: `person-${name}`,
  name,
  role: 'editor',
  state: 'in',
  joinedAt: 0,
  online: false,
  ...more,
});

describe('whom the plan is about', () => {
  it('is whom the leader has said, with or without a seat', () => {
    const people = [person('Eirin', true), person('Leif', true), person('Gro', false)];
    expect(subjectsOf(people, [seat('Eirin'), seat('Gro', { voice: 'citizen' })])).toEqual([
      { name: 'Eirin', personId: 'person-Eirin', participantId: 'seat-Eirin' },
      { name: 'Leif', personId: 'person-Leif' },
    ]);
  });

  it('is else those who said so themselves at the door, each once', () => {
    const seats = [
      seat('Eirin', { voice: 'citizen' }),
      seat('Eirin', { voice: 'citizen', participantId: 'phone' }),
      seat('Gro', { voice: 'family' }),
      seat('Ola', { voice: 'citizen', state: 'waiting' }),
    ];
    expect(subjectsOf([person('Gro', false)], seats)).toEqual([
      { name: 'Eirin', personId: 'person-Eirin', participantId: 'seat-Eirin' },
    ]);
  });

  it('is nobody where nothing is said', () => {
    expect(subjectsOf([], [seat('Gro', { voice: 'family' })])).toEqual([]);
  });
});
