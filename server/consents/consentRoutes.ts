import type { BoardId } from '@duken/shared/board';
import { type Consent, type ConsentId, consentState, servicesOutAfter } from '@duken/shared/consent';
import {
  boardParams,
  type ConsentReply,
  consentParams,
  consentSchema,
  consentsReply,
  newConsentRequest,
  withdrawConsentReply,
  withdrawConsentRequest,
} from '@duken/shared/protocol';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { osloDayOf, type Secrets, type Sessions } from '../access/index.ts';
import { problemReplies, sendProblem } from '../http/index.ts';
import { inLog, logFirst, seatInLog } from '../log/index.ts';
import type { ArchivedVersionHead, Consents, PlanArchive } from '../storage/index.ts';

/** Consents to share: written down by the leader, seen by whom the plan is about too, and withdrawn at a word. */
export function consentRoutes(options: {
  readonly sessions: Sessions;
  readonly consents: Consents;
  readonly archive: Pick<PlanArchive, 'list'>;
  readonly secrets: Secrets;
  readonly clock: () => number;
  /** Who may be at a board has changed. */
  readonly onChanged: (boardId: BoardId) => void;
}): FastifyPluginAsyncZod {
  const { sessions, consents, archive, clock } = options;

  return async (app) => {
    app.get(
      '/api/boards/:boardId/consents',
      {
        schema: {
          summary: 'Who lets which services share what, newest first; those that count no more too',
          params: boardParams,
          response: { 200: consentsReply, ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'readConsents');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        inLog(request, seatInLog(seat.value), { kind: 'consents' });
        const [all, versions] = await Promise.all([consents.list(boardId), archive.list(boardId)]);
        return { consents: all.toReversed().map((consent) => replyOf(consent, versions, clock())) };
      },
    );

    app.post(
      '/api/boards/:boardId/consents',
      {
        schema: {
          summary: 'Writes down a consent to share; from the first one on, services that none names have no place',
          params: boardParams,
          body: newConsentRequest,
          response: { 201: consentSchema, ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'keepConsents');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        const now = clock();
        if (request.body.until < osloDayOf(now)) {
          const detail = 'Må være i dag eller senere.';
          return sendProblem(reply, { kind: 'invalidRequest' }, [{ pointer: '/until', detail }]);
        }
        const { person } = seat.value;
        const consent: Consent = {
          ...request.body,
          id: options.secrets.newId() as ConsentId,
          recordedBy: { personId: person.id, name: person.name },
          recordedAt: now,
        };
        await logFirst(request, seatInLog(seat.value), { kind: 'consentRecorded' });
        await consents.record(boardId, consent);
        options.onChanged(boardId);
        return reply.code(201).send(replyOf(consent, [], now));
      },
    );

    app.post(
      '/api/boards/:boardId/consents/:consentId/withdraw',
      {
        schema: {
          summary: 'Withdraws a consent; services that no other names are out at once, wherever they sit',
          params: consentParams,
          body: withdrawConsentRequest,
          response: { 200: withdrawConsentReply, ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId, consentId } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'keepConsents');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        const { person } = seat.value;
        const now = clock();
        const known = (await consents.list(boardId)).find(({ id }) => id === consentId);
        if (known && !known.withdrawal) await logFirst(request, seatInLog(seat.value), { kind: 'consentWithdrawn' });
        const withdrawn = await consents.withdraw(boardId, consentId, {
          ...request.body,
          recordedBy: { personId: person.id, name: person.name },
          at: now,
        });
        if (!withdrawn) return sendProblem(reply, { kind: 'consentNotFound' });
        options.onChanged(boardId);
        const [after, versions] = await Promise.all([consents.list(boardId), archive.list(boardId)]);
        const { withdrawal: _, ...before } = withdrawn;
        const others = after.filter(({ id }) => id !== consentId);
        return {
          consent: replyOf(withdrawn, versions, now),
          servicesOut: [...servicesOutAfter([...others, before], after, osloDayOf(now))],
        };
      },
    );
  };
}

function replyOf(consent: Consent, versions: readonly ArchivedVersionHead[], now: number): ConsentReply {
  const { id, services, themes, recordedBy, withdrawal, ...rest } = consent;
  return {
    ...rest,
    consentId: id,
    services: [...services],
    themes: [...themes],
    recordedBy: recordedBy.name,
    state: consentState(consent, osloDayOf(now)),
    ...(withdrawal ? { withdrawal: { ...withdrawal, recordedBy: withdrawal.recordedBy.name } } : {}),
    versions: versions.flatMap(({ version, consents }) => (consents?.includes(id) ? [version] : [])),
  };
}
