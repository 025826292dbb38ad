import {
  enterStatusRequest,
  leaveStatusRequest,
  statusAnswerRequest,
  statusCalendarReply,
  statusCalendarRequest,
  statusParams,
  statusReply,
} from '@duken/shared/protocol';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { hashOf, osloDayOf, type WrongSecrets } from '../access/index.ts';
import { problemReplies, sendProblem } from '../http/index.ts';
import { inLog, type LogReader, logFirst } from '../log/index.ts';
import type { AnswerLink, AnswerStore, Directory, PersonRow } from '../storage/index.ts';
import type { AnswerDoor } from './answerDoor.ts';
import type { Answering } from './answering.ts';
import type { Calendars } from './calendars.ts';

/** Its own cookie, sent to these routes alone: it opens nothing else, and ends with its link. */
const cookieName = 'duk-svar';
const cookiePath = '/api/status';

/**
 * Answering with one tap, by a link and no account. Nothing here but a POST changes anything, and no reply tells more than one
 * person's own tiltak in the words that were checked for it. Whoever keeps no cookies sends the secret along each time.
 */
export function statusRoutes(options: {
  readonly answers: Pick<AnswerStore, 'findLink'>;
  readonly directory: Pick<Directory, 'listPeople'>;
  readonly mayAnswer: AnswerDoor;
  readonly answering: Answering;
  readonly calendars: Pick<Calendars, 'makeFeed' | 'count' | 'withdraw'>;
  readonly originOf: (request: FastifyRequest) => string;
  readonly wrongSecrets: WrongSecrets;
  readonly clock: () => number;
  readonly overTls: boolean;
}): FastifyPluginAsyncZod {
  const { answers, answering, calendars, clock } = options;

  async function linkOf(
    secret: string | undefined,
  ): Promise<{ readonly link: AnswerLink; readonly reader: LogReader } | undefined> {
    const link = secret === undefined ? undefined : await answers.findLink(hashOf(secret), clock());
    if (!link) return undefined;
    const person = (await options.directory.listPeople(link.boardId)).find(({ id }) => id === link.personId);
    if (!person || !(await options.mayAnswer(link.boardId, person))) return undefined;
    return { link, reader: comerInLog(link, person) };
  }

  /** Wrong, expired, withdrawn and of a service without consent are one to whoever asks. */
  function refuse(request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const waitMs = options.wrongSecrets.count(request.ip, clock());
    if (waitMs === 0) return sendProblem(reply, { kind: 'answerLinkRefused' });
    return sendProblem(reply.header('retry-after', String(waitMs / 1000)), { kind: 'tooManyRequests' });
  }

  async function replyOf({ boardId, personId, expiresAt }: AnswerLink) {
    const promises = (await answering.promisesOf(boardId, personId)) ?? [];
    return {
      expiresAt,
      today: osloDayOf(clock()),
      calendars: await calendars.count(boardId, personId),
      items: promises.map(({ itemId, text, isChecked, due, isDone, answer }) => ({
        itemId,
        // What nobody has looked over does not leave: a name that we did not know may stand in it.
        text: isChecked ? text : '',
        due,
        isDone,
        ...(answer && {
          answer: answer.answer,
          answeredAt: answer.answeredAt,
          ...(answer.line !== undefined && { line: answer.line }),
          ...(answer.date !== undefined && { date: answer.date }),
        }),
      })),
    };
  }

  return async (app) => {
    app.post(
      '/api/status/enter',
      {
        schema: {
          summary: 'Whoever has a link to answer by sees their own tiltak; nothing is changed',
          body: enterStatusRequest,
          response: { 200: statusReply, ...problemReplies },
        },
      },
      async (request, reply) => {
        const { secret } = request.body;
        // A calendar leads here without a secret: whoever answered in this browser before has it in their cookie.
        const found = await linkOf(secret ?? request.cookies[cookieName]);
        if (!found) return refuse(request, reply);
        const { link, reader } = found;
        if (secret !== undefined)
          reply.setCookie(cookieName, secret, {
            path: cookiePath,
            httpOnly: true,
            sameSite: 'strict',
            secure: options.overTls,
            expires: new Date(link.expiresAt),
          });
        inLog(request, reader, { kind: 'ownActions' });
        reply.header('cache-control', 'no-store');
        return replyOf(link);
      },
    );

    app.post(
      '/api/status/leave',
      {
        schema: {
          summary: 'Forgets in this browser whose link it was opened by; the link itself goes on',
          body: leaveStatusRequest,
          response: { 204: z.undefined(), ...problemReplies },
        },
      },
      async (_request, reply) =>
        reply
          .clearCookie(cookieName, { path: cookiePath, httpOnly: true, sameSite: 'strict', secure: options.overTls })
          .header('cache-control', 'no-store')
          .code(204)
          .send(),
    );

    app.post(
      '/api/status/calendar',
      {
        schema: {
          summary:
            'An address for one’s own calendar, with the days of one’s tiltak and of the meetings, and no word of either',
          body: statusCalendarRequest,
          response: { 201: statusCalendarReply, ...problemReplies },
        },
      },
      async (request, reply) => {
        const found = await linkOf(request.body.secret ?? request.cookies[cookieName]);
        if (!found) return refuse(request, reply);
        const { link, reader } = found;
        await logFirst(request, reader, { kind: 'calendarMade' });
        const made = await calendars.makeFeed(options.originOf(request), link.boardId, link.personId);
        return reply.code(201).header('cache-control', 'no-store').send(made);
      },
    );

    app.post(
      '/api/status/calendar/withdraw',
      {
        schema: {
          summary: 'Withdraws every address for one’s own calendar',
          body: statusCalendarRequest,
          response: { 200: statusReply, ...problemReplies },
        },
      },
      async (request, reply) => {
        const found = await linkOf(request.body.secret ?? request.cookies[cookieName]);
        if (!found) return refuse(request, reply);
        const { link, reader } = found;
        await logFirst(request, reader, { kind: 'calendarsWithdrawn' });
        inLog(request, reader, { kind: 'ownActions' });
        await calendars.withdraw(link.boardId, link.personId);
        reply.header('cache-control', 'no-store');
        return replyOf(link);
      },
    );

    app.post(
      '/api/status/:itemId',
      {
        schema: {
          summary: 'Says of a tiltak of one’s own that it is done, started or needs help; again as often as one likes',
          params: statusParams,
          body: statusAnswerRequest,
          response: { 200: statusReply, ...problemReplies },
        },
      },
      async (request, reply) => {
        const { secret, answer, line, date } = request.body;
        const found = await linkOf(secret ?? request.cookies[cookieName]);
        if (!found) return refuse(request, reply);
        const { link, reader } = found;
        if (date !== undefined && date < osloDayOf(clock()))
          return sendProblem(reply, { kind: 'invalidRequest' }, [
            { pointer: '/date', detail: 'Velg en dag som ikke har vært.' },
          ]);
        const { itemId } = request.params;
        const promises = (await answering.promisesOf(link.boardId, link.personId)) ?? [];
        if (!promises.some((promise) => promise.itemId === itemId))
          return sendProblem(reply, { kind: 'actionNotFound' });
        await logFirst(request, reader, { kind: 'answered' });
        const answered = await answering.answer(link.boardId, link.personId, itemId, {
          answer,
          ...(line === undefined ? {} : { line }),
          ...(date === undefined ? {} : { date }),
        });
        inLog(request, reader, { kind: 'ownActions' });
        if (!answered.ok) {
          const { kind } = answered.failure;
          return sendProblem(reply, { kind: kind === 'itemNotFound' ? 'actionNotFound' : kind });
        }
        reply.header('cache-control', 'no-store');
        return replyOf(link);
      },
    );
  };
}

/** Somebody who comes by a link and has no seat, as the log tells of them. */
function comerInLog({ id, boardId, personId }: AnswerLink, { name, service }: PersonRow): LogReader {
  const access = { access: 'answerLink', accessId: id } as const;
  return { boardId, personId, participantId: id, name, ...(service === undefined ? {} : { service }), ...access };
}
