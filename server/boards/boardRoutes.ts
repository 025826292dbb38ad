import type { BoardId } from '@duken/shared/board';
import {
  boardListReply,
  boardParams,
  invitationReply,
  invitationRequest,
  joinReply,
  joinRequest,
  meReply,
  newBoardReply,
  newBoardRequest,
  participantsReply,
} from '@duken/shared/protocol';
import type { Layouts } from '@duken/shared/template';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { AccessWatch, JoinBoard, JoinFailure, ReadInvitation, Sessions, WrongSecrets } from '../access/index.ts';
import { problemReplies, type RateLimits, sendProblem } from '../http/index.ts';
import type { Directory } from '../storage/index.ts';
import type { BoardNews } from './boardNews.ts';
import type { CreateBoard } from './createBoard.ts';
import type { WelcomeLeader } from './welcomeLeader.ts';
import { whoseIs } from './whoseIs.ts';

/** New boards, coming in, and who is here. */
export function boardRoutes(options: {
  readonly directory: Directory;
  readonly sessions: Sessions;
  readonly joinBoard: JoinBoard;
  readonly readInvitation: ReadInvitation;
  readonly createBoard: CreateBoard;
  readonly welcomeLeader: WelcomeLeader;
  readonly news: BoardNews;
  readonly accessWatch: AccessWatch;
  readonly limits: RateLimits;
  readonly wrongSecrets: WrongSecrets;
  readonly clock: () => number;
  readonly layouts: Layouts;
  /** Ids of those whose duk is open now. */
  readonly online: (boardId: BoardId) => ReadonlySet<string>;
}): FastifyPluginAsyncZod {
  const { directory, sessions, limits, layouts } = options;

  /** A secret that opened nothing is counted; whoever has sent too many is told to wait. */
  function refuse(request: FastifyRequest, reply: FastifyReply, failure: JoinFailure): FastifyReply {
    const waitMs = options.wrongSecrets.count(request.ip, options.clock());
    if (waitMs === 0) return sendProblem(reply, failure);
    return sendProblem(reply.header('retry-after', String(waitMs / 1000)), { kind: 'tooManyRequests' });
  }

  return async (app) => {
    app.post(
      '/api/boards',
      {
        config: { rateLimit: { max: limits.newBoardsPerMinute, timeWindow: '1 minute' } },
        schema: {
          summary: 'A new board; whoever asks becomes its leader',
          body: newBoardRequest,
          response: { 201: newBoardReply, ...problemReplies },
        },
      },
      async (request, reply) => {
        const { title, templateId, name } = request.body;
        if (!layouts.has(templateId)) {
          const detail = `Må være en av ${[...layouts.keys()].join(', ')}.`;
          return sendProblem(reply, { kind: 'invalidRequest' }, [{ pointer: '/templateId', detail }]);
        }
        const board = await options.createBoard({ title, templateId, for: whoseIs(title) });
        return reply.code(201).send(await options.welcomeLeader(request, reply, board, name));
      },
    );

    app.get(
      '/api/boards',
      { schema: { summary: 'The boards this session is in', response: { 200: boardListReply, ...problemReplies } } },
      async (request) => {
        const seats = await sessions.seatsOf(request);
        return {
          boards: await Promise.all(
            seats.map(async ({ board, participant }) => ({
              boardId: board.id,
              title: board.title,
              role: participant.role,
              createdAt: board.createdAt,
              versions: await countVersions(directory, board.id),
            })),
          ),
        };
      },
    );

    app.post(
      '/api/boards/:boardId/invitation',
      {
        schema: {
          summary: 'What a share link leads to; refused as joining is',
          params: boardParams,
          body: invitationRequest,
          response: { 200: invitationReply, ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId } = request.params;
        const invitation = await options.readInvitation({ boardId, secret: request.body.secret });
        return invitation.ok ? invitation.value : refuse(request, reply, invitation.failure);
      },
    );

    app.post(
      '/api/boards/:boardId/join',
      {
        schema: {
          summary: 'Comes in by a share link',
          params: boardParams,
          body: joinRequest,
          response: { 200: joinReply, ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId } = request.params;
        const joined = await options.joinBoard({ boardId, ...request.body }, () => sessions.open(request, reply));
        if (!joined.ok) return refuse(request, reply, joined.failure);
        // The same browser may have had another seat here, and have it open.
        options.accessWatch.changed(boardId);
        options.news.publish(boardId, 'participants');
        return { participantId: joined.value.id, role: joined.value.role, state: 'in' as const };
      },
    );

    app.get(
      '/api/boards/:boardId/me',
      {
        schema: {
          summary: 'Who this session is at the board',
          params: boardParams,
          response: { 200: meReply, ...problemReplies },
        },
      },
      async (request, reply) => {
        const seat = await sessions.seatOf(request, request.params.boardId);
        if (!seat.ok) return sendProblem(reply, seat.failure);
        const { participant, board } = seat.value;
        const layout = layouts.get(board.templateId);
        return {
          participantId: participant.id,
          name: participant.name,
          role: participant.role,
          state: 'in' as const,
          ...(participant.voice === undefined ? {} : { voice: participant.voice }),
          title: board.title,
          templateId: board.templateId,
          ...(layout ? { layout } : {}),
        };
      },
    );

    app.get(
      '/api/boards/:boardId/participants',
      {
        schema: {
          summary: 'Everybody who has come in, and who is here now',
          params: boardParams,
          response: { 200: participantsReply, ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'read');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        const online = options.online(boardId);
        const participants = await directory.listParticipants(boardId);
        return {
          participants: participants.map(({ id, boardId: _, linkId: __, ...participant }) => ({
            participantId: id,
            ...participant,
            online: online.has(id),
          })),
        };
      },
    );
  };
}

async function countVersions(directory: Directory, boardId: BoardId): Promise<number> {
  return (await directory.listMeetings(boardId)).filter((meeting) => meeting.version !== undefined).length;
}
