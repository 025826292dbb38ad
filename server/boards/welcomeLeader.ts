import type { MembershipId, ParticipantId } from '@duken/shared/access';
import type { PersonId } from '@duken/shared/board';
import type { NewBoardReply } from '@duken/shared/protocol';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { JoinBoard, Secrets, Sessions } from '../access/index.ts';
import type { Accounts } from '../storage/index.ts';
import type { CreatedBoard } from './createBoard.ts';
import { sharePath, shareUrl } from './shareUrl.ts';

/** What a leader is called until they say their name. */
const unnamedLeader = 'Investeringsleder';

/**
 * Seats whoever made a board as its leader, who speaks for a service unless they say otherwise.
 * @returns what they are told: the board, where they come to it, and the link for the others
 */
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
  readonly accounts: Pick<Accounts, 'addMembership'>;
  readonly secrets: Secrets;
  readonly clock: () => number;
}): WelcomeLeader {
  const { sessions, secrets } = options;

  /** @returns the end of the address by which they come to it again */
  async function seat(request: FastifyRequest, reply: FastifyReply, board: CreatedBoard, name?: string) {
    const { boardId, ledBy } = board;
    if ('account' in ledBy) {
      await options.accounts.addMembership({
        id: secrets.newId() as MembershipId,
        boardId,
        accountId: ledBy.account.id,
        isOwner: true,
        name: name ?? ledBy.account.name,
        participantId: secrets.newId() as ParticipantId,
        personId: secrets.newId() as PersonId,
        createdAt: options.clock(),
      });
      return `/duk/${boardId}`;
    }
    const session = sessions.open(request);
    const leader = { boardId, secret: ledBy.secret, name: name ?? unnamedLeader, voice: 'service' } as const;
    const joined = await options.joinBoard(leader, session);
    if (!joined.ok) throw new Error('a board just made refused its own leader link');
    sessions.give(reply, session);
    return sharePath(boardId, ledBy.secret, 'leader');
  }

  return async (request, reply, board, name) => {
    const path = await seat(request, reply, board, name);
    const origin = options.originOf(request);
    const { boardId, joinSecret } = board;
    return { boardId, leaderUrl: `${origin}${path}`, joinUrl: shareUrl(origin, boardId, joinSecret, 'editor') };
  };
}
