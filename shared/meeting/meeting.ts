import type { Day, ParticipantId } from '../board/index.ts';

export type MeetingId = string & { readonly kind: 'MeetingId' };

/** Somebody who was present; with an id when they were on the duk under their own name. */
export interface Present {
  readonly name: string;
  readonly participantId?: ParticipantId;
}

/** An investeringsmøte. It is open until it is frozen as a plan version. */
export interface Meeting {
  readonly id: MeetingId;
  readonly date: Day;
  readonly present: readonly Present[];
  /** The version this meeting was frozen as. */
  readonly version?: number;
}
