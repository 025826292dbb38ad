import type { Day, ParticipantId, PersonId } from '../board/index.ts';

export type MeetingId = string & { readonly kind: 'MeetingId' };

/** Somebody who was present; with ids when they were on the duk under their own name, or are known as somebody of the case. */
export interface Present {
  readonly name: string;
  readonly participantId?: ParticipantId;
  readonly personId?: PersonId;
}

/** An investeringsmøte. It is open until it is frozen as a plan version. */
export interface Meeting {
  readonly id: MeetingId;
  readonly date: Day;
  readonly present: readonly Present[];
  /** When they meet again, as they said at this meeting. */
  readonly nextDate?: Day;
  /** The version this meeting was frozen as. */
  readonly version?: number;
}
