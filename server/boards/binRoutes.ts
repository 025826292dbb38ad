import type { Writer } from '@duken/shared/access';
import type { BoardId } from '@duken/shared/board';
import { boardParams, emptyBinRequest } from '@duken/shared/protocol';
import type { Result } from '@duken/shared/result';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Sessions } from '../access/index.ts';
import { problemReplies, sendProblem } from '../http/index.ts';
import type { Directory } from '../storage/index.ts';

/** How often an address may empty bins in a minute: each time a journal, its checkpoints and the log are written anew. */
const emptyingsPerMinute = 60;

/** The bin of a duk: emptied for good, by its leader. */
export function binRoutes(options: {
  readonly sessions: Sessions;
  readonly directory: Pick<Directory, 'seatsOfPerson'>;
  /** Removes the binned notes from the duk, in somebody's name. */
  readonly emptyBin: (
    boardId: BoardId,
    hand: Pick<Writer, 'participantId' | 'seats'>,
    noteIds: readonly string[] | undefined,
  ) => Promise<Result<unknown, unknown>>;
  /** Leaves nothing of them in storage. */
  readonly clearRemoved: (boardId: BoardId) => Promise<void>;
}): FastifyPluginAsyncZod {
  const { sessions, directory, emptyBin, clearRemoved } = options;
  return async (app) => {
    app.post(
      '/api/boards/:boardId/bin/empty',
      {
        config: { rateLimit: { max: emptyingsPerMinute, timeWindow: '1 minute' } },
        schema: {
          summary: 'Removes the notes in the bin for good: nobody can read or restore them after',
          params: boardParams,
          body: emptyBinRequest,
          response: { 204: z.undefined(), ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'emptyBin');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        const { participant, person } = seat.value;
        const seats = new Set([participant.id, ...(await directory.seatsOfPerson(person.id))]);
        const emptied = await emptyBin(boardId, { participantId: participant.id, seats }, request.body.notes);
        if (!emptied.ok) return sendProblem(reply, { kind: 'boardUnreadable' });
        try {
          await clearRemoved(boardId);
        } catch (error) {
          request.log.error({ boardId, err: error }, 'a bin was emptied, but its words are still in storage');
          return sendProblem(reply, { kind: 'binNotCleared' });
        }
        return reply.code(204).send();
      },
    );
  };
}
