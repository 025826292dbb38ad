import { may, mayWithAccount } from '@duken/shared/access';
import { type CaseProgress, reportWords } from '@duken/shared/programme';
import {
  boardParams,
  caseFieldsRequest,
  type OwnCaseReply,
  programmeReply,
  reportParams,
  reportQuery,
} from '@duken/shared/protocol';
import { failed, type Result, succeeded } from '@duken/shared/result';
import { create as contentDisposition } from 'content-disposition';
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { askerOf, type OwnSeat, osloDayOf, type Sessions } from '../access/index.ts';
import { contentTypes, type Renderer, sendRenderFailure } from '../export/index.ts';
import { problemReplies, sendProblem } from '../http/index.ts';
import { inLog, logFirst, seatInLog } from '../log/index.ts';
import type { ProgrammeStore } from '../storage/index.ts';
import type { ReportOf, ToldReports } from './toldReports.ts';

/** Seconds until it is worth trying again. */
const retryAfterS = 10;

/** The report of the programme: of the cases that one leads, and for an administrator of all. Numbers, no duk and no names. */
export function programmeRoutes(options: {
  readonly sessions: Sessions;
  readonly store: ProgrammeStore;
  readonly reports: ToldReports;
  readonly renderer: Pick<Renderer, 'render'>;
}): FastifyPluginAsyncZod {
  const { sessions, store, reports, renderer } = options;

  /** Which reports are whoever asks' to read, and the seats that they lead by. */
  async function askedBy(
    request: FastifyRequest,
  ): Promise<
    Result<
      { readonly led: readonly OwnSeat[]; readonly own: readonly ReportOf[] },
      { readonly kind: 'notIn' | 'notAllowed' }
    >
  > {
    const [seats, signedIn] = await Promise.all([sessions.seatsOf(request), sessions.signedIn(request)]);
    if (seats.length === 0 && !signedIn) return failed({ kind: 'notIn' });
    const led = seats.filter((seat) => may(askerOf(seat), 'keepBoard'));
    const leads = led.length > 0 || (signedIn && mayWithAccount(signedIn.account, 'makeBoards'));
    const isAdmin = signedIn && mayWithAccount(signedIn.account, 'keepAccounts');
    if (!leads && !isAdmin) return failed({ kind: 'notAllowed' });
    const own: ReportOf = {
      scope: 'own',
      accountId: signedIn?.account.id,
      led: led.map(({ board }) => board.id),
    };
    return succeeded({ led, own: [...(leads ? [own] : []), ...(isAdmin ? [{ scope: 'all' } as const] : [])] });
  }

  return async (app) => {
    app.get(
      '/api/programme',
      {
        schema: {
          summary: 'The report of the programme, and the cases that whoever asks leads',
          response: { 200: programmeReply, ...problemReplies },
        },
      },
      async (request, reply) => {
        const asked = await askedBy(request);
        if (!asked.ok) return sendProblem(reply, asked.failure);
        const { led, own } = asked.value;
        const boardIds = led.map(({ board }) => board.id);
        const [fields, toCount] = await Promise.all([store.fieldsOf(boardIds), store.casesToCount(boardIds)]);
        const counted = new Set(toCount.map(({ boardId }) => boardId));
        const cases: OwnCaseReply[] = [];
        for (const seat of led) {
          const { board } = seat;
          const progress = await reports.progressOf(board.id);
          if (!progress.ok) return sendProblem(reply.header('retry-after', String(retryAfterS)), progress.failure);
          inLog(request, seatInLog(seat), { kind: 'programme' });
          cases.push({ ...caseOf(seat, progress.value, counted.has(board.id)), ...fields.get(board.id) });
        }
        const told = [];
        for (const of of own) {
          const one = await reports.tell(of);
          if (!one.ok) return sendProblem(reply.header('retry-after', String(retryAfterS)), one.failure);
          told.push({ scope: of.scope, report: one.value.release.report, toldAt: one.value.toldAt });
        }
        reply.header('cache-control', 'no-store');
        return { ...(own.some(({ scope }) => scope === 'own') ? { cases } : {}), reports: told };
      },
    );

    app.patch(
      '/api/boards/:boardId/programme',
      {
        schema: {
          summary: 'Says of a case which target group it is of and how it is followed; it opens and closes nothing',
          params: boardParams,
          body: caseFieldsRequest,
          response: { 204: z.undefined(), ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'keepBoard');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        const { group, followed } = request.body;
        await logFirst(request, seatInLog(seat.value), { kind: 'programmeSaid' });
        await store.sayFields(boardId, {
          ...(group === undefined ? {} : { group: group ?? undefined }),
          ...(followed === undefined ? {} : { followed: followed ?? undefined }),
        });
        return reply.code(204).send();
      },
    );

    for (const format of ['pdf', 'docx'] as const)
      app.get(
        `/api/programme/:scope(^\\w+).${format}`,
        {
          schema: {
            summary: `The report of the programme as ${format.toUpperCase()}`,
            params: reportParams,
            querystring: reportQuery,
            response: {
              200: { description: 'The file', content: { [contentTypes[format]]: { schema: z.any() } } },
              ...problemReplies,
            },
          },
        },
        async (request, reply) => {
          const asked = await askedBy(request);
          if (!asked.ok) return sendProblem(reply, asked.failure);
          const { scope } = request.params;
          const { lang: language } = request.query;
          const of = asked.value.own.find((one) => one.scope === scope);
          if (!of) return sendProblem(reply, { kind: 'notAllowed' });
          const told = await reports.tell(of);
          if (!told.ok) return sendProblem(reply.header('retry-after', String(retryAfterS)), told.failure);
          const { release, toldAt } = told.value;
          const day = osloDayOf(toldAt);
          const file = await renderer.render({
            kind: format,
            report: { report: release.report, scope, language, day, toldAt },
          });
          if (!file.ok) return sendRenderFailure(request, reply, format, file.failure);
          return reply
            .header('content-type', contentTypes[format])
            .header(
              'content-disposition',
              contentDisposition(`${reportWords[language].title[scope]}, ${day}.${format}`),
            )
            .header('cache-control', 'private, no-store')
            .send(Buffer.from(file.value.buffer, file.value.byteOffset, file.value.byteLength));
        },
      );
  };
}

function caseOf({ board }: OwnSeat, { start, now, months }: CaseProgress, isCounted: boolean): OwnCaseReply {
  return {
    boardId: board.id,
    title: board.title,
    isCounted,
    isExample: board.expiresAt !== undefined,
    isClosed: board.archivedAt !== undefined,
    ...(start ? { start } : {}),
    ...(now ? { now } : {}),
    ...(months === undefined ? {} : { months }),
  };
}
