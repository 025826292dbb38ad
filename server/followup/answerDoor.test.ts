import type { BoardId, ParticipantId, PersonId } from '@duken/shared/board';
import type { Consent } from '@duken/shared/consent';
import { describe, expect, it } from 'vitest';
import type { ParticipantRow, PersonRow } from '../storage/index.ts';
import { answerDoorWith, reminderDoorWith } from './answerDoor.ts';

const boardId = 'b' as BoardId;
const person = (more: Partial<PersonRow> = {}): PersonRow => ({
  id: 'ola' as PersonId,
  boardId,
  name: 'Ola',
  voices: [],
  isSubject: false,
  createdAt: 1,
  ...more,
});
const seat = (more: Partial<ParticipantRow>): ParticipantRow =>
  ({
    id: 's' as ParticipantId,
    boardId,
    name: 'Ola',
    state: 'in',
    personId: 'ola' as PersonId,
    ...more,
  }) as ParticipantRow;

/** One that lets the school in, and so nobody else's service. */
const consent = { services: ['Skolen'], themes: [], givenOn: '1970-01-01', until: '2100-01-01' } as unknown as Consent;

function doors(...seats: readonly ParticipantRow[]) {
  const directory = { listParticipants: async () => seats };
  const mayAnswer = answerDoorWith({ consents: { list: async () => [consent] }, directory, clock: () => 1 });
  return { mayAnswer, mayRemind: reminderDoorWith({ directory, mayAnswer }) };
}

describe('whoever was taken out of the duk', () => {
  it('is not written to unasked, while they sit at none of their seats', async () => {
    const out = seat({ role: 'viewer', removedAt: 5 });
    expect(await doors(out).mayRemind(boardId, person())).toBe(false);
    expect(await doors(out, seat({ role: 'viewer' })).mayRemind(boardId, person())).toBe(true);
    expect(await doors(seat({ personId: 'other' as PersonId, removedAt: 5 })).mayRemind(boardId, person())).toBe(true);
  });

  it('does not answer for a service without consent by having led', async () => {
    const worker = person({ service: 'NAV', voices: ['service'] });
    expect(await doors(seat({ role: 'leader' })).mayAnswer(boardId, worker)).toBe(true);
    expect(await doors(seat({ role: 'leader', removedAt: 5 })).mayAnswer(boardId, worker)).toBe(false);
  });
});
