import {
  type Leadership,
  type MembershipId,
  mayEndLeading,
  mayHandOver,
  type ParticipantId,
} from '@duken/shared/access';
import type { BoardId, PersonId } from '@duken/shared/board';
import { boardParams, leaderParams, leadersReply, newLeaderRequest, ownerRequest } from '@duken/shared/protocol';
import { failed, type Result, succeeded } from '@duken/shared/result';
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { PermissionFailure, Secrets, Sessions } from '../access/index.ts';
import { problemReplies, sendProblem } from '../http/index.ts';
import { type LogReader, logFirst, seatInLog } from '../log/index.ts';
import type { Accounts } from '../storage/index.ts';
import { isFresh } from './asker.ts';

/** Those who lead a case by an account: shared with a co-leader, taken back, and handed over by who owns it. */
export function leaderRoutes(options: {
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly secrets: Secrets;
  readonly clock: () => number;
  /** Told that somebody leads the board, or does not any more. */
  readonly onChanged: (boardId: BoardId) => void;
}): FastifyPluginAsyncZod {
  const { accounts, sessions, secrets, clock } = options;

  /** How whoever asks leads the board. */
  async function leadershipOf(
    request: FastifyRequest,
    boardId: BoardId,
  ): Promise<
    Result<Leadership & { readonly reader: LogReader }, PermissionFailure | { readonly kind: 'notSignedIn' }>
  > {
    const seat = await sessions.seatFor(request, boardId, 'invite');
    if (!seat.ok) return seat;
    // Whoever leads by a link tries the product out.
    return seat.value.membership
      ? succeeded({ ...seat.value.membership, reader: seatInLog(seat.value) })
      : failed({ kind: 'notSignedIn' });
  }

  async function findLeader(boardId: BoardId, accountId: string) {
    return (await accounts.listLeaders(boardId)).find((leader) => leader.accountId === accountId);
  }

  return async (app) => {
    app.get(
      '/api/boards/:boardId/leaders',
      {
        schema: {
          summary: 'Who leads the board by an account; who owns the case first',
          params: boardParams,
          response: { 200: leadersReply, ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId } = request.params;
        const own = await leadershipOf(request, boardId);
        if (!own.ok) return sendProblem(reply, own.failure);
        const leaders = await accounts.listLeaders(boardId);
        return {
          leaders: leaders.map((leader) => ({
            ...leader,
            ...(leader.accountId === own.value.accountId ? { isOwn: true as const } : {}),
          })),
        };
      },
    );

    app.post(
      '/api/boards/:boardId/leaders',
      {
        schema: {
          summary: 'Shares the case with a co-leader, who has an account that may lead',
          params: boardParams,
          body: newLeaderRequest,
          response: { 204: z.undefined(), ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId } = request.params;
        const own = await leadershipOf(request, boardId);
        if (!own.ok) return sendProblem(reply, own.failure);
        const account = await accounts.findByEmail(request.body.email.trim().toLowerCase());
        if (!account?.mayLead) return sendProblem(reply, { kind: 'leaderNotFound' });
        if (await findLeader(boardId, account.id)) return sendProblem(reply, { kind: 'leadsAlready' });
        await logFirst(request, own.value.reader, { kind: 'leaderAdded', whom: account.name });
        const isNew = await accounts.addMembership({
          id: secrets.newId() as MembershipId,
          boardId,
          accountId: account.id,
          isOwner: false,
          name: account.name,
          participantId: secrets.newId() as ParticipantId,
          personId: secrets.newId() as PersonId,
          createdAt: clock(),
        });
        if (!isNew) return sendProblem(reply, { kind: 'leadsAlready' });
        options.onChanged(boardId);
        return reply.code(204).send();
      },
    );

    app.delete(
      '/api/boards/:boardId/leaders/:accountId',
      {
        schema: {
          summary: 'Takes a co-leader out, or leaves; never the owner',
          params: leaderParams,
          response: { 204: z.undefined(), ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId, accountId } = request.params;
        const own = await leadershipOf(request, boardId);
        if (!own.ok) return sendProblem(reply, own.failure);
        const leader = await findLeader(boardId, accountId);
        if (!leader) return sendProblem(reply, { kind: 'accountNotFound' });
        if (!mayEndLeading(own.value, leader)) return sendProblem(reply, { kind: 'ownerStays' });
        await logFirst(request, own.value.reader, { kind: 'leaderRemoved', whom: leader.name });
        if (!(await accounts.endMembership(boardId, accountId, clock())))
          return sendProblem(reply, { kind: 'ownerStays' });
        options.onChanged(boardId);
        return reply.code(204).send();
      },
    );

    app.put(
      '/api/boards/:boardId/owner',
      {
        schema: {
          summary: 'Hands the case over to a co-leader, after signing in anew; who owned it leads it still',
          params: boardParams,
          body: ownerRequest,
          response: { 204: z.undefined(), ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId } = request.params;
        const own = await leadershipOf(request, boardId);
        if (!own.ok) return sendProblem(reply, own.failure);
        const leader = await findLeader(boardId, request.body.accountId);
        if (!leader) return sendProblem(reply, { kind: 'accountNotFound' });
        if (!mayHandOver(own.value, leader)) return sendProblem(reply, { kind: 'ownerStays' });
        const signedIn = await sessions.signedIn(request);
        if (!signedIn || !isFresh(signedIn, clock())) return sendProblem(reply, { kind: 'freshSignInNeeded' });
        await logFirst(request, own.value.reader, { kind: 'handedOver', whom: leader.name });
        if (!(await accounts.handOver(boardId, own.value.accountId, leader.accountId)))
          return sendProblem(reply, { kind: 'ownerStays' });
        options.onChanged(boardId);
        return reply.code(204).send();
      },
    );
  };
}
