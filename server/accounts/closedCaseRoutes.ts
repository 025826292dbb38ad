import type { BoardId } from '@duken/shared/board';
import { boardParams, closedCasesReply } from '@duken/shared/protocol';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Sessions } from '../access/index.ts';
import { problemReplies, sendProblem } from '../http/index.ts';
import type { CaseEnds } from '../storage/index.ts';
import { signedInAnewFor, signedInFor } from './asker.ts';

/** Cases in one answer: who erases those that are shown sees the next. */
const maxCases = 200;
const dayMs = 24 * 60 * 60_000;

/** Cases that were closed long ago, for an administrator to erase: who led them and when, and nothing of what they hold. */
export function closedCaseRoutes(options: {
  readonly caseEnds: CaseEnds;
  readonly sessions: Pick<Sessions, 'signedIn'>;
  /** For how many days a case is closed before it is proposed to be erased. */
  readonly eraseAfterDays: number;
  readonly clock: () => number;
  readonly onChanged: (boards: readonly BoardId[]) => void;
}): FastifyPluginAsyncZod {
  const { caseEnds, sessions, eraseAfterDays, clock } = options;
  const closedBy = () => clock() - eraseAfterDays * dayMs;
  return async (app) => {
    app.get(
      '/api/closed-cases',
      {
        schema: {
          summary: 'Cases that have been closed for long and may be erased, and those that were, in numbers',
          response: { 200: closedCasesReply, ...problemReplies },
        },
      },
      async (request, reply) => {
        const asker = await signedInFor(sessions, request, 'keepAccounts');
        if (!asker.ok) return sendProblem(reply, asker.failure);
        const [proposed, erased] = await Promise.all([
          caseEnds.listClosed(closedBy(), maxCases),
          caseEnds.listErased(maxCases),
        ]);
        return {
          afterDays: eraseAfterDays,
          proposed: [...proposed],
          erased: erased.map(({ caseId, erasedAt, as, name }) => ({
            boardId: caseId,
            erasedAt,
            as,
            ...(name === undefined ? {} : { name }),
          })),
        };
      },
    );

    app.delete(
      '/api/closed-cases/:boardId',
      {
        schema: {
          summary: 'Erases a case that has been closed for long, after signing in anew',
          params: boardParams,
          response: { 204: z.undefined(), ...problemReplies },
        },
      },
      async (request, reply) => {
        const asker = await signedInAnewFor(sessions, request, clock(), 'keepAccounts');
        if (!asker.ok) return sendProblem(reply, asker.failure);
        const { boardId } = request.params;
        const accountId = asker.value.account.id;
        const erased = { caseId: boardId, erasedAt: clock(), as: 'administrator', accountId } as const;
        if (!(await caseEnds.erase(erased, closedBy()))) return sendProblem(reply, { kind: 'notFound' });
        request.log.info({ boardId }, 'a case was erased by an administrator');
        options.onChanged([boardId]);
        return reply.code(204).send();
      },
    );
  };
}
