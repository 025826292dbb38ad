import type { Permission } from '@duken/shared/access';
import type { BoardId } from '@duken/shared/board';
import { boardParams } from '@duken/shared/protocol';
import type { Result } from '@duken/shared/result';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { OwnSeat, Sessions } from '../access/index.ts';
import { problemReplies, sendProblem } from '../http/index.ts';
import type { RoundFailure, Rounds } from './rounds.ts';

/** How often an address may ask in a minute: a whole table behind one address, some of whom change their mind. */
const asksPerMinute = 120;

/** *Runde uten navn*: the leader opens, lays and ends it; each says when they are done. No answer says who did. */
export function roundRoutes({
  sessions,
  rounds,
}: {
  readonly sessions: Sessions;
  readonly rounds: Rounds;
}): FastifyPluginAsyncZod {
  const routes: readonly {
    readonly method: 'POST' | 'DELETE';
    readonly path: '' | '/laid' | '/done';
    readonly summary: string;
    readonly permission: Permission;
    readonly act: (boardId: BoardId, seat: OwnSeat) => Promise<Result<unknown, RoundFailure>>;
  }[] = [
    {
      ...{ method: 'POST', path: '', permission: 'meet', summary: 'Opens a round without names' },
      act: (boardId) => rounds.open(boardId),
    },
    {
      ...{
        method: 'DELETE',
        path: '',
        permission: 'meet',
        summary: 'Ends the round; everybody keeps what they have written',
      },
      act: (boardId) => rounds.close(boardId),
    },
    {
      ...{
        method: 'POST',
        path: '/laid',
        permission: 'meet',
        summary: 'Lays what all who are done have written, mixed',
      },
      act: (boardId) => rounds.lay(boardId),
    },
    {
      ...{ method: 'POST', path: '/done', permission: 'write', summary: 'Says that one is done; nobody is told who' },
      act: (boardId, { person }) => rounds.say(boardId, person.id, true),
    },
    {
      ...{ method: 'DELETE', path: '/done', permission: 'write', summary: 'Says that one is not done after all' },
      act: (boardId, { person }) => rounds.say(boardId, person.id, false),
    },
  ];
  return async (app) => {
    for (const { method, path, summary, permission, act } of routes)
      app.route({
        method,
        url: `/api/boards/:boardId/round${path}`,
        config: { rateLimit: { max: asksPerMinute, timeWindow: '1 minute' } },
        schema: { summary, params: boardParams, response: { 204: z.undefined(), ...problemReplies } },
        handler: async (request, reply) => {
          const { boardId } = request.params;
          const seat = await sessions.seatFor(request, boardId, permission);
          if (!seat.ok) return sendProblem(reply, seat.failure);
          const done = await act(boardId, seat.value);
          return done.ok ? reply.code(204).send() : sendProblem(reply, done.failure);
        },
      });
  };
}
