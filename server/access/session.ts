import { type Deed, linkWorks, may } from '@duken/shared/access';
import type { BoardId } from '@duken/shared/board';
import { failed, type Result, succeeded } from '@duken/shared/result';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Directory, Seat, SessionLife } from '../storage/index.ts';
import { hashOf, type Secrets } from './secrets.ts';

const cookieName = 'duk';

/**
 * How long a browser stays in after it last came in by a link, in milliseconds: 180 days. Investeringsmøter can be months apart,
 * and whoever still has the link comes in again in a moment.
 */
const sessionMs = 180 * 24 * 60 * 60 * 1000;

export type SeatFailure = { readonly kind: 'notIn' } | { readonly kind: 'accessEnded' };
export type DeedFailure = SeatFailure | { readonly kind: 'notAllowed' };

/** Cookie ↔ who is asking. */
export interface Sessions {
  /**
   * Who is asking, at this board.
   * @returns `notIn` when the browser has not come in here, `accessEnded` when its link has been withdrawn or has
   * expired, or the leader has removed them
   */
  seatOf(request: FastifyRequest, boardId: BoardId): Promise<Result<Seat, SeatFailure>>;
  /** The same, for somebody who wants to do something. */
  seatFor(request: FastifyRequest, boardId: BoardId, deed: Deed): Promise<Result<Seat, DeedFailure>>;
  /** Every board where this browser is in. */
  seatsOf(request: FastifyRequest): Promise<readonly Seat[]>;
  /** The browser's session, prolonged, or a new one; sets the cookie. */
  open(request: FastifyRequest, reply: FastifyReply): Promise<SessionLife>;
}

export function createSessions(options: {
  readonly directory: Directory;
  readonly secrets: Secrets;
  readonly clock: () => number;
  /** Whether people reach us by https only. */
  readonly overTls: boolean;
}): Sessions {
  const { directory, secrets, clock, overTls } = options;

  async function seatOf(request: FastifyRequest, boardId: BoardId): Promise<Result<Seat, SeatFailure>> {
    const token = request.cookies[cookieName];
    const now = clock();
    const seat = token === undefined ? undefined : await directory.findSeat(hashOf(token), boardId, now);
    if (!seat) return failed({ kind: 'notIn' });
    return isOpen(seat, now) ? succeeded(seat) : failed({ kind: 'accessEnded' });
  }

  return {
    seatOf,
    async seatFor(request, boardId, deed) {
      const seat = await seatOf(request, boardId);
      if (seat.ok && !may(seat.value.participant.role, deed)) return failed({ kind: 'notAllowed' });
      return seat;
    },
    async seatsOf(request) {
      const token = request.cookies[cookieName];
      if (token === undefined) return [];
      const now = clock();
      const seats = await directory.listSeats(hashOf(token), now);
      return seats.filter((seat) => isOpen(seat, now));
    },
    async open(request, reply) {
      const now = clock();
      const known = request.cookies[cookieName];
      // A cookie that we did not make is never taken over: somebody else could have planted it.
      const isOurs = known !== undefined && (await directory.hasSession(hashOf(known), now));
      const token = isOurs ? known : secrets.newSecret();
      reply.setCookie(cookieName, token, {
        path: '/',
        httpOnly: true,
        sameSite: 'lax',
        secure: overTls,
        maxAge: sessionMs / 1000,
      });
      return { hash: hashOf(token), expiresAt: now + sessionMs };
    },
  };
}

function isOpen({ link, participant }: Seat, now: number): boolean {
  return linkWorks(link, now) && participant.removedAt === undefined;
}
