import { diffPlans } from '@duken/shared/plan';
import {
  boardParams,
  diffParams,
  planDiffReply,
  planListReply,
  planReply,
  versionParams,
} from '@duken/shared/protocol';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Sessions } from '../access/index.ts';
import { problemReplies, sendProblem } from '../http/index.ts';
import type { MeetingRow } from '../storage/index.ts';
import { absenceOf, type ChainSource, type CheckedVersion, chainIsWhole, readChain } from './verifyChain.ts';

/** Frozen versions: listed, read and compared. Each reading checks the chain, so that nobody trusts an altered plan. */
export function planRoutes(options: ChainSource & { readonly sessions: Sessions }): FastifyPluginAsyncZod {
  const { sessions } = options;
  return async (app) => {
    app.get(
      '/api/boards/:boardId/plans',
      {
        schema: {
          summary: 'Plan versions, oldest first',
          params: boardParams,
          response: { 200: planListReply, ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'read');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        const chain = await readChain(options, boardId);
        const meetings = await options.directory.listMeetings(boardId);
        return { plans: chain.flatMap((checked) => entryOf(checked, meetings)), chainIsWhole: chainIsWhole(chain) };
      },
    );

    app.get(
      '/api/boards/:boardId/plans/:version',
      {
        schema: {
          summary: 'A plan version: the plan, its duk as it was, and whether it is as it was frozen',
          params: versionParams,
          response: { 200: planReply, ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId, version } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'read');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        const chain = (await readChain(options, boardId)).slice(0, version);
        const found = chain[version - 1];
        if (!found?.planVersion) return sendProblem(reply, { kind: absenceOf(found) });
        return { planVersion: found.planVersion, sha256: found.sha256, chainIsWhole: chainIsWhole(chain) };
      },
    );

    app.get(
      '/api/boards/:boardId/plans/:a/diff/:b',
      {
        schema: {
          summary: 'What changed from version a to version b, note by note',
          params: diffParams,
          response: { 200: planDiffReply, ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId, a, b } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'read');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        const chain = await readChain(options, boardId);
        const [from, to] = [chain[a - 1], chain[b - 1]];
        if (!from?.planVersion) return sendProblem(reply, { kind: absenceOf(from) });
        if (!to?.planVersion) return sendProblem(reply, { kind: absenceOf(to) });
        return diffPlans(from.planVersion, to.planVersion);
      },
    );
  };
}

/** A version that is missing is not listed, but makes the chain broken. One that cannot be read here is listed without what it says. */
function entryOf(checked: CheckedVersion, meetings: readonly MeetingRow[]) {
  const { version, problems, planVersion, sha256, frozenAt } = checked;
  const common = { version, frozenAt, sha256, isWhole: problems.length === 0 };
  if (planVersion) {
    const { meetingId, date, present, plan } = planVersion;
    const { overall } = plan.journey;
    return [{ ...common, meetingId, date, present: present.length, ...(overall ? { phase: overall } : {}) }];
  }
  const meeting = meetings.find((row) => row.version === version);
  if (!meeting || absenceOf(checked) !== 'versionUnreadable') return [];
  const { id: meetingId, date, present } = meeting;
  return [{ ...common, meetingId, date, present: present.length, isUnreadable: true as const }];
}
