import type { ParticipantId } from '@duken/shared/access';
import { boardParams, fileQuery, momentParams, momentReply, timelineReply } from '@duken/shared/protocol';
import type { Template } from '@duken/shared/template';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { osloDayOf, type Sessions } from '../access/index.ts';
import { problemReplies, sendProblem } from '../http/index.ts';
import { inLog, seatInLog } from '../log/index.ts';
import type { Directory, PlanArchive } from '../storage/index.ts';
import type { KeptMoments } from './keptMoments.ts';
import type { PlanReader } from './planReader.ts';

/** The duk as it was at each meeting and between them, for whoever leads: shown, and told from how it is now. */
export function timelineRoutes(options: {
  readonly sessions: Sessions;
  readonly moments: KeptMoments;
  readonly archive: Pick<PlanArchive, 'list'>;
  readonly directory: Pick<Directory, 'listParticipants' | 'helperSeats' | 'seatsOfPerson'>;
  readonly reader: Pick<PlanReader, 'moment'>;
  /** The operator's own. */
  readonly layouts: readonly Template[];
  readonly clock: () => number;
}): FastifyPluginAsyncZod {
  const { sessions, moments, archive, directory, reader } = options;

  return async (app) => {
    app.get(
      '/api/boards/:boardId/timeline',
      {
        schema: {
          summary: 'The moments of a duk that can be looked at again, oldest first; the last is now',
          params: boardParams,
          response: { 200: timelineReply, ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'keepBoard');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        inLog(request, seatInLog(seat.value), { kind: 'timeline' });
        const [kept, versions] = await Promise.all([moments.list(boardId), archive.list(boardId)]);
        return {
          moments: kept.map(({ position, takenAt, kind }) => {
            const frozen = versions.find((one) => kind === 'freeze' && one.frozenAt === takenAt);
            return {
              position,
              takenAt,
              ...(frozen ? { version: frozen.version } : {}),
              ...(kind === 'restore' ? { isBeforeRestore: true as const } : {}),
            };
          }),
        };
      },
    );

    app.get(
      '/api/boards/:boardId/timeline/:position',
      {
        schema: {
          summary: 'The duk as it was at a moment, and what became different since, in sentences',
          params: momentParams,
          querystring: fileQuery,
          response: { 200: momentReply, ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId, position } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'keepBoard');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        inLog(request, seatInLog(seat.value), { kind: 'timeline' });
        const moment = await moments.find(boardId, Number(position));
        const updates = moment && (await moments.updatesAt(boardId, moment));
        if (!moment || !updates) return sendProblem(reply, { kind: 'momentNotFound' });
        const everybody = await directory.listParticipants(boardId);
        const told = await reader.moment(boardId, {
          past: { updates, day: osloDayOf(moment.takenAt) },
          now: {
            ...(await moments.now(boardId)),
            day: osloDayOf(options.clock()),
          },
          seats: await directory.seatsOfPerson(seat.value.person.id).then((seats) => new Set(seats)),
          names: new Map<ParticipantId, string>(everybody.map(({ id, name }) => [id, name])),
          helpers: new Set(await directory.helperSeats(boardId)),
          layouts: options.layouts,
          language: request.query.lang,
        });
        if (!told.ok) return sendProblem(reply, told.failure);
        return reply
          .header('content-type', 'application/json; charset=utf-8')
          .header('cache-control', 'no-store')
          .serializer(String)
          .send(told.value.json as never);
      },
    );
  };
}
