import { may } from '@duken/shared/access';
import { type ParticipantId, type Voice, voices } from '@duken/shared/board';
import type { MeReply } from '@duken/shared/protocol';
import type { Seat } from '../session/index.ts';

/** What somebody's answer at the door lets them do on the duk. */
export function seatOf({ participantId, role, voice, layout }: MeReply): Seat {
  return {
    participantId: participantId as ParticipantId,
    mayWrite: may(role, 'write'),
    voices: voicesGivenBy(voice),
    ...(layout ? { layout } : {}),
  };
}

/** Who answers nothing may use all but the child's; `network` shares its word and paper with `family`. */
function voicesGivenBy(answered: Voice | undefined): readonly Voice[] {
  if (answered === undefined) return voices.filter((voice) => voice !== 'child');
  return answered === 'family' || answered === 'network' ? ['family', 'network'] : [answered];
}
