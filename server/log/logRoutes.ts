import type { BoardId } from '@duken/shared/board';
import type { LogLine } from '@duken/shared/log';
import { boardParams, caseLogQuery, caseLogReply, hideStaffRequest, type LogLineReply } from '@duken/shared/protocol';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Sessions } from '../access/index.ts';
import { problemReplies, sendProblem } from '../http/index.ts';
import type { CaseLog, Directory, ProgrammeStore } from '../storage/index.ts';
import { logFirst, seatInLog } from './inLog.ts';
import { withoutStaff } from './withoutStaff.ts';

/** How many lines a page has: some weeks of a case. */
const linesAPage = 100;

/** Who has looked at a case, for its leader and for whom the plan is about. */
export function logRoutes(options: {
  readonly sessions: Sessions;
  readonly caseLog: Pick<CaseLog, 'list' | 'people'>;
  readonly directory: Pick<Directory, 'listPeople'>;
  readonly fields: Pick<ProgrammeStore, 'fieldsOf' | 'sayFields'>;
}): FastifyPluginAsyncZod {
  const { sessions, caseLog, directory, fields } = options;

  async function staffIn(boardId: BoardId, seen: readonly LogLine[]): Promise<ReadonlySet<string>> {
    const ofServices = (await directory.listPeople(boardId)).filter(
      ({ voices }) => voices.includes('service') && voices.length === 1,
    );
    const others = seen.filter(({ service, role }) => service !== undefined || role === 'leader');
    return new Set([...ofServices.map(({ id }) => id), ...others.map(({ personId }) => personId)]);
  }

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
        const [found, people, said] = await Promise.all([
          caseLog.list(boardId, {
            limit: linesAPage + 1,
            ...(before === undefined ? {} : { before }),
            ...(personId === undefined ? {} : { personId }),
          }),
          caseLog.people(boardId),
          fields.fieldsOf([boardId]),
        ]);
        const hidesStaff = said.get(boardId)?.hidesStaff ?? false;
        const all = {
          lines: found.slice(0, linesAPage).map(replyOf),
          hasMore: found.length > linesAPage,
          people: people.map(({ personId, name, service }) => ({
            personId,
            name,
            ...(service === undefined ? {} : { service }),
          })),
          hidesStaff,
        };
        // Whoever leads is to see whom.
        return hidesStaff && seat.value.participant.role !== 'leader'
          ? withoutStaff(all, await staffIn(boardId, people), seat.value.person)
          : all;
      },
    );

    app.put(
      '/api/boards/:boardId/log/staff',
      {
        schema: {
          summary: 'Says whether staff are named to whom the plan is about, where it is told who has looked',
          params: boardParams,
          body: hideStaffRequest,
          response: { 204: z.undefined(), ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId } = request.params;
        const { hidden } = request.body;
        const seat = await sessions.seatFor(request, boardId, 'keepBoard');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        await logFirst(request, seatInLog(seat.value), { kind: hidden ? 'staffHidden' : 'staffNamed' });
        await fields.sayFields(boardId, { hidesStaff: hidden ? true : undefined });
        return reply.code(204).send();
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
