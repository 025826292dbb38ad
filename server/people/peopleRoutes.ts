import type { BoardId, PersonId } from '@duken/shared/board';
import { type HelperFault, helperFault, isGivenPlans } from '@duken/shared/people';
import {
  boardParams,
  changePersonRequest,
  newPersonRequest,
  type PersonReply,
  peopleReply,
  personParams,
  personSchema,
} from '@duken/shared/protocol';
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import type { OwnSeat, Secrets, Sessions } from '../access/index.ts';
import { problemReplies, sendProblem } from '../http/index.ts';
import { logFirst, seatInLog } from '../log/index.ts';
import type { Directory, PersonChange, PersonRow } from '../storage/index.ts';

/** The people of a case, whether they ever open the duk or not: known to the leader alone. */
export function peopleRoutes(options: {
  readonly directory: Directory;
  readonly sessions: Sessions;
  readonly secrets: Secrets;
  readonly clock: () => number;
  /** People of a board were changed, and with them perhaps what those may do who sit there. */
  readonly onChanged: (boardId: BoardId) => void;
}): FastifyPluginAsyncZod {
  const { directory, sessions } = options;

  /** What stands in the way of somebody being named to write for another. */
  async function helperFaultIn(
    boardId: BoardId,
    childId: PersonId,
    { helperId, voices }: z.output<typeof changePersonRequest>,
  ): Promise<HelperFault | 'personNotFound' | undefined> {
    if (!helperId) return undefined;
    const people = await directory.listPeople(boardId);
    const [child, helper] = [childId, helperId].map((asked) => people.find(({ id }) => id === asked));
    return child && helper ? helperFault({ voices: voices ?? child.voices }, helper) : 'personNotFound';
  }

  return async (app) => {
    app.get(
      '/api/boards/:boardId/people',
      {
        schema: {
          summary: 'The people of the case, oldest first',
          params: boardParams,
          response: { 200: peopleReply, ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'keepPeople');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        const people = await directory.listPeople(boardId);
        return { people: people.map((person) => replyOf(person, seat.value.board.makerId)) };
      },
    );

    app.post(
      '/api/boards/:boardId/people',
      {
        schema: {
          summary: 'Somebody more of the case',
          params: boardParams,
          body: newPersonRequest,
          response: { 201: personSchema, ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'keepPeople');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        const person: PersonRow = {
          voices: [],
          isSubject: false,
          ...(changeOf(request.body) as Pick<PersonRow, 'name'>),
          id: options.secrets.newId() as PersonId,
          boardId,
          createdAt: options.clock(),
        };
        await logGiven(request, seat.value, undefined, person);
        await directory.createPerson(person);
        options.onChanged(boardId);
        return reply.code(201).send(replyOf(person, seat.value.board.makerId));
      },
    );

    app.patch(
      '/api/boards/:boardId/people/:personId',
      {
        schema: {
          summary: 'Changes what is named of somebody; null takes a field away',
          params: personParams,
          body: changePersonRequest,
          response: { 200: personSchema, ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId, personId } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'keepPeople');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        const { board, person: own } = seat.value;
        if (personId === board.makerId && own.id !== personId) return sendProblem(reply, { kind: 'makerStays' });
        const fault = await helperFaultIn(boardId, personId, request.body);
        if (fault) return sendProblem(reply, { kind: fault });
        const before = (await directory.listPeople(boardId)).find(({ id }) => id === personId);
        const change = changeOf(request.body);
        if (before) await logGiven(request, seat.value, before, { ...before, ...change } as PersonRow);
        const person = await directory.changePerson(boardId, personId, change);
        if (!person) return sendProblem(reply, { kind: 'personNotFound' });
        options.onChanged(boardId);
        return replyOf(person, board.makerId);
      },
    );
  };
}

/** That somebody is given the plans to read or is whom they are about, or not any more. */
async function logGiven(
  request: FastifyRequest,
  seat: OwnSeat,
  before: PersonRow | undefined,
  person: PersonRow,
): Promise<void> {
  const [was, is] = [before !== undefined && isGivenPlans(before), isGivenPlans(person)];
  if (was !== is)
    await logFirst(request, seatInLog(seat), { kind: is ? 'plansGiven' : 'plansTaken', whom: person.name });
  const [wasSubject, isSubject] = [before?.isSubject === true, person.isSubject === true];
  if (wasSubject === isSubject) return;
  await logFirst(request, seatInLog(seat), {
    kind: isSubject ? 'subjectMarked' : 'subjectUnmarked',
    whom: person.name,
  });
}

/** What was sent of a person, in our own words: only what was named. */
function changeOf(sent: z.output<typeof newPersonRequest> | z.output<typeof changePersonRequest>): PersonChange {
  const { readsPlans, ...rest } = sent;
  return {
    ...Object.fromEntries(
      Object.entries(rest).flatMap(([field, value]) => (value === undefined ? [] : [[field, value ?? undefined]])),
    ),
    ...(readsPlans === undefined ? {} : { plansGiven: readsPlans ?? undefined }),
  };
}

function replyOf(person: PersonRow, makerId: PersonId | undefined): PersonReply {
  const { id, boardId: _, createdAt: __, plansGiven: ___, ...rest } = person;
  return {
    personId: id,
    ...rest,
    voices: [...person.voices],
    readsPlans: isGivenPlans(person),
    ...(id === makerId ? { madeBoard: true } : {}),
  };
}
