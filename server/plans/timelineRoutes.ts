import { type BoardId, documentIdOf, type ParticipantId } from '@duken/shared/access';
import { boardParams, fileQuery, momentParams, momentReply, timelineReply } from '@duken/shared/protocol';
import type { Template } from '@duken/shared/template';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { osloDayOf, type Sessions } from '../access/index.ts';
import { problemReplies, sendProblem } from '../http/index.ts';
import { inLog, seatInLog } from '../log/index.ts';
import { type Directory, type Journal, type PlanArchive, updatesIn } from '../storage/index.ts';
import { type Moment, momentsOf } from './momentsOf.ts';
import type { PlanReader } from './planReader.ts';

/** The duk as it was at each meeting and between them, for whoever leads: shown, and told from how it is now. */
export function timelineRoutes(options: {
  readonly sessions: Sessions;
  readonly journal: Pick<Journal, 'read' | 'times' | 'checkpoints' | 'readCheckpoint'>;
  readonly archive: Pick<PlanArchive, 'list'>;
  readonly directory: Pick<Directory, 'listParticipants' | 'helperSeats'>;
  readonly reader: Pick<PlanReader, 'moment'>;
  /** The operator's own. */
  readonly layouts: readonly Template[];
  readonly clock: () => number;
}): FastifyPluginAsyncZod {
  const { sessions, journal, archive, directory, reader } = options;

  async function momentsOn(boardId: BoardId): Promise<readonly Moment[]> {
    const duk = documentIdOf(boardId, 'duk');
    return momentsOf(await journal.checkpoints(duk), await journal.times(duk));
  }

  /** All that had been written then; undefined where it is kept no more. */
  async function updatesAt(boardId: BoardId, moment: Moment): Promise<readonly Uint8Array[] | undefined> {
    const duk = documentIdOf(boardId, 'duk');
    const kept = await journal.readCheckpoint(duk, moment);
    if (kept) return [kept];
    const entries = await journal.read(duk);
    // The first entry may hold what was folded since.
    if ((entries[0]?.position ?? 0) > moment.position) return undefined;
    return updatesIn(entries.filter(({ position }) => position <= moment.position));
  }

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
        const [moments, versions] = await Promise.all([momentsOn(boardId), archive.list(boardId)]);
        return {
          moments: moments.map(({ position, takenAt, kind }) => {
            const frozen = versions.find((one) => kind === 'freeze' && one.frozenAt === takenAt);
            return { position, takenAt, ...(frozen ? { version: frozen.version } : {}) };
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
        const moment = (await momentsOn(boardId)).find((one) => String(one.position) === position);
        const updates = moment && (await updatesAt(boardId, moment));
        if (!moment || !updates) return sendProblem(reply, { kind: 'momentNotFound' });
        const seats = await directory.listParticipants(boardId);
        const told = await reader.moment(boardId, {
          past: { updates, day: osloDayOf(moment.takenAt) },
          now: {
            updates: updatesIn(await journal.read(documentIdOf(boardId, 'duk'))),
            day: osloDayOf(options.clock()),
          },
          names: new Map<ParticipantId, string>(seats.map(({ id, name }) => [id, name])),
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
