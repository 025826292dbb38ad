import { type Asker, isWayEnough, linkWorks, may, type Permission, signInWay } from '@duken/shared/access';
import type { BoardId, Voice } from '@duken/shared/board';
import { givenVoices, isChild, isGivenPlans, roleBy } from '@duken/shared/people';
import { failed, type Result, succeeded } from '@duken/shared/result';
import { isolated } from '@duken/shared/text';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Accounts, Consents, Directory, NewSession, Seat, SignedIn, SignInRow } from '../storage/index.ts';
import type { AccessQuestion, OwnSeat, PermissionFailure, SeatFailure } from './accessQuestion.ts';
import { hashOf, type Secrets } from './secrets.ts';
import { serviceDoorWith } from './serviceDoor.ts';
import {
  askAgainAt,
  isKept,
  isSignedIn,
  longestSessionMs,
  type SeatLimit,
  staysFor,
  useIsNotedEveryMs,
  usualStaffLimit,
} from './sessionLimits.ts';

/** A session that is about to be, with what its cookie will hold. */
export interface OpenedSession extends NewSession {
  readonly token: string;
}

/** Cookie ↔ who is asking. */
export interface Sessions {
  /**
   * Who is asking, at this board.
   * @returns `notIn` when the browser has not come in here, or too long ago; `waiting` and `refused` for whoever has
   * knocked; `accessEnded` when its link has been withdrawn or has expired, or the leader has removed them; `notInConsent`
   * for a service that no consent names any more
   */
  seatOf(request: FastifyRequest, boardId: BoardId): Promise<Result<OwnSeat, SeatFailure>>;
  /** The same, for somebody who wants to do something. */
  seatFor(
    request: FastifyRequest,
    boardId: BoardId,
    permission: Permission,
  ): Promise<Result<OwnSeat, PermissionFailure>>;
  /** What `seatFor` asks, to be asked again for as long as something is open; it holds on to no request. */
  questionFor(request: FastifyRequest, boardId: BoardId, permission: Permission): AccessQuestion;
  /** The same of who may hear news of the board, among them those who wait to be let in: they hear when they are. */
  doorQuestionFor(request: FastifyRequest, boardId: BoardId): AccessQuestion;
  /** How long this browser is known at a board from now on, in milliseconds. */
  staysFor(seat: OwnSeat): SeatLimit;
  /** Who is signed in by this browser, in a way that is enough; undefined when nobody is, or has idled or been here too long. */
  signedIn(request: FastifyRequest): Promise<SignedIn | undefined>;
  /** The same, also of somebody who has a step to go: nothing is theirs but that step. */
  signedInSoFar(request: FastifyRequest): Promise<SignedIn | undefined>;
  /** Whether a signing in has neither idled nor lasted too long. */
  lasts(signIn: SignInRow): boolean;
  /** Every board where this browser is in. */
  seatsOf(request: FastifyRequest): Promise<readonly OwnSeat[]>;
  /**
   * A new session for whoever gains access. It takes along the seats of the one the browser had, which keeps its own and
   * gains nothing: somebody else could have planted that cookie. What is open goes on.
   */
  open(request: FastifyRequest): OpenedSession;
  /** Hands a session to the browser, once it has gained what it was opened for. */
  give(reply: FastifyReply, session: OpenedSession): void;
  /** Ends the browser's session, and takes its cookie. @returns the boards where it had a seat */
  end(request: FastifyRequest, reply: FastifyReply): Promise<readonly BoardId[]>;
}

/** Whose seat is asked for, and from where. */
interface Browser {
  readonly hash: string | undefined;
  readonly isOnLoopback: boolean;
}

