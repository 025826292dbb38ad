import type { BoardId } from '@duken/shared/board';
import { boardParams, pulseReply, pulseRequest, pulseResultReply, pulseStateReply } from '@duken/shared/protocol';
import { fitQuestions, pulseQuestions, tellTally } from '@duken/shared/survey';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { OwnSeat, Sessions } from '../access/index.ts';
import { problemReplies, sendProblem } from '../http/index.ts';
import type { Directory, MeetingRow, Tallies } from '../storage/index.ts';
import { leadsSomewhere } from './leadsSomewhere.ts';
import { markedIn, optionsOf } from './optionsOf.ts';

/** How the newest meeting was for those it is about: told once, and only added up over all cases. */
export function pulseRoutes(options: {
  readonly tallies: Tallies;
  readonly directory: Directory;
  readonly sessions: Sessions;
}): FastifyPluginAsyncZod {
  const { tallies, directory, sessions } = options;

  async function newestFrozen(boardId: BoardId): Promise<MeetingRow | undefined> {
    return (await directory.listMeetings(boardId)).find(({ version }) => version !== undefined);
  }

  return async (app) => {
    app.get(
      '/api/boards/:boardId/pulse',
      {
        schema: {
          summary: 'Whether whoever asks can say how the newest meeting was',
          params: boardParams,
          response: { 200: pulseStateReply, ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'read');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        if (!isAsked(seat.value)) return { state: 'notAsked' as const };
        const meeting = await newestFrozen(boardId);
        if (!meeting) return { state: 'none' as const };
        const isGiven = await tallies.hasGivenPulse({ meetingId: meeting.id, personId: seat.value.person.id });
        return { state: isGiven ? ('given' as const) : ('open' as const) };
      },
    );

    app.post(
      '/api/boards/:boardId/pulse',
      {
        schema: {
          summary: 'How the newest meeting was, once for each person; added up over all cases, and kept nowhere else',
          params: boardParams,
          body: pulseRequest,
          response: { 200: pulseReply, ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'read');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        if (!isAsked(seat.value)) return sendProblem(reply, { kind: 'notAllowed' });
        const { marks } = request.body;
        if (!fitQuestions(marks, pulseQuestions)) return sendProblem(reply, { kind: 'invalidRequest' });
        const meeting = await newestFrozen(boardId);
        if (!meeting) return sendProblem(reply, { kind: 'meetingNotFound' });
        // An invented case must not count among real ones.
        if (seat.value.board.expiresAt !== undefined) return { counted: false };
        const by = { boardId, meetingId: meeting.id, personId: seat.value.person.id };
        return { counted: await tallies.addPulse(by, markedIn(marks), optionsOf(pulseQuestions)) };
      },
    );

    app.get(
      '/api/pulse',
      {
        schema: {
          summary: 'How meetings were, of all cases together, for those who lead',
          response: { 200: pulseResultReply, ...problemReplies },
        },
      },
      async (request, reply) => {
        const leads = await leadsSomewhere(sessions, request);
        if (!leads.ok) return sendProblem(reply, leads.failure);
        return { result: tellTally(await tallies.pulse(), pulseQuestions) };
      },
    );
  };
}

/** Family and citizen; neither who leads nor who is there for a service. */
function isAsked({ participant, person }: OwnSeat): boolean {
  return participant.role !== 'leader' && participant.role !== 'interpreter' && person.service === undefined;
}
