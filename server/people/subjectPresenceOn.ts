import type { BoardId } from '@duken/shared/board';
import { type Present, type SubjectPresence, subjectPresenceOf } from '@duken/shared/meeting';
import type { Directory } from '../storage/index.ts';

/** Whether anybody whom the plan is about, as the case says now, was among those who were there: under any seat of theirs. */
export async function subjectPresenceOn(
  directory: Pick<Directory, 'listParticipants' | 'listPeople'>,
  boardId: BoardId,
  present: readonly Present[],
): Promise<SubjectPresence> {
  const subjects = (await directory.listPeople(boardId)).filter(({ isSubject }) => isSubject);
  if (subjects.length === 0) return 'unmarked';
  const seats = await directory.listParticipants(boardId);
  return subjectPresenceOf(
    present,
    subjects.flatMap(({ id: personId, name }) => [
      { name, personId },
      ...seats.filter((seat) => seat.personId === personId).map(({ id }) => ({ name, personId, participantId: id })),
    ]),
  );
}
