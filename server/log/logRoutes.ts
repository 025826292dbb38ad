import type { LogLine } from '@duken/shared/log';
import { boardParams, caseLogQuery, caseLogReply, type LogLineReply } from '@duken/shared/protocol';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Sessions } from '../access/index.ts';
import { problemReplies, sendProblem } from '../http/index.ts';
import type { CaseLog } from '../storage/index.ts';

/** How many lines a page has: some weeks of a case. */
const linesAPage = 100;

/** Who has looked at a case, for its leader and for whom the plan is about. */
export function logRoutes(options: {
  readonly sessions: Sessions;
  readonly caseLog: Pick<CaseLog, 'list' | 'people'>;
}): FastifyPluginAsyncZod {
  const { sessions, caseLog } = options;
  return async (app) => {
    app.get(
      '/api/boards/:boardId/log',
      {
        schema: {
          summary: 'Who has seen and done what, newest first; from before a line, and of one person, where asked',
          params: boardParams,
          querystring: caseLogQuery,
          response: { 200: caseLogReply, ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'readLog');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        const { before, person: personId } = request.query;
        const [found, people] = await Promise.all([
          caseLog.list(boardId, {
            limit: linesAPage + 1,
            ...(before === undefined ? {} : { before }),
            ...(personId === undefined ? {} : { personId }),
          }),
          caseLog.people(boardId),
        ]);
        return {
          lines: found.slice(0, linesAPage).map(replyOf),
          hasMore: found.length > linesAPage,
          people: people.map(({ personId, name, service }) => ({
            personId,
            name,
            ...(service === undefined ? {} : { service }),
          })),
        };
      },
    );
  };
}

function replyOf({ number, at, personId, name, service, role, access, event }: LogLine): LogLineReply {
  return {
    number,
    at,
    personId,
    name,
    ...(service === undefined ? {} : { service }),
    ...(role === undefined ? {} : { role }),
    access,
    event,
  };
}
