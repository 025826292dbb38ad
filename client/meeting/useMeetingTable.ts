import type { Present } from '@duken/shared/meeting';
import type { MeetingReply, ParticipantReply } from '@duken/shared/protocol';
import { type Remote, useMeetings, useParticipants, usePeopleToName, usePlans } from '../http/index.ts';
import { type PersonChoice, peopleToChoose } from '../ui/index.ts';
import { subjectsOf } from './subjectsOf.ts';

/** What the dialogs about a meeting need to know. */
export interface MeetingTable {
  /** The meeting that is open now; several can be, through the API: then the one opened last. */
  readonly open: MeetingReply | undefined;
  /** Those that were frozen, newest first. */
  readonly frozen: readonly (MeetingReply & { readonly version: number })[];
  readonly participants: readonly ParticipantReply[];
  /** When the duk was frozen last, in milliseconds. */
  readonly lastFrozenAt: number | undefined;
  /** Whom the plan is about, as far as anybody has said. */
  readonly subjects: readonly Present[];
  /** Those who can be put down as present. */
  readonly choices: readonly PersonChoice[];
}

/** The board's meetings and people, when both have come. */
export function useMeetingTable(boardId: string): Remote<MeetingTable> {
  const meetings = useMeetings(boardId);
  const participants = useParticipants(boardId);
  const people = usePeopleToName(boardId, true);
  const plans = usePlans(boardId);
  const reload = () => {
    meetings.reload();
    participants.reload();
    people.reload();
    plans.reload();
  };
  if (meetings.kind === 'failed') return { ...meetings, reload };
  if (participants.kind === 'failed') return { ...participants, reload };
  if (people.kind === 'failed') return { ...people, reload };
  if (plans.kind === 'failed') return { ...plans, reload };
  if (
    plans.kind === 'loading' ||
    people.kind === 'loading' ||
    meetings.kind === 'loading' ||
    participants.kind === 'loading'
  )
    return { kind: 'loading', reload };
  const newestFirst = meetings.value.toSorted((a, b) => b.createdAt - a.createdAt);
  return {
    kind: 'here',
    reload,
    value: {
      open: newestFirst.find(({ isFrozen }) => !isFrozen),
      frozen: newestFirst
        .flatMap((meeting) => (meeting.version === undefined ? [] : [{ ...meeting, version: meeting.version }]))
        .sort((a, b) => b.version - a.version),
      lastFrozenAt: plans.value.plans.at(-1)?.frozenAt,
      participants: participants.value,
      subjects: subjectsOf(people.value, participants.value),
      choices: peopleToChoose({ people: people.value, participants: participants.value }),
    },
  };
}
