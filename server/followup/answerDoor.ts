import type { BoardId } from '@duken/shared/board';
import { comesForService, mayBeHere } from '@duken/shared/consent';
import { osloDayOf } from '../access/index.ts';
import type { Consents, Directory, PersonRow } from '../storage/index.ts';

/** Whether a person may be written to and answer from outside the duk. */
export type AnswerDoor = (boardId: BoardId, person: PersonRow) => Promise<boolean>;

/** The consents that let a service in at the duk (0042) are asked of its people outside it too. */
export function answerDoorWith(tools: {
  readonly consents: Pick<Consents, 'list'>;
  readonly directory: Pick<Directory, 'listParticipants'>;
  readonly clock: () => number;
}): AnswerDoor {
  return async (boardId, person) => {
    const comer = { role: 'editor', service: person.service, voices: person.voices } as const;
    if (!comesForService(comer)) return true;
    if (mayBeHere(await tools.consents.list(boardId), comer, osloDayOf(tools.clock()))) return true;
    const seats = await tools.directory.listParticipants(boardId);
    return seats.some(
      ({ personId, role, state, removedAt }) =>
        personId === person.id && role === 'leader' && state === 'in' && removedAt === undefined,
    );
  };
}

/** Nobody is written to unasked who was taken out of the duk, though tiltak of theirs may stand on it. */
export function reminderDoorWith(tools: {
  readonly directory: Pick<Directory, 'listParticipants'>;
  readonly mayAnswer: AnswerDoor;
}): AnswerDoor {
  return async (boardId, person) => {
    const seats = (await tools.directory.listParticipants(boardId)).filter(({ personId }) => personId === person.id);
    const isTakenOut = seats.length > 0 && seats.every(({ removedAt }) => removedAt !== undefined);
    return !isTakenOut && tools.mayAnswer(boardId, person);
  };
}
