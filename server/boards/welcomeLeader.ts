import type { NewBoardReply } from '@duken/shared/protocol';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { JoinBoard, Sessions } from '../access/index.ts';
import type { CreatedBoard } from './createBoard.ts';
import { shareUrl } from './shareUrl.ts';

/** What a leader is called until they say their name. */
const unnamedLeader = 'Investeringsleder';

/** Seats whoever made a board as its leader, who speaks for a service unless they say otherwise. @returns what they are told: the board and its two links */
export type WelcomeLeader = (
  request: FastifyRequest,
  reply: FastifyReply,
  board: CreatedBoard,
  name?: string,
) => Promise<NewBoardReply>;

export function welcomeLeaderWith(options: {
  readonly joinBoard: JoinBoard;
  readonly sessions: Sessions;
  readonly originOf: (request: FastifyRequest) => string;
}): WelcomeLeader {
  return async (request, reply, { boardId, leaderSecret, joinSecret }, name = unnamedLeader) => {
    const session = options.sessions.open(request);
    const joined = await options.joinBoard({ boardId, secret: leaderSecret, name, voice: 'service' }, session);
    if (!joined.ok) throw new Error('a board just made refused its own leader link');
    options.sessions.give(reply, session);
    const origin = options.originOf(request);
    return {
      boardId,
      leaderUrl: shareUrl(origin, boardId, leaderSecret, 'leader'),
      joinUrl: shareUrl(origin, boardId, joinSecret, 'editor'),
    };
  };
}
