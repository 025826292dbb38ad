import { demoParams, newBoardReply } from '@duken/shared/protocol';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Opening } from '../access/index.ts';
import { type AdmitNewBoard, type CreateBoard, sendNewBoardProblem, type WelcomeLeader } from '../boards/index.ts';
import { problemReplies, type RateLimits, sendProblem } from '../http/index.ts';
import { demoCases, leaderOf } from './demoCase.ts';
import { type SeedTools, seedDemo } from './seedDemo.ts';

/** How long a demo is kept, in milliseconds. It is for trying out, and each is larger than many a case: 250 KiB. */
const demoLivesMs = 24 * 60 * 60 * 1000;

/** A board of one's own with one of the demo cases on it. */
export function demoRoutes(
  options: SeedTools & {
    readonly createBoard: CreateBoard;
    readonly admitNewBoard: AdmitNewBoard;
    readonly welcomeLeader: WelcomeLeader;
    readonly opening: Pick<Opening, 'makerOf'>;
    readonly limits: RateLimits;
  },
): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      '/api/demos/:demoId',
      {
        config: { rateLimit: { max: options.limits.newDemosPerMinute, timeWindow: '1 minute' } },
        schema: {
          summary: 'A new board that a demo case has been played on, for a day; whoever asks becomes its leader',
          params: demoParams,
          response: { 201: newBoardReply, ...problemReplies },
        },
      },
      async (request, reply) => {
        const maker = await options.opening.makerOf(request);
        if (!maker.ok) return sendProblem(reply, maker.failure);
        const admitted = await options.admitNewBoard(request.ip);
        if (!admitted.ok) return sendNewBoardProblem(reply, admitted.failure);
        const demo = demoCases[request.params.demoId];
        const board = await options.createBoard({
          title: demo.title,
          templateId: 'lorenskog',
          for: demo.for,
          endsAfterMs: demoLivesMs,
          leader: maker.value,
        });
        // Seated first, so that the case's leader is the one who asked, and not somebody else of the same name.
        const welcome = await options.welcomeLeader(request, reply, board, leaderOf(demo));
        const [leader] = await options.storage.directory.listParticipants(board.boardId);
        if (!leader) throw new Error('a board that was just made has no leader');
        await seedDemo(options, board, leader.id, demo);
        return reply.code(201).send(welcome);
      },
    );
  };
}
