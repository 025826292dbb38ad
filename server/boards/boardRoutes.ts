import { may } from '@duken/shared/access';
import type { BoardId } from '@duken/shared/board';
import { runsOutSoon, sharingNow } from '@duken/shared/consent';
import { isChild, isGivenPlans } from '@duken/shared/people';
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
} from '@duken/shared/protocol';
import type { Layouts } from '@duken/shared/template';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import {
  type AccessWatch,
  askerOf,
  type JoinBoard,
  type JoinFailure,
  type Opening,
  type OwnSeat,
  osloDayOf,
  type ReadInvitation,
  type Sessions,
  voicesOf,
  type WrongSecrets,
} from '../access/index.ts';
import { problemReplies, type RateLimits, sendProblem } from '../http/index.ts';
import type { CaseEnds, Consents, Directory, PersonRow, Stories } from '../storage/index.ts';
import type { BoardNews } from './boardNews.ts';
import type { CreateBoard } from './createBoard.ts';
import { type AdmitNewBoard, sendNewBoardProblem } from './newBoards.ts';
import type { WelcomeLeader } from './welcomeLeader.ts';
import { whoseIs } from './whoseIs.ts';

/** New boards, coming in, and who is here. */
export function boardRoutes(options: {
  readonly directory: Directory;
  readonly caseEnds: Pick<CaseEnds, 'reasonOf'>;
  readonly consents: Pick<Consents, 'list'>;
  readonly stories: Pick<Stories, 'isAny'>;
  readonly sessions: Sessions;
  readonly joinBoard: JoinBoard;
  readonly readInvitation: ReadInvitation;
  readonly createBoard: CreateBoard;
  readonly admitNewBoard: AdmitNewBoard;
  readonly welcomeLeader: WelcomeLeader;
  readonly opening: Pick<Opening, 'makerOf'>;
  readonly news: BoardNews;
  readonly accessWatch: AccessWatch;
  readonly limits: RateLimits;
  readonly wrongSecrets: WrongSecrets;
  readonly clock: () => number;
  readonly layouts: Layouts;
}): FastifyPluginAsyncZod {
  const { directory, sessions, limits, layouts } = options;

  /** A secret that opened nothing is counted; whoever has sent too many is told to wait. */
  function refuse(request: FastifyRequest, reply: FastifyReply, failure: JoinFailure): FastifyReply {
    const waitMs = options.wrongSecrets.count(request.ip, options.clock());
    if (waitMs === 0) return sendProblem(reply, failure);
    return sendProblem(reply.header('retry-after', String(waitMs / 1000)), { kind: 'tooManyRequests' });
  }

  /** Who writes for a child, and did. */
  async function helpFor({ id, boardId, helperId, helperConfirmed }: PersonRow) {
    const people = helperId === undefined ? [] : await directory.listPeople(boardId);
    const helper = people.find((person) => person.id === helperId);
    const confirmed = helperConfirmed === undefined ? {} : { confirmed: helperConfirmed };
    return {
      ...(helper ? { helper: { personId: helper.id, name: helper.name, ...confirmed } } : {}),
      helpers: [...(await directory.helperSeats(boardId, id))],
    };
  }

  /** Who can see what is written, for everybody who enters; and to whoever leads, what soon runs out. */
  async function sharingOf({ board, participant, hasConsents }: OwnSeat) {
    if (!hasConsents) return {};
    const [all, today] = [await options.consents.list(board.id), osloDayOf(options.clock())];
    const sharing = sharingNow(all, today).map(({ services, themes, until }) => ({
      services: [...services],
      themes: [...themes],
      until,
    }));
    return participant.role === 'leader' ? { sharing, sharingEnds: [...runsOutSoon(all, today)] } : { sharing };
  }

  /** To whoever leads, why the case was closed. */
  async function closingOf({ board, participant }: OwnSeat) {
    if (board.archivedAt === undefined || participant.role !== 'leader') return {};
    const closingReason = await options.caseEnds.reasonOf(board.id);
    return closingReason === undefined ? {} : { closingReason };
  }

  return async (app) => {
    app.post(
      '/api/boards',
      {
        config: { rateLimit: { max: limits.newBoardsPerMinute, timeWindow: '1 minute' } },
        schema: {
          summary: 'A new board; whoever asks becomes its leader. Once there is an account, they must be signed in',
          body: newBoardRequest([...layouts.keys()]),
          response: { 201: newBoardReply, ...problemReplies },
        },
      },
      async (request, reply) => {
        const maker = await options.opening.makerOf(request);
        if (!maker.ok) return sendProblem(reply, maker.failure);
        const admitted = await options.admitNewBoard(request.ip);
        if (!admitted.ok) return sendNewBoardProblem(reply, admitted.failure);
        const { title, templateId, name } = request.body;
        const board = await options.createBoard({ title, templateId, for: whoseIs(title), leader: maker.value });
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
            seats.map(async ({ board, ...seat }) => ({
              boardId: board.id,
              title: board.title,
              role: seat.participant.role,
              createdAt: board.createdAt,
              ...(board.expiresAt === undefined ? {} : { expiresAt: board.expiresAt }),
              ...(board.archivedAt === undefined ? {} : { archivedAt: board.archivedAt }),
              ...(may(askerOf({ ...seat, board }), 'readPlans')
                ? { versions: await countVersions(directory, board.id) }
                : {}),
            })),
          ),
        };
      },
    );

    app.post(
      '/api/boards/:boardId/invitation',
      {
        schema: {
          summary: 'What a share link gives, and nothing of the case; refused as joining is',
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
          summary: 'Comes in by a share link, or into its lobby',
          params: boardParams,
          body: joinRequest,
          response: { 200: joinReply, ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId } = request.params;
        const session = sessions.open(request);
        const joined = await options.joinBoard({ boardId, ...request.body }, session);
        if (!joined.ok) return refuse(request, reply, joined.failure);
        sessions.give(reply, session);
        // The same browser may have had another seat here, and have it open.
        options.accessWatch.changed(boardId);
        options.news.publish(boardId, 'participants');
        options.news.publish(boardId, 'people');
        const { id, role, state } = joined.value;
        return { participantId: id, role, state: state === 'in' ? ('in' as const) : ('waiting' as const) };
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
        if (!seat.ok) {
          if (seat.failure.kind !== 'waiting') return sendProblem(reply, seat.failure);
          const { participantId, name, role } = seat.failure;
          return { participantId, name, role, state: 'waiting' as const };
        }
        const { participant, person, board, helps } = seat.value;
        const layout = layouts.get(board.templateId);
        const isOfChild = isChild(person, participant.role === 'leader');
        return {
          participantId: participant.id,
          personId: person.id,
          seats: [...(await directory.seatsOfPerson(person.id))],
          name: participant.name,
          role: participant.role,
          state: 'in' as const,
          ...(participant.voice === undefined ? {} : { voice: participant.voice }),
          voices: [...voicesOf(seat.value)],
          ...(isOfChild ? await helpFor(person) : {}),
          ...(helps === undefined ? {} : { hasHelped: true as const }),
          ...(participant.service === undefined ? {} : { service: participant.service }),
          plansGiven: isGivenPlans(person),
          isSubject: person.isSubject,
          ...((await options.stories.isAny(board.id)) ? { hasStories: true as const } : {}),
          title: board.title,
          templateId: board.templateId,
          stays: sessions.staysFor(seat.value),
          ...(layout ? { layout } : {}),
          ...(board.expiresAt === undefined ? {} : { expiresAt: board.expiresAt }),
          ...(board.archivedAt === undefined ? {} : { archivedAt: board.archivedAt }),
          ...(await closingOf(seat.value)),
          ...(await sharingOf(seat.value)),
        };
      },
    );
  };
}

async function countVersions(directory: Directory, boardId: BoardId): Promise<number> {
  return (await directory.listMeetings(boardId)).filter((meeting) => meeting.version !== undefined).length;
}
