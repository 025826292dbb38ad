import type { LinkId } from '@duken/shared/access';
import type { BoardId } from '@duken/shared/board';
import { boardParams, linkParams, linksReply, newLinkReply, newLinkRequest } from '@duken/shared/protocol';
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { hashOf, type Secrets, type Sessions } from '../access/index.ts';
import { problemReplies, sendProblem } from '../http/index.ts';
import type { Directory } from '../storage/index.ts';
import type { BoardNews } from './boardNews.ts';
import { shareUrl } from './shareUrl.ts';

/** Share links: made, listed and withdrawn by the leader. */
export function linkRoutes(options: {
  readonly directory: Directory;
  readonly sessions: Sessions;
  readonly news: BoardNews;
  readonly secrets: Secrets;
  readonly clock: () => number;
  readonly originOf: (request: FastifyRequest) => string;
  /** Closes what is open through a link that was withdrawn. */
  readonly closeLink: (boardId: BoardId, linkId: LinkId) => void;
}): FastifyPluginAsyncZod {
  const { directory, sessions, news, secrets, clock } = options;
  return async (app) => {
    app.get(
      '/api/boards/:boardId/links',
      { schema: { summary: 'Share links', params: boardParams, response: { 200: linksReply, ...problemReplies } } },
      async (request, reply) => {
        const { boardId } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'invite');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        const links = await directory.listLinks(boardId);
        return { links: links.map(({ id, boardId: _, secretHash: __, ...link }) => ({ linkId: id, ...link })) };
      },
    );

    app.post(
      '/api/boards/:boardId/links',
      {
        schema: {
          summary: 'A new share link; its URL is told this once',
          params: boardParams,
          body: newLinkRequest,
          response: { 201: newLinkReply, ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'invite');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        const { role, expiresAt } = request.body;
        const createdAt = clock();
        if (expiresAt !== undefined && expiresAt <= createdAt) {
          const detail = 'Må være et tidspunkt som ikke har vært.';
          return sendProblem(reply, { kind: 'invalidRequest' }, [{ pointer: '/expiresAt', detail }]);
        }
        const linkId = secrets.newId() as LinkId;
        const secret = secrets.newSecret();
        await directory.createLink({
          id: linkId,
          boardId,
          role,
          secretHash: hashOf(secret),
          createdAt,
          ...(expiresAt === undefined ? {} : { expiresAt }),
        });
        news.publish(boardId, 'links');
        return reply.code(201).send({ linkId, url: shareUrl(options.originOf(request), boardId, secret) });
      },
    );

    app.delete(
      '/api/boards/:boardId/links/:linkId',
      {
        schema: {
          summary: 'Withdraws a link; access through it ends at once',
          params: linkParams,
          response: { 204: z.undefined(), ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId, linkId } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'invite');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        const link = (await directory.listLinks(boardId)).find(({ id }) => id === linkId);
        if (link?.role === 'leader') return sendProblem(reply, { kind: 'leaderLinkStays' });
        const withdrawn = await directory.withdrawLink(boardId, linkId, clock());
        if (!withdrawn) return sendProblem(reply, { kind: 'linkNotFound' });
        options.closeLink(boardId, linkId);
        news.publish(boardId, 'links');
        return reply.code(204).send();
      },
    );
  };
}
