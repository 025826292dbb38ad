import type { ParticipantId } from '@duken/shared/board';
import type { LostPerson } from '@duken/shared/meeting';

export interface SeenPeople {
  readonly online: ReadonlySet<string>;
  readonly lost: readonly LostPerson[];
}

interface Person {
  readonly participantId: string;
  readonly name: string;
  readonly online: boolean;
}

export const nobodySeen: SeenPeople = { online: new Set(), lost: [] };

/**
 * Who is here now, and who was and went without leaving. Whoever closes the page or goes to another says so as the last thing;
 * a network that goes, or a phone that puts the page to sleep, says nothing.
 *
 * @param people everybody who belongs to the duk now
 * @param hasLeft whether somebody's last word was that they leave
 * @param now in ms since the epoch
 */
export function seePeople(
  before: SeenPeople,
  people: readonly Person[],
  hasLeft: (participantId: string) => boolean,
  now: number,
): SeenPeople {
  const lostBefore = new Map<string, LostPerson>(before.lost.map((person) => [person.participantId, person]));
  return {
    online: new Set(people.filter(({ online }) => online).map(({ participantId }) => participantId)),
    lost: people.flatMap(({ participantId, name, online }) => {
      if (online || hasLeft(participantId)) return [];
      if (!before.online.has(participantId)) return lostBefore.get(participantId) ?? [];
      return { participantId: participantId as ParticipantId, name, since: now };
    }),
  };
}
