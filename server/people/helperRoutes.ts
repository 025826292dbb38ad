import type { BoardId } from '@duken/shared/board';
import { isChild } from '@duken/shared/people';
import { answerHelperRequest, boardParams } from '@duken/shared/protocol';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Sessions } from '../access/index.ts';
import { problemReplies, sendProblem } from '../http/index.ts';
import type { Directory } from '../storage/index.ts';

/** What a child's own page says to whom the leader has named to write for it. */
export function helperRoutes(options: {
  readonly directory: Directory;
  readonly sessions: Sessions;
  /** Somebody holds a child's voice now who did not, or the other way round. */
  readonly onAnswered: (boardId: BoardId) => void;
}): FastifyPluginAsyncZod {
  const { directory, sessions } = options;
  return async (app) => {
    app.put(
      '/api/boards/:boardId/me/helper',
      {
        schema: {
          summary:
            'A child lets the one who was named write in its voice, or does so no more; for the child’s own seats',
          params: boardParams,
          body: answerHelperRequest,
          response: { 204: z.undefined(), ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'read');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        const { person, participant } = seat.value;
        if (!isChild(person, participant.role === 'leader')) return sendProblem(reply, { kind: 'notAllowed' });
        const { confirmed, helperId } = request.body;
        const answer = confirmed && helperId !== undefined ? { confirmed, helperId } : ({ confirmed: false } as const);
        const isTheirs = await directory.answerHelper(boardId, person.id, answer);
        if (!isTheirs) return sendProblem(reply, { kind: 'helperChanged' });
        options.onAnswered(boardId);
        return reply.code(204).send();
      },
    );
  };
}
