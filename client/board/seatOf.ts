import { may } from '@duken/shared/access';
import type { ParticipantId } from '@duken/shared/board';
import type { MeReply } from '@duken/shared/protocol';
import type { Seat } from '../session/index.ts';

/** What somebody who is in may do on the duk. */
export function seatOf(me: MeReply): Seat {
  return {
    participantId: me.participantId as ParticipantId,
    seats: me.seats,
    mayWrite: may(me, 'write'),
    voices: me.voices,
    ...(me.helpers ? { helpers: me.helpers } : {}),
    ...(me.hasHelped ? { hasHelped: true } : {}),
    ...(me.role === 'leader' ? { leads: true } : {}),
    ...(me.layout ? { layout: me.layout } : {}),
  };
}
