import { boardParams, calendarFeedParams } from '@duken/shared/protocol';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Sessions, WrongSecrets } from '../access/index.ts';
import { problemReplies, sendProblem } from '../http/index.ts';
import { inLog, seatInLog } from '../log/index.ts';
import type { Calendars } from './calendars.ts';

/**
 * The calendar of one person: as a feed at an address of its own, which opens nothing else, and as a file for whoever sits at the duk.
 * A feed leaves no line in the log of the case: it tells days and no words, and calendars ask many times a day, read or not.
 */
export function calendarRoutes(options: {
  readonly sessions: Sessions;
  readonly calendars: Calendars;
  readonly wrongSecrets: WrongSecrets;
  readonly clock: () => number;
  readonly originOf: (request: FastifyRequest) => string;
}): FastifyPluginAsyncZod {
  const { sessions, calendars, originOf } = options;

  function send(reply: FastifyReply, file: string): FastifyReply {
    return reply
      .header('cache-control', 'private, no-store')
      .header('content-disposition', 'attachment; filename="duken.ics"')
      .type('text/calendar; charset=utf-8; method=PUBLISH')
      .send(file);
  }

  return async (app) => {
    // The address of a request stands in no log of ours; its route does.
    app.get('/kalender/:file', { schema: { params: calendarFeedParams } }, async (request, reply) => {
      const secret = /^(.+)\.ics$/.exec(request.params.file)?.[1];
      const feed = secret === undefined ? undefined : await calendars.feedOf(secret);
      // Wrong, expired, withdrawn and of a service without consent are one to whoever asks.
      if (!feed) {
        const waitMs = options.wrongSecrets.count(request.ip, options.clock());
        if (waitMs === 0) return sendProblem(reply, { kind: 'answerLinkRefused' });
        return sendProblem(reply.header('retry-after', String(waitMs / 1000)), { kind: 'tooManyRequests' });
      }
      return send(reply, await calendars.fileOf(originOf(request), feed.boardId, feed.personId));
    });

    app.get(
      '/api/boards/:boardId/calendar.ics',
      {
        schema: {
          summary:
            'The days of the case’s meetings and of one’s own tiltak, as a calendar file without a word of either',
          params: boardParams,
          response: problemReplies,
        },
      },
      async (request, reply) => {
        const { boardId } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'read');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        inLog(request, seatInLog(seat.value), { kind: 'ownActions' });
        return send(reply, await calendars.fileOf(originOf(request), boardId, seat.value.person.id));
      },
    );
  };
}
