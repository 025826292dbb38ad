import { may } from '@duken/shared/access';
import type { BoardId } from '@duken/shared/board';
import type { MeetingId, Present } from '@duken/shared/meeting';
import {
  boardParams,
  changeMeetingRequest,
  meetingParams,
  meetingSchema,
  meetingsReply,
  newMeetingReply,
  newMeetingRequest,
} from '@duken/shared/protocol';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { askerOf, type Secrets, type Sessions } from '../access/index.ts';
import { type FieldFault, problemReplies, sendProblem } from '../http/index.ts';
import type { Directory, MeetingRow } from '../storage/index.ts';
import type { BoardNews } from './boardNews.ts';

/** Meetings: when people met and who was there, open until frozen. */
export function meetingRoutes(options: {
  readonly directory: Directory;
  readonly sessions: Sessions;
  readonly news: BoardNews;
  readonly secrets: Secrets;
  readonly clock: () => number;
}): FastifyPluginAsyncZod {
  const { directory, sessions, news, secrets, clock } = options;
  return async (app) => {
    app.get(
      '/api/boards/:boardId/meetings',
      {
        schema: {
          summary: 'Meetings, newest first',
          params: boardParams,
          response: { 200: meetingsReply, ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'read');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        const readsPlans = may(askerOf(seat.value), 'readPlans');
        return { meetings: (await directory.listMeetings(boardId)).map((meeting) => replyOf(meeting, readsPlans)) };
      },
    );

    app.post(
      '/api/boards/:boardId/meetings',
      {
        schema: {
          summary: 'Opens a meeting',
          params: boardParams,
          body: newMeetingRequest,
          response: { 201: newMeetingReply, ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'meet');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        const present = presentOf(request.body.present);
        const strangers = await faultsOfStrangers(directory, boardId, present, '/present');
        if (strangers.length > 0) return sendProblem(reply, { kind: 'invalidRequest' }, strangers);
        const meetingId = secrets.newId() as MeetingId;
        await directory.createMeeting({
          id: meetingId,
          boardId,
          date: request.body.date,
          present,
          createdAt: clock(),
          ...(request.body.nextDate ? { nextDate: request.body.nextDate } : {}),
        });
        news.publish(boardId, 'meetings');
        return reply.code(201).send({ meetingId });
      },
    );

    app.patch(
      '/api/boards/:boardId/meetings/:meetingId',
      {
        schema: {
          summary: 'Changes an open meeting; when people meet again can be changed alone afterwards',
          params: meetingParams,
          body: changeMeetingRequest,
          response: { 200: meetingSchema, ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId, meetingId } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'meet');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        const { date, nextDate } = request.body;
        const present = request.body.present && presentOf(request.body.present);
        const { presentChanges } = request.body;
        const add = presentOf(presentChanges?.add ?? []);
        const strangers = [
          ...(await faultsOfStrangers(directory, boardId, present ?? [], '/present')),
          ...(await faultsOfStrangers(directory, boardId, add, '/presentChanges/add')),
        ];
        if (strangers.length > 0) return sendProblem(reply, { kind: 'invalidRequest' }, strangers);
        const changed = await directory.changeMeeting(boardId, meetingId, {
          ...(date === undefined ? {} : { date }),
          ...(present === undefined ? {} : { present }),
          ...(nextDate === undefined ? {} : { nextDate: nextDate ?? '' }),
          ...(presentChanges && { presentChanges: { add, remove: presentOf(presentChanges.remove) } }),
        });
        const meeting = await directory.findMeeting(boardId, meetingId);
        if (!meeting) return sendProblem(reply, { kind: 'meetingNotFound' });
        if (!changed) return sendProblem(reply, { kind: 'meetingFrozen' });
        news.publish(boardId, 'meetings');
        return replyOf(meeting, may(askerOf(seat.value), 'readPlans'));
      },
    );
  };
}

function presentOf(
  present: readonly {
    name: string;
    participantId?: Present['participantId'] | undefined;
    personId?: Present['personId'] | undefined;
  }[],
): Present[] {
  return present.map(({ name, participantId, personId }) => ({
    name,
    ...(participantId === undefined ? {} : { participantId }),
    ...(personId === undefined ? {} : { personId }),
  }));
}

/** Who was present under an id must be somebody of this board. */
async function faultsOfStrangers(
  directory: Directory,
  boardId: BoardId,
  present: readonly Present[],
  at: string,
): Promise<readonly FieldFault[]> {
  if (present.every(({ participantId, personId }) => participantId === undefined && personId === undefined)) return [];
  const participants = new Set((await directory.listParticipants(boardId)).map(({ id }) => id));
  const people = new Set((await directory.listPeople(boardId)).map(({ id }) => id));
  return present.flatMap(({ participantId, personId }, index) => [
    ...(participantId === undefined || participants.has(participantId)
      ? []
      : [{ pointer: `${at}/${index}/participantId`, detail: 'Er ingen deltaker på denne duken.' }]),
    ...(personId === undefined || people.has(personId)
      ? []
      : [{ pointer: `${at}/${index}/personId`, detail: 'Er ingen person i denne saken.' }]),
  ]);
}

function replyOf({ id, date, present, createdAt, nextDate, version }: MeetingRow, readsPlans: boolean) {
  return {
    meetingId: id,
    date,
    present: [...present],
    createdAt,
    isFrozen: version !== undefined,
    ...(nextDate === undefined ? {} : { nextDate }),
    ...(version === undefined || !readsPlans ? {} : { version }),
  };
}
