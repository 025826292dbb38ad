import { type Deed, linkWorks, may } from '@duken/shared/access';
import type { BoardId } from '@duken/shared/board';
import { failed, type Result, succeeded } from '@duken/shared/result';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Directory, Seat, SessionLife } from '../storage/index.ts';
import type { AccessQuestion, DeedFailure, SeatFailure } from './accessQuestion.ts';
import { hashOf, type Secrets } from './secrets.ts';

const cookieName = 'duk';

/**
 * How long a browser stays in after it last came in by a link, in milliseconds: 180 days. Investeringsmøter can be months apart,
 * and whoever still has the link comes in again in a moment.
 */
const sessionMs = 180 * 24 * 60 * 60 * 1000;

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
  /** What `seatFor` asks, to be asked again for as long as something is open; it holds on to no request. */
  questionFor(request: FastifyRequest, boardId: BoardId, deed: Deed): AccessQuestion;
  /** Every board where this browser is in. */
  seatsOf(request: FastifyRequest): Promise<readonly Seat[]>;
  /** The browser's session, prolonged, or a new one; sets the cookie. */
  open(request: FastifyRequest, reply: FastifyReply): Promise<SessionLife>;
  /** Ends the browser's session, and takes its cookie. @returns the boards where it had a seat */
  end(request: FastifyRequest, reply: FastifyReply): Promise<readonly BoardId[]>;
}

export function createSessions(options: {
  readonly directory: Directory;
  readonly secrets: Secrets;
  readonly clock: () => number;
  /** Whether people reach us by https only. */
  readonly overTls: boolean;
}): Sessions {
  const { directory, secrets, clock, overTls } = options;

  async function seatIn(session: string | undefined, boardId: BoardId): Promise<Result<Seat, SeatFailure>> {
    const now = clock();
    const seat = session === undefined ? undefined : await directory.findSeat(session, boardId, now);
    if (!seat) return failed({ kind: 'notIn' });
    return isOpen(seat, now) ? succeeded(seat) : failed({ kind: 'accessEnded' });
  }

  async function seatFor(
    session: string | undefined,
    boardId: BoardId,
    deed: Deed,
  ): Promise<Result<Seat, DeedFailure>> {
    const seat = await seatIn(session, boardId);
    if (seat.ok && !may(seat.value.participant.role, deed)) return failed({ kind: 'notAllowed' });
    return seat;
  }

  function sessionOf(request: FastifyRequest): string | undefined {
    const token = request.cookies[cookieName];
    return token === undefined ? undefined : hashOf(token);
  }

  return {
    seatOf: (request, boardId) => seatIn(sessionOf(request), boardId),
    seatFor: (request, boardId, deed) => seatFor(sessionOf(request), boardId, deed),
    questionFor(request, boardId, deed) {
      const session = sessionOf(request);
      return { boardId, key: `${session} ${deed}`, ask: () => seatFor(session, boardId, deed) };
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
    async end(request, reply) {
      const session = sessionOf(request);
      if (session === undefined) return [];
      reply.clearCookie(cookieName, { path: '/', httpOnly: true, sameSite: 'lax', secure: overTls });
      return directory.deleteSession(session);
    },
  };
}

function isOpen({ link, participant }: Seat, now: number): boolean {
  return linkWorks(link, now) && participant.removedAt === undefined;
}
