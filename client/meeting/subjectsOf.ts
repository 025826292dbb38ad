import type { Present } from '@duken/shared/meeting';
import type { ParticipantReply, PersonReply } from '@duken/shared/protocol';
import { presentOf } from './meetingDraft.ts';

/**
 * Whom the plan is about: those of whom the leader has said so, and where nothing is said, those who said at the door that it
 * is about them.
 */
export function subjectsOf(
  people: readonly PersonReply[],
  participants: readonly ParticipantReply[],
): readonly Present[] {
  const seatOf = (personId: string) =>
    participants.find((seat) => seat.personId === personId && seat.state === 'in')?.participantId;
  const said = people.filter(({ isSubject }) => isSubject);
  const own = participants.filter(({ state, voice }) => state === 'in' && voice === 'citizen');
  if (said.length === 0)
    return presentOf(own.filter((seat, at) => own.findIndex((other) => isOnePerson(other, seat)) === at));
  return presentOf(
    said.map(({ name, personId }) => {
      const participantId = seatOf(personId);
      return { name, personId, ...(participantId === undefined ? {} : { participantId }) };
    }),
  );
}

/** Somebody with two screens is one. */
function isOnePerson(one: ParticipantReply, other: ParticipantReply): boolean {
  return one === other || (one.personId !== undefined && one.personId === other.personId);
}
