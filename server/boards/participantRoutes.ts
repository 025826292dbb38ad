import { type AccessId, linkWorks } from '@duken/shared/access';
import type { BoardId, PersonId, Voice } from '@duken/shared/board';
import { mayBeHere } from '@duken/shared/consent';
import { areOnesOwn, voicesAfterAdmission } from '@duken/shared/people';
import {
  admitReply,
  admitRequest,
  boardParams,
  changeMeReply,
  changeMeRequest,
  participantParams,
  participantsReply,
} from '@duken/shared/protocol';
import { looksLike } from '@duken/shared/text';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type AccessWatch, type OwnSeat, osloDayOf, type Secrets, type Sessions } from '../access/index.ts';
import { problemReplies, sendProblem } from '../http/index.ts';
import { logFirst, seatInLog } from '../log/index.ts';
import type { Consents, Directory, ParticipantRow } from '../storage/index.ts';
import type { BoardNews } from './boardNews.ts';

/** Who is at the table and who knocks: listed, let in, refused, and asked to leave. What they wrote stays. */
export function participantRoutes(options: {
  readonly directory: Directory;
  readonly consents: Pick<Consents, 'list'>;
  readonly sessions: Sessions;
  readonly news: BoardNews;
  readonly secrets: Secrets;
  readonly clock: () => number;
  /** Ids of those whose duk is open now. */
  readonly online: (boardId: BoardId) => ReadonlySet<string>;
  readonly accessWatch: AccessWatch;
}): FastifyPluginAsyncZod {
  const { directory, sessions, news, clock } = options;

  /** Whoever knocks by a link that works no more cannot be let in, and is not shown. */
  async function waitingByWorkingLinks(boardId: BoardId): Promise<(participant: ParticipantRow) => boolean> {
    const now = clock();
    const links = await directory.listLinks(boardId);
    const working = new Set<AccessId>(links.filter((link) => linkWorks(link, now)).map(({ id }) => id));
    return ({ state, accessId }) => state !== 'waiting' || working.has(accessId);
  }

  function tell(boardId: BoardId): void {
    options.accessWatch.changed(boardId);
    news.publish(boardId, 'participants');
  }

  return async (app) => {
    app.get(
      '/api/boards/:boardId/participants',
      {
        schema: {
          summary: 'Everybody who has come in, and who is here now; to the leader also those who knock',
          params: boardParams,
          response: { 200: participantsReply, ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'read');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        const online = options.online(boardId);
        const participants = await directory.listParticipants(boardId);
        const helpers = new Set(await directory.helperSeats(boardId));
        const isShown =
          seat.value.participant.role === 'leader'
            ? await waitingByWorkingLinks(boardId)
            : ({ state }: ParticipantRow) => state === 'in';
        const isLeader = seat.value.participant.role === 'leader';
        const shown = participants.filter(isShown);
        return {
          participants: shown.map(({ id, boardId: _, accessId: __, admittedAt: ___, state, ...participant }) => ({
            participantId: id,
            ...participant,
            state: participant.removedAt === undefined ? state : ('removed' as const),
            ...(helpers.has(id) ? { hasHelped: true as const } : {}),
            ...(isLeader && couldBeTakenForAnother(id, participant, shown) ? { looksLike: true as const } : {}),
            online: online.has(id),
          })),
        };
      },
    );

    app.patch(
      '/api/boards/:boardId/me',
      {
        schema: {
          summary: 'Gives oneself another name, as the others see it from now on; frozen plans keep the one they have',
          params: boardParams,
          body: changeMeRequest,
          response: { 200: changeMeReply, ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'read');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        const { name } = request.body;
        if (!(await directory.renameParticipant(boardId, seat.value.participant.id, name)))
          return sendProblem(reply, { kind: 'participantNotFound' });
        tell(boardId);
        return { name };
      },
    );

    app.post(
      '/api/boards/:boardId/participants/:participantId/admit',
      {
        schema: {
          summary: 'Lets somebody in, and says who they are; of somebody who is in, says it anew',
          params: participantParams,
          body: admitRequest,
          response: { 200: admitReply, ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId, participantId } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'invite');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        const { voice, service, personId } = request.body;
        const newcomer = await directory.findParticipant(boardId, participantId);
        if (!newcomer || newcomer.removedAt !== undefined) return sendProblem(reply, { kind: 'participantNotFound' });
        if (isAnothersMaker(seat.value, newcomer.personId) || isAnothersMaker(seat.value, personId))
          return sendProblem(reply, { kind: 'makerStays' });
        const person = (await directory.listPeople(boardId)).find(({ id }) => id === (personId ?? newcomer.personId));
        if (personId !== undefined && !person) return sendProblem(reply, { kind: 'personNotFound' });
        const speaks = voice ?? person?.voices[0];
        const answered = person && person.id === newcomer.personId ? newcomer.voice : undefined;
        const voices = voicesAfterAdmission(person?.voices ?? [], answered, speaks);
        const fault = faultOf(newcomer, voices);
        if (fault) return sendProblem(reply, { kind: 'invalidRequest' }, [{ pointer: '/voice', detail: fault }]);
        const comer = { role: newcomer.role, service: service ?? person?.service, voices };
        if (!mayBeHere(await options.consents.list(boardId), comer, osloDayOf(clock())))
          return sendProblem(reply, { kind: 'serviceNotInConsent' });
        if (newcomer.state === 'waiting')
          await logFirst(request, seatInLog(seat.value), { kind: 'letIn', whom: person?.name ?? newcomer.name });
        else if (person && person.id !== newcomer.personId)
          await logFirst(request, seatInLog(seat.value), { kind: 'seatGiven', whom: person.name });
        const admitted = await directory.admit({
          boardId,
          participantId,
          ...(speaks === undefined ? {} : { voice: speaks }),
          voices,
          ...(service === undefined ? {} : { service }),
          ...(personId === undefined ? {} : { personId }),
          newPersonId: options.secrets.newId() as PersonId,
          admittedAt: clock(),
        });
        if (!admitted?.personId) return sendProblem(reply, { kind: 'participantNotFound' });
        tell(boardId);
        news.publish(boardId, 'people');
        return { participantId: admitted.id, personId: admitted.personId };
      },
    );

    app.post(
      '/api/boards/:boardId/participants/:participantId/refuse',
      {
        schema: {
          summary: 'Does not let somebody in who waits',
          params: participantParams,
          response: { 204: z.undefined(), ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId, participantId } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'invite');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        const waiting = await directory.findParticipant(boardId, participantId);
        if (waiting?.state === 'waiting' && waiting.removedAt === undefined)
          await logFirst(request, seatInLog(seat.value), { kind: 'refused', whom: waiting.name });
        const refused = await directory.refuse(boardId, participantId);
        if (!refused) return sendProblem(reply, { kind: 'participantNotFound' });
        tell(boardId);
        return reply.code(204).send();
      },
    );

    app.delete(
      '/api/boards/:boardId/participants/:participantId',
      {
        schema: {
          summary: 'Removes somebody from the table, wherever they sit; their access ends at once',
          params: participantParams,
          response: { 204: z.undefined(), ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId, participantId } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'invite');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        const { participant: own, person } = seat.value;
        if (own.id === participantId) return sendProblem(reply, { kind: 'ownSeatStays' });
        const there = await directory.findParticipant(boardId, participantId);
        if (isAnothersMaker(seat.value, there?.personId)) return sendProblem(reply, { kind: 'makerStays' });
        // Who owns a case says with whom they lead it.
        const { membership } = seat.value;
        if (membership && !membership.isOwner && there?.role === 'leader')
          return sendProblem(reply, { kind: 'notAllowed' });
        if (there && there.removedAt === undefined)
          await logFirst(request, seatInLog(seat.value), { kind: 'removed', whom: there.name });
        const removed = await directory.removeParticipant(boardId, participantId, clock(), person.id);
        if (!removed) return sendProblem(reply, { kind: 'participantNotFound' });
        tell(boardId);
        return reply.code(204).send();
      },
    );
  };
}

/** Whether somebody is the one who made the board, and whoever asks is not. */
function isAnothersMaker({ board, person }: OwnSeat, personId: PersonId | undefined): boolean {
  return personId !== undefined && personId === board.makerId && person.id !== board.makerId;
}

/** What stands in the way of somebody writing in these voices. */
function faultOf({ role }: ParticipantRow, voices: readonly Voice[]): string | undefined {
  if (!areOnesOwn(voices)) return 'Barnets stemme kan ikke gis sammen med en annen.';
  return role === 'editor' && voices.length === 0 ? 'Si hvilken stemme lappene deres skal ha.' : undefined;
}

/** Whether somebody else at the table, or who waits, has a name that a tired reader would take for this one. */
function couldBeTakenForAnother(
  id: string,
  { name, personId, removedAt }: Pick<ParticipantRow, 'name' | 'personId' | 'removedAt'>,
  shown: readonly ParticipantRow[],
): boolean {
  if (removedAt !== undefined) return false;
  return shown.some(
    (other) =>
      other.id !== id &&
      other.removedAt === undefined &&
      (personId === undefined || other.personId !== personId) &&
      looksLike(name, other.name),
  );
}
