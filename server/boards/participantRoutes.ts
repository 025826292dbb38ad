import { participantParams } from '@duken/shared/protocol';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { AccessWatch, Sessions } from '../access/index.ts';
import { problemReplies, sendProblem } from '../http/index.ts';
import type { Directory } from '../storage/index.ts';
import type { BoardNews } from './boardNews.ts';

/** The leader asks somebody to leave the table. What they wrote stays. */
export function participantRoutes(options: {
  readonly directory: Directory;
  readonly sessions: Sessions;
  readonly news: BoardNews;
  readonly clock: () => number;
  readonly accessWatch: AccessWatch;
}): FastifyPluginAsyncZod {
  const { directory, sessions, news, clock } = options;
  return async (app) => {
    app.delete(
      '/api/boards/:boardId/participants/:participantId',
      {
        schema: {
          summary: 'Removes somebody from the table; their access ends at once',
          params: participantParams,
          response: { 204: z.undefined(), ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId, participantId } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'invite');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        if (seat.value.participant.id === participantId) return sendProblem(reply, { kind: 'ownSeatStays' });
        const removed = await directory.removeParticipant(boardId, participantId, clock());
        if (!removed) return sendProblem(reply, { kind: 'participantNotFound' });
        options.accessWatch.changed(boardId);
        news.publish(boardId, 'participants');
        return reply.code(204).send();
      },
    );
  };
}
