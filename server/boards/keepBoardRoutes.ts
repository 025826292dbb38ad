import type { Writer } from '@duken/shared/access';
import type { BoardId } from '@duken/shared/board';
import { boardParams, boardReply, changeBoardRequest } from '@duken/shared/protocol';
import type { Result } from '@duken/shared/result';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Sessions } from '../access/index.ts';
import { problemReplies, sendProblem } from '../http/index.ts';
import type { Directory } from '../storage/index.ts';

/** What a leader does with a whole board: names it, puts it away, takes it out again, deletes it. */
export function keepBoardRoutes(options: {
  readonly sessions: Sessions;
  readonly directory: Directory;
  readonly clock: () => number;
  /** Writes the title on the duk, in somebody's name. */
  readonly rename: (
    boardId: BoardId,
    title: string,
    hand: Pick<Writer, 'participantId' | 'seats'>,
  ) => Promise<Result<unknown, unknown>>;
  /** What may be done at a board has changed, or it has ended. */
  readonly onChanged: (boardId: BoardId) => void;
}): FastifyPluginAsyncZod {
  const { sessions, directory, clock } = options;
  return async (app) => {
    app.patch(
      '/api/boards/:boardId',
      {
        schema: {
          summary: 'Renames a board, puts it away or takes it out again',
          params: boardParams,
          body: changeBoardRequest,
          response: { 200: boardReply, ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'keepBoard');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        const { title, archived } = request.body;
        const { participant, person, board } = seat.value;
        if (title !== undefined) {
          const seats = new Set([participant.id, ...(await directory.seatsOfPerson(person.id))]);
          const renamed = await options.rename(boardId, title, { participantId: participant.id, seats });
          if (!renamed.ok) return sendProblem(reply, { kind: 'boardUnreadable' });
        }
        // Put away twice, it has been away since the first time.
        const archivedAt = archived === undefined ? undefined : archived ? (board.archivedAt ?? clock()) : null;
        const changed = await directory.changeBoard(boardId, {
          ...(title === undefined ? {} : { title }),
          ...(archivedAt === undefined ? {} : { archivedAt }),
        });
        if (!changed) return sendProblem(reply, { kind: 'notIn' });
        options.onChanged(boardId);
        return {
          boardId,
          title: changed.title,
          ...(changed.archivedAt === undefined ? {} : { archivedAt: changed.archivedAt }),
        };
      },
    );

    app.delete(
      '/api/boards/:boardId',
      {
        schema: {
          summary:
            'Deletes a board for good: it is closed to everybody at once, and erased with all it has within minutes',
          params: boardParams,
          response: { 204: z.undefined(), ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'keepBoard');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        await directory.endBoard(boardId, clock());
        request.log.info({ boardId }, 'a board was deleted by its leader');
        options.onChanged(boardId);
        return reply.code(204).send();
      },
    );
  };
}
