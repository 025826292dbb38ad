import type { BoardId } from '@duken/shared/board';
import { freezeReply, freezeRequest, meetingParams, type News } from '@duken/shared/protocol';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Sessions } from '../access/index.ts';
import { problemReplies, sendProblem } from '../http/index.ts';
import { logFirst, seatInLog } from '../log/index.ts';
import type { FreezeMeeting } from './freezeMeeting.ts';

/** The leader freezes the duk as a meeting's plan version. */
export function freezeRoute(options: {
  readonly sessions: Sessions;
  readonly freezeMeeting: FreezeMeeting;
  /** Tells those who are on the board that its rows changed. */
  readonly announce: (boardId: BoardId, changed: News['changed']) => void;
}): FastifyPluginAsyncZod {
  const { sessions, freezeMeeting, announce } = options;
  return async (app) => {
    app.post(
      '/api/boards/:boardId/meetings/:meetingId/freeze',
      {
        schema: {
          summary: 'Freezes the duk as the plan version of a meeting',
          params: meetingParams,
          body: freezeRequest,
          response: { 201: freezeReply, ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId, meetingId } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'freeze');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        const frozen = await freezeMeeting({
          boardId,
          meetingId,
          first: (version) => logFirst(request, seatInLog(seat.value), { kind: 'frozen', version }),
        });
        if (!frozen.ok) {
          if (frozen.failure.kind === 'freezeGivenUp') {
            request.log.error({ reason: frozen.failure.reason }, 'a duk was not frozen');
          }
          return sendProblem(reply, frozen.failure);
        }
        announce(boardId, 'meetings');
        announce(boardId, 'plans');
        return reply.code(201).send(frozen.value);
      },
    );
  };
}
