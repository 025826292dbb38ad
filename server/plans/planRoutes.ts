import { may } from '@duken/shared/access';
import type { BoardId } from '@duken/shared/board';
import { type PlanLife, type PlanState, planLifeOf } from '@duken/shared/plan';
import {
  boardParams,
  diffParams,
  letterQuery,
  letterSchema,
  planDiffReply,
  planListReply,
  planReply,
  versionParams,
} from '@duken/shared/protocol';
import type { FastifyReply } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { askerOf, type Sessions } from '../access/index.ts';
import { problemReplies, sendProblem } from '../http/index.ts';
import { type ContactsOf, themesIn, wishFaults } from '../letters/index.ts';
import { inLog, seatInLog } from '../log/index.ts';
import type { Directory, MeetingRow, PlanLives, StoredLifeEvent } from '../storage/index.ts';
import { journeyBeforeWith } from './journeyBefore.ts';
import type { PlanReader } from './planReader.ts';
import { absenceOf, type ChainSource, type CheckedVersion, chainIsWhole, checkChain } from './verifyChain.ts';

/**
 * Frozen versions: listed, read and compared. Each reading tells whether the chain is whole, so that nobody trusts an altered
 * plan. Whole plans are never taken apart on this thread: what comes from the reader goes out as it is.
 */
export function planRoutes(
  options: ChainSource & {
    readonly directory: Pick<Directory, 'listMeetings'>;
    /** What is known of a case now, beside its versions. */
    readonly contactsOf: ContactsOf;
    readonly sessions: Sessions;
    readonly reader: PlanReader;
    readonly planLives: Pick<PlanLives, 'list'>;
  },
): FastifyPluginAsyncZod {
  const { sessions, reader } = options;
  const journeyBefore = journeyBeforeWith(options.archive, (head) => reader.inspect(head));
  const chainOf = (boardId: BoardId) => checkChain(options, boardId, (head) => reader.inspect(head));
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
        const seat = await sessions.seatFor(request, boardId, 'readPlans');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        const chain = await chainOf(boardId);
        if (!chain.ok) return sendProblem(reply, chain.failure);
        const meetings = await options.directory.listMeetings(boardId);
        const lives = await options.planLives.list(boardId);
        const isKeeper = may(askerOf(seat.value), 'keepPlan');
        const plans = chain.value.flatMap((checked) => {
          const { state, receipts } = lifeOf(lives, checked.version);
          const told = isKeeper && state !== 'draft' ? { isArchived: receipts.length > 0 } : {};
          return entryOf(checked, meetings, { state, ...told });
        });
        return { plans, chainIsWhole: chainIsWhole(chain.value) };
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
        const seat = await sessions.seatFor(request, boardId, 'readPlans');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        inLog(request, seatInLog(seat.value), { kind: 'plan', version });
        const whole = await chainOf(boardId);
        if (!whole.ok) return sendProblem(reply, whole.failure);
        const chain = whole.value.slice(0, version);
        const found = chain[version - 1];
        if (!found?.brief) return sendProblem(reply, { kind: absenceOf(found) });
        const plan = await reader.read(boardId, version);
        if (!plan.ok) return sendProblem(reply, plan.failure);
        const { state } = lifeOf(await options.planLives.list(boardId, version), version);
        const isWhole = chainIsWhole(chain) && !plan.value.isAltered;
        const standing = state === 'unasked' ? '' : `"state":${JSON.stringify(state)},`;
        return sendJson(
          reply,
          `{"planVersion":${plan.value.json},${standing}"sha256":${JSON.stringify(found.sha256)},"chainIsWhole":${isWhole}}`,
        );
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
        const seat = await sessions.seatFor(request, boardId, 'readPlans');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        inLog(request, seatInLog(seat.value), { kind: 'changes', from: a, to: b });
        const compared = await reader.compare(boardId, a, b);
        return compared.ok ? sendJson(reply, compared.value.json) : sendProblem(reply, compared.failure);
      },
    );

    app.get(
      '/api/boards/:boardId/plans/:version/letter',
      {
        schema: {
          summary: 'A plan version as a letter, with every sentence, for whoever sets it',
          params: versionParams,
          querystring: letterQuery,
          response: { 200: letterSchema, ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId, version } = request.params;
        const { lang: language, for: whose, form, dream, themes, since = version - 1 } = request.query;
        const seat = await sessions.seatFor(request, boardId, 'readPlans');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        inLog(request, seatInLog(seat.value), { kind: 'plan', version });
        if (since >= version && since > 0) return sendProblem(reply, { kind: 'versionNotFound' });
        const head = (await options.archive.list(boardId)).find((each) => each.version === version);
        const inspected = head && (await reader.inspect(head));
        if (inspected && !inspected.ok) return sendProblem(reply, inspected.failure);
        const faults = inspected?.value?.brief ? wishFaults({ dream, themes }, inspected.value.brief.choices) : [];
        if (faults.length > 0) return sendProblem(reply, { kind: 'invalidRequest' }, faults);
        const earlier = await journeyBefore(boardId, version);
        if (!earlier.ok) return sendProblem(reply, earlier.failure);
        const letter = await reader.letter(boardId, version, {
          earlier: earlier.value,
          contacts: await options.contactsOf(boardId, version),
          reader: whose,
          language,
          form,
          ...(dream === undefined ? {} : { dreamId: dream }),
          ...(themes === undefined ? {} : { themes: themesIn(themes) ?? [] }),
          since,
        });
        return letter.ok ? sendJson(reply, letter.value.json) : sendProblem(reply, letter.failure);
      },
    );
  };
}

/** A version that is missing is not listed, but makes the chain broken. One that cannot be read here is listed without what it says. */
function entryOf(
  checked: CheckedVersion,
  meetings: readonly MeetingRow[],
  standing: { readonly state: PlanState; readonly isArchived?: boolean },
) {
  const { version, problems, brief, sha256, frozenAt } = checked;
  const common = { version, frozenAt, sha256, ...standing, isWhole: problems.length === 0 };
  if (brief) {
    const { meetingId, date, present, phase } = brief;
    return [{ ...common, meetingId, date, present, ...(phase ? { phase } : {}) }];
  }
  const meeting = meetings.find((row) => row.version === version);
  if (!meeting || absenceOf(checked) !== 'versionUnreadable') return [];
  const { id: meetingId, date, present } = meeting;
  return [{ ...common, meetingId, date, present: present.length, isUnreadable: true as const }];
}

/** @param events of one or more versions */
function lifeOf(events: readonly StoredLifeEvent[], version: number): PlanLife {
  return planLifeOf(events.filter((stored) => stored.version === version).map(({ event }) => event));
}

/** Sends what is JSON already. */
function sendJson(reply: FastifyReply, json: string): FastifyReply {
  return reply.header('content-type', 'application/json; charset=utf-8').serializer(String).send(json);
}
