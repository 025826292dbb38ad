import type { BoardId } from '@duken/shared/board';
import type { LetterContacts } from '@duken/shared/letter';
import { planLifeOf } from '@duken/shared/plan';
import type { Directory, PlanLives } from '../storage/index.ts';

/** What is known of a case's people and meetings now, for the letters of one of its versions. */
export async function letterContacts(
  directory: Pick<Directory, 'listMeetings' | 'listParticipants' | 'listPeople'>,
  planLives: Pick<PlanLives, 'list'>,
  boardId: BoardId,
  version: number,
): Promise<LetterContacts> {
  const [people, seats, meetings, events] = await Promise.all([
    directory.listPeople(boardId),
    directory.listParticipants(boardId),
    directory.listMeetings(boardId),
    planLives.list(boardId, version),
  ]);
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
    life: { state, ...(approval ? { approval } : {}), ...(release ? { release } : {}) },
  };
}
