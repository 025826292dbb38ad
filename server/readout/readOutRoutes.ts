import type { BoardId, NoteId, PersonId } from '@duken/shared/board';
import { boardParams, readOutRequest, wasReadOutRequest } from '@duken/shared/protocol';
import {
  handedOverAs,
  putToReadOut,
  type QuietCommand,
  readQuiet,
  removeToReadOut,
  setHandedOver,
} from '@duken/shared/quiet';
import { failed, type Result, succeeded } from '@duken/shared/result';
import { isBlank } from '@duken/shared/text';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Sessions } from '../access/index.ts';
import { problemReplies, sendProblem } from '../http/index.ts';
import type { Directory } from '../storage/index.ts';

/** How often an address may hand over, take back or say that it was read in a minute: a whole table behind one address. */
const requestsPerMinute = 60;

/**
 * Whoever is quiet hands words of their own to whoever leads, to be read out. They go from one private document to another, with the
 * name of whose they are, and nobody else is told: nothing of it lies on the duk, in a row or in the log.
 */
export function readOutRoutes(options: {
  readonly sessions: Sessions;
  readonly directory: Pick<Directory, 'listParticipants'>;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  /** Reads or changes what one person has for themself. */
  readonly onPrivate: <Value>(boardId: BoardId, personId: PersonId, command: QuietCommand<Value>) => Promise<Value>;
}): FastifyPluginAsyncZod {
  const { sessions, directory, clock, onPrivate } = options;

  /** Those who lead the duk, each once. */
  async function leadersOf(boardId: BoardId): Promise<readonly PersonId[]> {
    const seats = await directory.listParticipants(boardId);
    const leading = seats.filter(
      ({ role, state, removedAt }) => role === 'leader' && state === 'in' && removedAt === undefined,
    );
    return [...new Set(leading.flatMap(({ personId }) => personId ?? []))];
  }

  async function handOver(
    boardId: BoardId,
    writer: { readonly personId: PersonId; readonly name: string },
    draftId: NoteId,
  ): Promise<
    Result<void, { readonly kind: 'draftNotFound' | 'draftHandedOver' | 'nobodyLeads' | 'tooManyToReadOut' }>
  > {
    const leaders = (await leadersOf(boardId)).filter((id) => id !== writer.personId);
    if (leaders.length === 0) return failed({ kind: 'nobodyLeads' });
    const draft = await onPrivate(boardId, writer.personId, (doc) =>
      readQuiet(doc).drafts.find(({ id, text }) => id === draftId && !isBlank(text)),
    );
    if (!draft) return failed({ kind: 'draftNotFound' });
    if (draft.handed) return failed({ kind: 'draftHandedOver' });
    const { personId: byPerson, name: by } = writer;
    const toRead = { draftId, byPerson, by, words: draft.text.trim(), at: clock() };
    for (const leader of leaders) {
      const put = await onPrivate(boardId, leader, (doc) => putToReadOut(doc, toRead));
      if (!put.ok) return put;
    }
    await onPrivate(boardId, byPerson, (doc) => setHandedOver(doc, draftId, 'waiting'));
    return succeeded(undefined);
  }

  /** @returns whether anybody who leads still had it */
  async function takeFromLeaders(boardId: BoardId, byPerson: PersonId, draftId: NoteId): Promise<boolean> {
    let wasThere = false;
    for (const leader of await leadersOf(boardId)) {
      const isGone = await onPrivate(boardId, leader, (doc) => removeToReadOut(doc, byPerson, draftId));
      wasThere = wasThere || isGone;
    }
    return wasThere;
  }

  const config = { rateLimit: { max: requestsPerMinute, timeWindow: '1 minute' } };
  return async (app) => {
    app.post(
      '/api/boards/:boardId/read-out',
      {
        config,
        schema: {
          summary: 'Hands a draft of one’s own to whoever leads, to be read out; nobody else is told',
          params: boardParams,
          body: readOutRequest,
          response: { 204: z.undefined(), ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'write');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        const { person, participant } = seat.value;
        const writer = { personId: person.id, name: participant.name };
        const handed = await handOver(boardId, writer, request.body.draftId as NoteId);
        return handed.ok ? reply.code(204).send() : sendProblem(reply, handed.failure);
      },
    );

    app.post(
      '/api/boards/:boardId/read-out/back',
      {
        config,
        schema: {
          summary: 'Takes such a draft back, as long as it was not read out',
          params: boardParams,
          body: readOutRequest,
          response: { 204: z.undefined(), ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'write');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        const { id } = seat.value.person;
        const draftId = request.body.draftId as NoteId;
        const handed = await onPrivate(boardId, id, (doc) => handedOverAs(doc, draftId));
        if (handed !== 'waiting') return sendProblem(reply, { kind: handed ? 'draftHandedOver' : 'draftNotFound' });
        await takeFromLeaders(boardId, id, draftId);
        await onPrivate(boardId, id, (doc) => setHandedOver(doc, draftId, undefined));
        return reply.code(204).send();
      },
    );

    app.post(
      '/api/boards/:boardId/read-out/done',
      {
        config,
        schema: {
          summary: 'Says that it was read out; whose it was is told',
          params: boardParams,
          body: wasReadOutRequest,
          response: { 204: z.undefined(), ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'meet');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        const byPerson = request.body.personId as PersonId;
        const draftId = request.body.draftId as NoteId;
        // Only what lies before whoever leads can have been read out.
        const isTheirs = await onPrivate(boardId, seat.value.person.id, (doc) =>
          readQuiet(doc).toReadOut.some((one) => one.byPerson === byPerson && one.draftId === draftId),
        );
        const seats = await directory.listParticipants(boardId);
        if (!isTheirs || !seats.some(({ personId }) => personId === byPerson))
          return sendProblem(reply, { kind: 'draftNotFound' });
        await takeFromLeaders(boardId, byPerson, draftId);
        await onPrivate(boardId, byPerson, (doc) => {
          // What was taken back meanwhile is its writer's alone again.
          if (handedOverAs(doc, draftId) === 'waiting') setHandedOver(doc, draftId, 'read');
        });
        return reply.code(204).send();
      },
    );
  };
}
