import type { LinkId, Role } from '@duken/shared/access';
import type { BoardId } from '@duken/shared/board';
import {
  boardParams,
  linkParams,
  linksReply,
  type NewLinkReply,
  newLinkReply,
  newLinkRequest,
} from '@duken/shared/protocol';
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type AccessWatch, hashOf, type Opening, type Secrets, type Sessions } from '../access/index.ts';
import { problemReplies, sendProblem } from '../http/index.ts';
import { logFirst, seatInLog } from '../log/index.ts';
import type { BoardRow, Directory } from '../storage/index.ts';
import type { BoardNews } from './boardNews.ts';
import { shareUrl } from './shareUrl.ts';

interface LinkWish {
  readonly role: Role;
  readonly label?: string | undefined;
  readonly expiresAt?: number | undefined;
  readonly lobby?: boolean | undefined;
  readonly uses?: number | undefined;
}

/** Share links: made, listed and withdrawn by the leader. */
export function linkRoutes(options: {
  readonly directory: Directory;
  readonly sessions: Sessions;
  readonly news: BoardNews;
  readonly secrets: Secrets;
  readonly clock: () => number;
  readonly originOf: (request: FastifyRequest) => string;
  readonly accessWatch: AccessWatch;
  readonly opening: Pick<Opening, 'hasAccounts'>;
}): FastifyPluginAsyncZod {
  const { directory, sessions, news, secrets, clock, opening } = options;

  async function makeLink(request: FastifyRequest, boardId: BoardId, link: LinkWish): Promise<NewLinkReply> {
    const linkId = secrets.newId() as LinkId;
    const secret = secrets.newSecret();
    const { role, label, expiresAt, lobby = await opening.hasAccounts(), uses } = link;
    await directory.createLink({
      id: linkId,
      boardId,
      role,
      secretHash: hashOf(secret),
      ...(label === undefined ? {} : { label }),
      lobby,
      ...(uses === undefined ? {} : { uses }),
      createdAt: clock(),
      ...(expiresAt === undefined ? {} : { expiresAt }),
    });
    news.publish(boardId, 'links');
    return { linkId, url: shareUrl(options.originOf(request), boardId, secret, role) };
  }

  /** Whether whoever made the board sits there by this link. */
  async function isMakersLink({ id, makerId }: BoardRow, linkId: LinkId): Promise<boolean> {
    const participants = await directory.listParticipants(id);
    return participants.some(
      ({ accessId, personId, removedAt }) =>
        accessId === linkId && personId !== undefined && personId === makerId && removedAt === undefined,
    );
  }

  return async (app) => {
    app.get(
      '/api/boards/:boardId/links',
      { schema: { summary: 'Share links', params: boardParams, response: { 200: linksReply, ...problemReplies } } },
      async (request, reply) => {
        const { boardId } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'invite');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        const { link: own, board } = seat.value;
        const links = await directory.listLinks(boardId);
        return {
          links: links.map(({ id, boardId: _, secretHash: __, ...link }) => ({
            linkId: id,
            ...link,
            ...(id === own?.id ? { isOwn: true as const } : {}),
            // Stored in one go with the board, at the same moment.
            ...(link.createdAt === board.createdAt ? { withBoard: true as const } : {}),
          })),
        };
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
        const { expiresAt } = request.body;
        if (expiresAt !== undefined && expiresAt <= clock()) {
          const detail = 'Må være et tidspunkt som ikke har vært.';
          return sendProblem(reply, { kind: 'invalidRequest' }, [{ pointer: '/expiresAt', detail }]);
        }
        await logFirst(request, seatInLog(seat.value), { kind: 'linkMade', role: request.body.role });
        return reply.code(201).send(await makeLink(request, boardId, request.body));
      },
    );

    app.post(
      '/api/boards/:boardId/leader-link',
      {
        schema: {
          summary: 'One more link for the leader, as for another machine of theirs; its URL is told this once',
          params: boardParams,
          response: { 201: newLinkReply, ...problemReplies },
        },
      },
      async (request, reply) => {
        const { boardId } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'invite');
        if (!seat.ok) return sendProblem(reply, seat.failure);
        if (await opening.hasAccounts()) return sendProblem(reply, { kind: 'leadersHaveAccounts' });
        await logFirst(request, seatInLog(seat.value), { kind: 'linkMade', role: 'leader' });
        return reply.code(201).send(await makeLink(request, boardId, { role: 'leader', lobby: false }));
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
        const { link: own, person, board } = seat.value;
        if (own?.id === linkId) return sendProblem(reply, { kind: 'ownLinkStays' });
        if (person.id !== board.makerId && (await isMakersLink(board, linkId)))
          return sendProblem(reply, { kind: 'makerLinkStays' });
        const known = (await directory.listLinks(boardId)).find(({ id }) => id === linkId);
        if (known && known.withdrawnAt === undefined)
          await logFirst(request, seatInLog(seat.value), { kind: 'linkWithdrawn' });
        const withdrawn = await directory.withdrawLink(boardId, linkId, clock());
        if (!withdrawn) return sendProblem(reply, { kind: 'linkNotFound' });
        options.accessWatch.changed(boardId);
        news.publish(boardId, 'links');
        return reply.code(204).send();
      },
    );
  };
}
