import type { BoardId } from '@duken/shared/board';
import type { LetterContacts } from '@duken/shared/letter';
import type { Directory } from '../storage/index.ts';

/** What is known of a case's people and meetings now, for the letters of one of its versions. */
export async function letterContacts(
  directory: Pick<Directory, 'listMeetings' | 'listParticipants' | 'listPeople'>,
  boardId: BoardId,
  version: number,
): Promise<LetterContacts> {
  const [people, seats, meetings] = await Promise.all([
    directory.listPeople(boardId),
    directory.listParticipants(boardId),
    directory.listMeetings(boardId),
  ]);
  const leading = new Set(
    seats.flatMap(({ role, state, removedAt, personId }) =>
      role === 'leader' && state === 'in' && removedAt === undefined && personId ? [personId] : [],
    ),
  );
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
  };
}