export function createSessions(options: {
  readonly directory: Directory;
  readonly accounts: Pick<Accounts, 'findSignedIn'>;
  readonly consents: Pick<Consents, 'list'>;
  readonly secrets: Secrets;
  readonly clock: () => number;
  /** Whether people reach us by https only. */
  readonly overTls: boolean;
  /** Whether a request comes from this machine itself, to a server that is for nobody else. */
  readonly isOnLoopback: (request: FastifyRequest) => boolean;
  /** How long somebody is signed in. */
  readonly staff?: SeatLimit;
}): Sessions {
  const { directory, accounts, secrets, clock, overTls, isOnLoopback, staff = usualStaffLimit } = options;
  const serviceDoor = serviceDoorWith(options.consents);
  // With this prefix a browser takes the cookie only over https and only from us: no sibling site can plant one.
  const cookieName = overTls ? '__Host-duk' : 'duk';
  const cookie = { path: '/', httpOnly: true, sameSite: 'lax', secure: overTls } as const;

  function hashIn(request: FastifyRequest): string | undefined {
    const token = request.cookies[cookieName];
    return token === undefined ? undefined : hashOf(token);
  }

  function browserOf(request: FastifyRequest): Browser {
    return { hash: hashIn(request), isOnLoopback: isOnLoopback(request) };
  }

  async function signedInSoFar(request: FastifyRequest): Promise<SignedIn | undefined> {
    const hash = hashIn(request);
    if (hash === undefined) return undefined;
    const now = clock();
    const found = await accounts.findSignedIn(hash, now);
    if (!found || !isSignedIn(found.signIn, now, staff)) return undefined;
    noteUse(hash, found.signIn.usedAt, now);
    return found;
  }

  function noteUse(hash: string, usedAt: number, now: number): void {
    if (now - usedAt < useIsNotedEveryMs) return;
    // Nobody waits for it, and a disk that can only be read is told of elsewhere.
    directory.useSession(hash, now).catch(() => undefined);
  }

  /** @param isInUse whether something is open by it: then it does not idle */
  async function seatIn(
    { hash, isOnLoopback }: Browser,
    boardId: BoardId,
    isInUse: boolean,
  ): Promise<Result<OwnSeat, SeatFailure>> {
    const now = clock();
    const found = hash === undefined ? undefined : await directory.findSeat(hash, boardId, now);
    if (!found || hash === undefined) return failed({ kind: 'notIn' });
    const seat = isInUse ? { ...found, usedAt: now } : found;
    if (!isKept(seat, now, staff)) return failed({ kind: 'notIn' });
    noteUse(hash, found.usedAt, now);
    return throughDoors(seat, now, isOnLoopback);
  }

  async function throughDoors(seat: Seat, now: number, isOnLoopback: boolean): Promise<Result<OwnSeat, SeatFailure>> {
    const standing = standingOf(seat, now, isOnLoopback);
    return standing.ok ? serviceDoor(standing.value, now) : standing;
  }

  async function seatFor(
    browser: Browser,
    boardId: BoardId,
    permission: Permission,
    isInUse: boolean,
  ): Promise<Result<OwnSeat, PermissionFailure>> {
    const seat = await seatIn(browser, boardId, isInUse);
    if (!seat.ok) return seat;
    const asker = askerOf(seat.value);
    if (may(asker, permission)) return seat;
    if (may({ ...asker, archivedAt: undefined }, permission)) return failed({ kind: 'boardArchived' });
    if (permission !== 'readPlans') return failed({ kind: 'notAllowed' });
    return failed({ kind: 'plansNotGiven', words: { leaders: await leadersOf(boardId) } });
  }

  function questionOf(browser: Browser, boardId: BoardId, permission: Permission): AccessQuestion {
    let isInUse = false;
    return {
      boardId,
      key: `${browser.hash} ${browser.isOnLoopback} ${permission}`,
      async ask() {
        const seat = await seatFor(browser, boardId, permission, isInUse);
        isInUse = true;
        if (!seat.ok) return seat;
        const { person, participant } = seat.value;
        const seats = new Set(await directory.seatsOfPerson(person.id));
        const isOfChild = isChild(person, participant.role === 'leader');
        const helpers = new Set(isOfChild ? await directory.helperSeats(boardId, person.id) : []);
        const sessionExpiresAt = Math.min(askAgainAt(seat.value, clock(), staff), seat.value.consentEndsAt ?? Infinity);
        return succeeded({ ...seat.value, seats, helpers, sessionExpiresAt });
      },
    };
  }

  async function leadersOf(boardId: BoardId): Promise<string> {
    const participants = await directory.listParticipants(boardId);
    const leaders = participants.filter(
      ({ role, state, removedAt }) => role === 'leader' && state === 'in' && removedAt === undefined,
    );
    const names = [...new Set(leaders.map(({ name }) => isolated(name)))];
    return names.length === 0
      ? 'investeringslederen'
      : new Intl.ListFormat('nb', { type: 'disjunction' }).format(names);
  }

  return {
    seatOf: (request, boardId) => seatIn(browserOf(request), boardId, false),
    seatFor: (request, boardId, permission) => seatFor(browserOf(request), boardId, permission, false),
    questionFor: (request, boardId, permission) => questionOf(browserOf(request), boardId, permission),
    doorQuestionFor: (request, boardId) => ({ ...questionOf(browserOf(request), boardId, 'read'), isOfLobbyToo: true }),
    staysFor: (seat) => staysFor(seat, clock(), staff),
    async signedIn(request) {
      const found = await signedInSoFar(request);
      return found && isWayEnough(signInWay(found.signIn), isOnLoopback(request)) ? found : undefined;
    },
    signedInSoFar,
    lasts: (signIn) => isSignedIn(signIn, clock(), staff),
    async seatsOf(request) {
      const { hash, isOnLoopback } = browserOf(request);
      if (hash === undefined) return [];
      const now = clock();
      const seats = (await directory.listSeats(hash, now)).filter((seat) => isKept(seat, now, staff));
      const [first] = seats;
      if (first) noteUse(hash, first.usedAt, now);
      const standings = await Promise.all(seats.map((seat) => throughDoors(seat, now, isOnLoopback)));
      return standings.flatMap((standing) => (standing.ok ? [standing.value] : []));
    },
    open(request) {
      const token = secrets.newSecret();
      const follows = hashIn(request);
      const openedAt = clock();
      return {
        token,
        hash: hashOf(token),
        openedAt,
        expiresAt: openedAt + longestSessionMs,
        ...(follows === undefined ? {} : { follows, staysSignedInSince: openedAt - staff.idleMs }),
      };
    },
    give(reply, { token }) {
      reply.setCookie(cookieName, token, { ...cookie, maxAge: longestSessionMs / 1000 });
    },
    async end(request, reply) {
      const hash = hashIn(request);
      const boards = hash === undefined ? [] : await directory.endSession(hash);
      reply.clearCookie(cookieName, cookie);
      return boards;
    },
  };
}

