import type { BoardId, PersonId } from '@duken/shared/board';
import type { LifeFault } from '@duken/shared/plan';
import {
  actionParams,
  answerLinksReply,
  boardParams,
  checkWordsRequest,
  newAnswerLinkReply,
  newAnswerLinkRequest,
  outsideWordsReply,
  personParams,
  saidReply,
  settleRequest,
} from '@duken/shared/protocol';
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Sessions } from '../access/index.ts';
import { problemReplies, sendProblem } from '../http/index.ts';
import { inLog, logFirst, seatInLog } from '../log/index.ts';
import type { AnswerStore, Directory } from '../storage/index.ts';
import type { AnswerDoor } from './answerDoor.ts';
import type { Answering } from './answering.ts';
import type { MakeAnswerLink } from './answerLinks.ts';
import type { Calendars } from './calendars.ts';

/** The leader's side of answering: who has which link, what it says, and seeing to what was answered. */
export function answerLinkRoutes(options: {
  readonly sessions: Sessions;
  readonly directory: Pick<Directory, 'listPeople'>;
  readonly answers: AnswerStore;
  readonly answering: Answering;
  readonly mayAnswer: AnswerDoor;
  readonly makeLink: MakeAnswerLink;
  readonly calendars: Pick<Calendars, 'count' | 'withdraw'>;
  readonly originOf: (request: FastifyRequest) => string;
  readonly clock: () => number;
  /** Why nobody is told now what they said yes to. */
  readonly faultOfSending: (boardId: BoardId) => Promise<LifeFault | undefined>;
  readonly onSettled: (boardId: BoardId) => void;
}): FastifyPluginAsyncZod {
  const { sessions, directory, answers, answering, clock } = options;

  async function nameOf(boardId: BoardId, personId: PersonId): Promise<string> {
    return (await directory.listPeople(boardId)).find(({ id }) => id === personId)?.name ?? '';
  }

  async function replyOf(boardId: BoardId, personId: PersonId) {
    const promises = await answering.promisesOf(boardId, personId);
    const person = (await directory.listPeople(boardId)).find(({ id }) => id === personId);
    if (!promises || !person) return undefined;
    const links = (await answers.linksOf(boardId, clock())).filter((link) => link.personId === personId);
    const last = links[0];
    return {
      personId,
      name: person.name,
      links: links.length,
      ...(last ? { expiresAt: last.expiresAt } : {}),
      calendars: await options.calendars.count(boardId, personId),
      items: promises.map(({ noteId, source, text, isChecked, due, isDone }) => ({
        noteId,
        source,
        text,
        isChecked,
        due,
        isDone,
      })),
    };
  }

  return async (app) => {
    const path = '/api/boards/:boardId/people/:personId/answer-links';
    app.get(
      path,
      {
        schema: {
          summary: 'What a person has said yes to, in the words that their link shows, and how many links work',
          params: personParams,
          response: { 200: answerLinksReply, ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId, personId } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'followUp');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        inLog(request, seatInLog(seat.value), { kind: 'followUp' });
        return (await replyOf(boardId, personId)) ?? sendProblem(reply, { kind: 'personNotFound' });
      },
    );

    app.post(
      path,
      {
        schema: {
          summary: 'A link by which a person answers to the tiltak they have; the texts are what it shows of each',
          params: personParams,
          body: newAnswerLinkRequest,
          response: { 201: newAnswerLinkReply, ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId, personId } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'followUp');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        const promises = await answering.promisesOf(boardId, personId);
        if (!promises) return sendProblem(reply, { kind: 'personNotFound' });
        const person = (await directory.listPeople(boardId)).find(({ id }) => id === personId);
        if (!person) return sendProblem(reply, { kind: 'personNotFound' });
        if (!(await options.mayAnswer(boardId, person))) return sendProblem(reply, { kind: 'serviceNotInConsent' });
        const fault = await options.faultOfSending(boardId);
        if (fault) return sendProblem(reply, { kind: fault });
        await logFirst(request, seatInLog(seat.value), { kind: 'answerLinkMade', whom: person.name });
        // Whoever makes a link has looked over what it shows: what they have no other words for is as it was proposed.
        const given = new Map(Object.entries(request.body.texts ?? {}));
        await answering.checkWords(
          boardId,
          Object.fromEntries(promises.map(({ noteId, text }) => [noteId, given.get(noteId) ?? text])),
        );
        const made = await options.makeLink(options.originOf(request), boardId, personId);
        return reply.code(201).header('cache-control', 'no-store').send(made);
      },
    );

    app.delete(
      path,
      {
        schema: {
          summary: 'Withdraws every link that a person answers by, and every address of their calendar',
          params: personParams,
          response: { 204: z.undefined(), ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId, personId } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'followUp');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        if (!(await answering.promisesOf(boardId, personId))) return sendProblem(reply, { kind: 'personNotFound' });
        const whom = await nameOf(boardId, personId);
        await logFirst(request, seatInLog(seat.value), { kind: 'answerLinksWithdrawn', whom });
        // Whoever shall answer no more is not told the days either. The links first: one that works makes another feed.
        await answers.withdrawLinks(boardId, personId, clock());
        await options.calendars.withdraw(boardId, personId);
        return reply.code(204).send();
      },
    );

    app.get(
      '/api/boards/:boardId/answers',
      {
        schema: {
          summary: 'What each who does an open tiltak has last said of it by a link of their own',
          params: boardParams,
          response: { 200: saidReply, ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'followUp');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        inLog(request, seatInLog(seat.value), { kind: 'followUp' });
        const said = await answering.saidOf(boardId);
        return {
          items: said.map(({ noteId, doers }) => ({
            noteId,
            doers: doers.map(({ name, answer }) => ({
              name,
              ...(answer && {
                answer: {
                  answer: answer.answer,
                  on: answer.answeredOn,
                  ...(answer.line === undefined ? {} : { line: answer.line }),
                  ...(answer.date === undefined ? {} : { date: answer.date }),
                },
              }),
            })),
          })),
        };
      },
    );

    app.get(
      '/api/boards/:boardId/outside-words',
      {
        schema: {
          summary: 'What each open tiltak is called outside the case, and whether the leader has looked over it',
          params: boardParams,
          response: { 200: outsideWordsReply, ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'followUp');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        inLog(request, seatInLog(seat.value), { kind: 'followUp' });
        const words = (await answering.wordsOf(boardId)) ?? [];
        return { items: words.map((item) => ({ ...item, doers: [...item.doers] })) };
      },
    );

    app.patch(
      '/api/boards/:boardId/outside-words',
      {
        schema: {
          summary: 'The leader has looked over what these tiltak are called outside the case',
          params: boardParams,
          body: checkWordsRequest,
          response: { 204: z.undefined(), ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'followUp');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        await answering.checkWords(boardId, request.body.texts);
        options.onSettled(boardId);
        return reply.code(204).send();
      },
    );

    app.post(
      '/api/boards/:boardId/actions/:noteId/settle',
      {
        schema: {
          summary: 'The leader has seen to what was answered to a tiltak',
          params: actionParams,
          body: settleRequest,
          response: { 204: z.undefined(), ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId, noteId } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'followUp');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        await answers.settle(boardId, noteId, clock());
        options.onSettled(boardId);
        return reply.code(204).send();
      },
    );
  };
}
