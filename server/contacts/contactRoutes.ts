import { compareText } from '@duken/shared/board';
import {
  boardParams,
  type ContactReply,
  contactSchema,
  contactsReply,
  newContactRequest,
} from '@duken/shared/protocol';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { osloDayOf, type Secrets, type Sessions } from '../access/index.ts';
import { problemReplies, sendProblem } from '../http/index.ts';
import { inLog, logFirst, seatInLog } from '../log/index.ts';
import type { ContactLine, ContactLog } from '../storage/index.ts';

/**
 * The leader's contact log: rows of their own, which nothing else reads, so that they are in no plan, letter or export, and no socket
 * tells of them. What was written stands; whoever was wrong adds a line.
 */
export function contactRoutes(options: {
  readonly sessions: Sessions;
  readonly contacts: ContactLog;
  readonly secrets: Secrets;
  readonly clock: () => number;
}): FastifyPluginAsyncZod {
  const { sessions, contacts, secrets, clock } = options;
  const path = '/api/boards/:boardId/contacts';
  return async (app) => {
    app.get(
      path,
      {
        schema: {
          summary: 'What those who lead have noted for themselves, the newest day first',
          params: boardParams,
          response: { 200: contactsReply, ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'readContacts');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        inLog(request, seatInLog(seat.value), { kind: 'contacts' });
        const lines = await contacts.list(boardId);
        reply.header('cache-control', 'no-store');
        return {
          contacts: lines
            .toSorted((a, b) => compareText(b.day, a.day) || b.writtenAt - a.writtenAt || compareText(a.id, b.id))
            .map(replyOf),
        };
      },
    );

    app.post(
      path,
      {
        schema: {
          summary: 'Adds a line to the contact log; one that corrects another leaves that as it was',
          params: boardParams,
          body: newContactRequest,
          response: { 201: contactSchema, ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'keepContacts');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        const { contactId, day, words, corrects } = request.body;
        const writtenAt = clock();
        if (day > osloDayOf(writtenAt))
          return sendProblem(reply, { kind: 'invalidRequest' }, [
            { pointer: '/day', detail: 'Velg i dag, eller en dag som har vært.' },
          ]);
        const before = corrects === undefined && contactId === undefined ? [] : await contacts.list(boardId);
        const again = before.find(({ id }) => id === contactId);
        if (again) return reply.code(201).header('cache-control', 'no-store').send(replyOf(again));
        if (corrects !== undefined && !before.some(({ id }) => id === corrects))
          return sendProblem(reply, { kind: 'invalidRequest' }, [
            { pointer: '/corrects', detail: 'Er ingen linje i denne kontaktloggen.' },
          ]);
        const { person } = seat.value;
        const line: ContactLine = {
          id: contactId ?? secrets.newId(),
          day,
          words,
          by: { personId: person.id, name: person.name },
          writtenAt,
          ...(corrects === undefined ? {} : { corrects }),
        };
        await logFirst(request, seatInLog(seat.value), { kind: 'contactWritten' });
        await contacts.add(boardId, line);
        return reply.code(201).header('cache-control', 'no-store').send(replyOf(line));
      },
    );
  };
}

function replyOf({ id, day, words, by, writtenAt, corrects }: ContactLine): ContactReply {
  return { contactId: id, day, words, by: by.name, at: writtenAt, ...(corrects === undefined ? {} : { corrects }) };
}