/** What is judged of somebody who sits at a board. */
export function askerOf({ participant, person, board }: Pick<OwnSeat, 'participant' | 'person' | 'board'>): Asker {
  return {
    role: participant.role,
    plansGiven: isGivenPlans(person),
    isSubject: person.isSubject,
    isChild: isChild(person, participant.role === 'leader'),
    archivedAt: board.archivedAt,
  };
}

/** The voices that somebody who sits at a board may write in now. */
export function voicesOf({ participant, person, helps }: OwnSeat): ReadonlySet<Voice> {
  return givenVoices(person.voices, participant.role === 'leader', helps === 'now');
}

function standingOf(seat: Seat, now: number, isOnLoopback: boolean): Result<OwnSeat, SeatFailure> {
  const { link, membership, participant, person } = seat;
  const hasEnded = link ? !linkWorks(link, now) : membership.endedAt !== undefined;
  if (hasEnded || participant.removedAt !== undefined) return failed({ kind: 'accessEnded' });
  if (membership && !(membership.signedInBy && isWayEnough(membership.signedInBy, isOnLoopback)))
    return failed({ kind: 'notIn' });
  const { id: participantId, name, role, state } = participant;
  if (state === 'waiting') return failed({ kind: 'waiting', participantId, name, role });
  if (state === 'refused') return failed({ kind: 'refused' });
  if (!person) throw new Error('somebody is in, and it is not known who');
  return succeeded({ ...seat, participant: { ...participant, role: roleBy(role, person) }, person });
}
