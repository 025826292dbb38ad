import type { Writer } from '@duken/shared/access';
import type { BoardId } from '@duken/shared/board';
import { boardParams, boardReply, changeBoardRequest } from '@duken/shared/protocol';
import type { Result } from '@duken/shared/result';
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Sessions } from '../access/index.ts';
import { problemReplies, sendProblem } from '../http/index.ts';
import { logFirst, seatInLog } from '../log/index.ts';
import type { CaseEnds, Directory } from '../storage/index.ts';

/** What a leader does with a whole case: names it, closes it for a reason and opens it again, erases it. */
export function keepBoardRoutes(options: {
  readonly sessions: Sessions;
  readonly directory: Directory;
  readonly caseEnds: Pick<CaseEnds, 'setReason' | 'erase'>;
  /** Whether they proved a moment ago who they are. */
  readonly isProvedAnew: (request: FastifyRequest) => Promise<boolean>;
  readonly clock: () => number;
  /** Writes the title on the duk, in somebody's name. */
  readonly rename: (
    boardId: BoardId,
    title: string,
    hand: Pick<Writer, 'participantId' | 'seats'>,
  ) => Promise<Result<unknown, unknown>>;
  /** What may be done at a board has changed, or it has ended. */
  readonly onChanged: (boardId: BoardId) => void;
}): FastifyPluginAsyncZod {
  const { sessions, directory, caseEnds, clock } = options;
  return async (app) => {
    app.patch(
      '/api/boards/:boardId',
      {
        schema: {
          summary: 'Renames a board; closes its case for a reason, so that it can only be read, or opens it again',
          params: boardParams,
          body: changeBoardRequest,
          response: { 200: boardReply, ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'keepBoard');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        const { title, archived, reason } = request.body;
        const { participant, person, board } = seat.value;
        const staysClosed = board.archivedAt !== undefined && archived !== false;
        if (title !== undefined && staysClosed) return sendProblem(reply, { kind: 'boardArchived' });
        if (archived !== undefined && archived !== (board.archivedAt !== undefined))
          await logFirst(request, seatInLog(seat.value), { kind: archived ? 'caseClosed' : 'caseReopened' });
        if (title !== undefined) {
          const seats = new Set([participant.id, ...(await directory.seatsOfPerson(person.id))]);
          const renamed = await options.rename(boardId, title, { participantId: participant.id, seats });
          if (!renamed.ok) return sendProblem(reply, { kind: 'boardUnreadable' });
        }
        // Put away twice, it has been away since the first time.
        const archivedAt = archived === undefined ? undefined : archived ? (board.archivedAt ?? clock()) : null;
        if (archived === true && reason !== undefined) await caseEnds.setReason(boardId, reason);
        const changed = await directory.changeBoard(boardId, {
          ...(title === undefined ? {} : { title }),
          ...(archivedAt === undefined ? {} : { archivedAt }),
        });
        if (!changed) return sendProblem(reply, { kind: 'notIn' });
        if (archived === false) await caseEnds.setReason(boardId, undefined);
        options.onChanged(boardId);
        return {
          boardId,
          title: changed.title,
          ...(changed.archivedAt === undefined ? {} : { archivedAt: changed.archivedAt }),
        };
      },
    );

    app.delete(
      '/api/boards/:boardId',
      {
        schema: {
          summary:
            'Erases a case for good, after signing in anew: it is closed to everybody at once, and erased with its key within minutes',
          params: boardParams,
          response: { 204: z.undefined(), ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'keepBoard');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        const { membership, board } = seat.value;
        // Who shares a case may leave it; that it ends for all is its owner's.
        if (membership && !membership.isOwner) return sendProblem(reply, { kind: 'ownerErases' });
        // By a link there is nothing to sign in by.
        if (membership && !(await options.isProvedAnew(request)))
          return sendProblem(reply, { kind: 'freshSignInNeeded' });
        const erasedAt = clock();
        // An example ends by itself, and leaves nothing.
        if (board.expiresAt !== undefined) await directory.endBoard(boardId, erasedAt);
        else {
          const by = membership ? { accountId: membership.accountId } : {};
          await caseEnds.erase({ caseId: boardId, erasedAt, as: 'leader', ...by });
        }
        request.log.info({ boardId }, 'a case was erased by its leader');
        options.onChanged(boardId);
        return reply.code(204).send();
      },
    );
  };
}
