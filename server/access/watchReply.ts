import type { Permission } from '@duken/shared/access';
import type { BoardId } from '@duken/shared/board';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AccessAnswer } from './accessQuestion.ts';
import type { AccessWatch } from './accessWatch.ts';
import type { Sessions } from './session.ts';

/**
 * Asks whether somebody may have a file, and watches until all of it has left: when their access ends before that, what
 * has not left is cut off.
 */
export type WatchReply = (
  request: FastifyRequest,
  reply: FastifyReply,
  boardId: BoardId,
  permission: Permission,
) => Promise<AccessAnswer>;

export function watchReplyWith(options: {
  readonly sessions: Sessions;
  readonly accessWatch: AccessWatch;
}): WatchReply {
  const { sessions, accessWatch } = options;
  return (request, reply, boardId, permission) => {
    const { socket } = reply.raw;
    const watched = accessWatch.open(sessions.questionFor(request, boardId, permission), (answer) => {
      if (!answer.ok) socket?.destroy();
    });
    reply.raw.once('close', watched.end);
    return watched.first;
  };
}
