import {
  newSurveyReply,
  newSurveyRequest,
  surveyAnswerRequest,
  surveyLinkRequest,
  surveyResultReply,
} from '@duken/shared/protocol';
import { fitQuestions, staffQuestions, tellTally } from '@duken/shared/survey';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { hashOf, type Secrets, type Sessions, type WrongSecrets } from '../access/index.ts';
import { problemReplies, type RateLimits, sendProblem } from '../http/index.ts';
import type { Tallies } from '../storage/index.ts';
import { leadsSomewhere } from './leadsSomewhere.ts';
import { markedIn, optionsOf } from './optionsOf.ts';

/**
 * The staff survey. Whoever leads makes it, and is told its links once. Answering asks for no cookie, sets none and looks at none: the link is all,
 * and it is gone with the answer.
 */
export function surveyRoutes(options: {
  readonly tallies: Tallies;
  readonly sessions: Sessions;
  readonly secrets: Secrets;
  readonly limits: RateLimits;
  readonly wrongSecrets: WrongSecrets;
  readonly clock: () => number;
  readonly originOf: (request: FastifyRequest) => string;
}): FastifyPluginAsyncZod {
  const { tallies, sessions, secrets, limits } = options;

  /** A secret that opened nothing is counted; whoever has sent too many is told to wait. */
  function refuse(request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const waitMs = options.wrongSecrets.count(request.ip, options.clock());
    if (waitMs === 0) return sendProblem(reply, { kind: 'linkRefused' });
    return sendProblem(reply.header('retry-after', String(waitMs / 1000)), { kind: 'tooManyRequests' });
  }

  return async (app) => {
    app.post(
      '/api/surveys',
      {
        config: { rateLimit: { max: limits.newBoardsPerMinute, timeWindow: '1 minute' } },
        schema: {
          summary: 'A survey of staff, with links that each take one answer; for those who lead',
          body: newSurveyRequest,
          response: { 201: newSurveyReply, ...problemReplies },
        },
      },
      async (request, reply) => {
        const leads = await leadsSomewhere(sessions, request);
        if (!leads.ok) return sendProblem(reply, leads.failure);
        const result = secrets.newSecret();
        const tickets = Array.from({ length: request.body.links }, () => secrets.newSecret());
        await tallies.create({
          id: secrets.newId(),
          resultHash: hashOf(result),
          ticketHashes: tickets.map(hashOf),
          options: optionsOf(staffQuestions),
        });
        const page = `${options.originOf(request)}/undersokelse`;
        const answerUrls = tickets.map((secret) => `${page}/svar#${secret}`);
        return reply.code(201).send({ resultUrl: `${page}/resultat#${result}`, answerUrls });
      },
    );

    app.post(
      '/api/surveys/open',
      {
        schema: {
          summary: 'Whether a link still takes an answer; nothing is changed by asking',
          body: surveyLinkRequest,
          response: { 204: z.undefined(), ...problemReplies },
        },
      },
      async (request, reply) => {
        const isOpen = await tallies.hasTicket(hashOf(request.body.secret));
        return isOpen ? reply.code(204).send() : refuse(request, reply);
      },
    );

    app.post(
      '/api/surveys/answer',
      {
        schema: {
          summary: 'An answer, without whose it is; its link takes no other',
          body: surveyAnswerRequest,
          response: { 204: z.undefined(), ...problemReplies },
        },
      },
      async (request, reply) => {
        const { secret, marks } = request.body;
        if (!fitQuestions(marks, staffQuestions)) return sendProblem(reply, { kind: 'invalidRequest' });
        const isTaken = await tallies.answer(hashOf(secret), markedIn(marks));
        return isTaken ? reply.code(204).send() : refuse(request, reply);
      },
    );

    app.post(
      '/api/surveys/result',
      {
        schema: {
          summary: 'What may be told of a survey, for whoever holds the link to its result',
          body: surveyLinkRequest,
          response: { 200: surveyResultReply, ...problemReplies },
        },
      },
      async (request, reply) => {
        const tally = await tallies.findByResult(hashOf(request.body.secret));
        if (!tally) return refuse(request, reply);
        return { result: tellTally(tally, staffQuestions), linksLeft: tally.ticketsLeft };
      },
    );
  };
}
