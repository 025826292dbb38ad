import type { BoardId } from '@duken/shared/board';
import { consentState } from '@duken/shared/consent';
import type { LetterContacts } from '@duken/shared/letter';
import { planLifeOf } from '@duken/shared/plan';
import { osloDayOf } from '../access/index.ts';
import type { Consents, Directory, PlanLives } from '../storage/index.ts';

export interface LetterContactTools {
  readonly directory: Pick<Directory, 'listMeetings' | 'listParticipants' | 'listPeople'>;
  readonly planLives: Pick<PlanLives, 'list'>;
  readonly consents: Pick<Consents, 'list'>;
  readonly clock: () => number;
  /** The law that an *individuell plan* rests on. */
  readonly individualPlanLaw?: string | undefined;
}

/** What is known of a case's people, meetings and consents now, for the letters of one of its versions. */
export type ContactsOf = (boardId: BoardId, version: number) => Promise<LetterContacts>;

export function letterContactsWith(tools: LetterContactTools): ContactsOf {
  return (boardId, version) => letterContacts(tools, boardId, version);
}

async function letterContacts(
  { directory, planLives, consents, clock, individualPlanLaw }: LetterContactTools,
  boardId: BoardId,
  version: number,
): Promise<LetterContacts> {
  const [people, seats, meetings, events, agreed] = await Promise.all([
    directory.listPeople(boardId),
    directory.listParticipants(boardId),
    directory.listMeetings(boardId),
    planLives.list(boardId, version),
    consents.list(boardId),
  ]);
  const today = osloDayOf(clock());
  const given = agreed.filter((consent) => consentState(consent, today) === 'given');
  const leading = new Set(
    seats.flatMap(({ role, state, removedAt, personId }) =>
      role === 'leader' && state === 'in' && removedAt === undefined && personId ? [personId] : [],
    ),
  );
  const { state, approval, release } = planLifeOf(events.map(({ event }) => event));
  const nextMeeting = meetings.find((meeting) => meeting.version === version)?.nextDate;
  return {
    leaders: people
      .filter(({ id }) => leading.has(id))
      .map(({ name, phone }) => ({ name, ...(phone ? { phone } : {}) })),
    ...(nextMeeting ? { nextMeeting } : {}),
    services: [
      ...people.flatMap(({ id, name, service }) => (service ? [{ name, service, personId: id }] : [])),
      ...seats.flatMap(({ id, name, service }) => (service ? [{ name, service, participantId: id }] : [])),
    ],
    subjects: people.filter(({ isSubject }) => isSubject).map(({ id, name }) => ({ name, personId: id })),
    ...(given.length > 0
      ? { consents: given.map(({ services, themes, until }) => ({ services, themes, until })) }
      : {}),
    ...(individualPlanLaw === undefined ? {} : { individualPlanLaw }),
    life: { state, ...(approval ? { approval } : {}), ...(release ? { release } : {}) },
  };
}
