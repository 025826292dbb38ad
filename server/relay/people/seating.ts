import { may } from '@duken/shared/access';
import type { ParticipantId } from '@duken/shared/board';
import type { RelayLimits } from '../limits.ts';
import type { Refusal } from '../refusal.ts';
import type { Admitted } from './admission.ts';

const boardFull: Refusal = { reason: 'boardFull', detail: 'As many people as there is room for are at this board' };
const tooManyWindows: Refusal = { reason: 'tooManyWindows', detail: 'This person has the board open too many times' };

/**
 * Why there is no seat for somebody at a board, if there is none.
 *
 * The newest is refused, never one who sits: whoever is in the middle of a sentence keeps their place, and of a person's
 * windows none throws another out, which would come back and throw out the next, without end. Whoever leads comes in
 * to a full board too: only they can withdraw the link that filled it.
 *
 * @param seated whose each socket at the board is, those on the way in included
 */
export function seatRefusal(
  newcomer: Pick<Admitted, 'participantId' | 'role'>,
  seated: Iterable<ParticipantId>,
  { maxPeople, maxWindows }: Pick<RelayLimits, 'maxPeople' | 'maxWindows'>,
): Refusal | undefined {
  const people = new Set<ParticipantId>();
  let windows = 0;
  for (const participantId of seated) {
    people.add(participantId);
    if (participantId === newcomer.participantId) windows += 1;
  }
  if (windows > 0) return windows >= maxWindows ? tooManyWindows : undefined;
  return people.size >= maxPeople && !may(newcomer, 'invite') ? boardFull : undefined;
}
