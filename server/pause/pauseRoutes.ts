import { type BoardDocument, type BoardId, beginPause, endPause } from '@duken/shared/board';
import { boardParams } from '@duken/shared/protocol';
import type { Result } from '@duken/shared/result';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Sessions } from '../access/index.ts';
import { problemReplies, sendProblem } from '../http/index.ts';

/** How often an address may ask in a minute: a whole table behind one address, all at once. */
const asksPerMinute = 60;

/**
 * *Pust i bakken*: anybody at the table asks, and nothing says who. No row is kept, the duk gets a pause from the server itself, and
 * how soon the next may come is reckoned by the table and not by the person.
 */
export function pauseRoutes(options: {
  readonly sessions: Sessions;
  /** Lays something on the duk, in nobody's name. */
  readonly apply: (
    boardId: BoardId,
    command: (board: BoardDocument) => Result<void, { readonly kind: string }>,
  ) => Promise<Result<void, { readonly kind: string }>>;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
}): FastifyPluginAsyncZod {
  const { sessions, apply, clock } = options;
  return async (app) => {
    app.post(
      '/api/boards/:boardId/pause',
      {
        config: { rateLimit: { max: asksPerMinute, timeWindow: '1 minute' } },
        schema: {
          summary: 'Begins a pause for all; nobody is told who asked',
          params: boardParams,
          response: { 204: z.undefined(), ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'pause');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        const begun = await apply(boardId, (board) => beginPause(board, clock()));
        if (!begun.ok)
          return sendProblem(reply, {
            kind: begun.failure.kind === 'pauseJustWas' ? 'pauseJustWas' : 'boardUnreadable',
          });
        return reply.code(204).send();
      },
    );

    app.delete(
      '/api/boards/:boardId/pause',
      {
        schema: {
          summary: 'Ends the pause that is under way, for all',
          params: boardParams,
          response: { 204: z.undefined(), ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'meet');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        const ended = await apply(boardId, (board) => endPause(board, clock()));
        if (!ended.ok) return sendProblem(reply, { kind: 'boardUnreadable' });
        return reply.code(204).send();
      },
    );
  };
}
