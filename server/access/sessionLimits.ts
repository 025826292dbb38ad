import type { Seat, SignInRow } from '../storage/index.ts';

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;

/** How long a seat is kept for a browser, in milliseconds: while nothing of it is used, and in all. */
export interface SeatLimit {
  readonly idleMs: number;
  readonly ageMs: number;
}

/**
 * Whoever is signed in by an account (ASVS 7.3): a break is shorter, and no working day is longer. Having a duk open counts as using
 * it, so that nobody is put out in the middle of a meeting.
 */
export const usualStaffLimit: SeatLimit = { idleMs: 30 * 60_000, ageMs: 10 * hourMs };

/**
 * Whoever leads by a link. Before there are accounts nothing but this session knows them again as the one who made the
 * board, whom nobody can remove, and investeringsmøter can be months apart. 400 days is as long as browsers keep a cookie.
 */
const leading: SeatLimit = { idleMs: 180 * dayMs, ageMs: 400 * dayMs };

/**
 * A guest whom the leader let in: for the meeting's day. A machine that many use forgets by itself, and the leader lets them in
 * again in a moment, as the same person.
 */
const letIn: SeatLimit = { idleMs: 4 * hourMs, ageMs: 16 * hourMs };

/**
 * A guest by a link that lets straight in, as when somebody tries the product out: there is nobody who could say that they are
 * the same person when they come again, so they are known for as long as it takes to the next meeting.
 */
const cameStraightIn: SeatLimit = { idleMs: 30 * dayMs, ageMs: 90 * dayMs };

/** Milliseconds that the cookie, and the longest session, lasts. */
export const longestSessionMs = leading.ageMs;

/** How much later than it was a session's use is written down, in milliseconds: not every request need be a write. */
export const useIsNotedEveryMs = 60_000;

/** Whether a session still has this seat: it ends by idling, and by age since it was gained. */
export function isKept(seat: Seat, now: number, staff: SeatLimit): boolean {
  return now < seat.usedAt + limitOf(seat, staff).idleMs && now < agedAt(seat, staff);
}

/** Whether somebody is signed in still. */
export function isSignedIn(signIn: SignInRow, now: number, staff: SeatLimit): boolean {
  return now < signIn.usedAt + staff.idleMs && now < signIn.signedInAt + staff.ageMs;
}

/**
 * When something that is open by a seat must be asked for again at the latest: when the seat is too old, and often enough
 * that its use is written down before it would count as idle.
 */
export function askAgainAt(seat: Seat, now: number, staff: SeatLimit): number {
  return Math.min(agedAt(seat, staff), seat.sessionExpiresAt, now + limitOf(seat, staff).idleMs / 2);
}

/** How long a seat is kept from now on, in milliseconds: while nothing of it is used, and at most. */
export function staysFor(seat: Seat & { readonly consentEndsAt?: number }, now: number, staff: SeatLimit): SeatLimit {
  const ends = [
    agedAt(seat, staff),
    seat.sessionExpiresAt,
    seat.consentEndsAt,
    seat.link?.expiresAt,
    seat.board.expiresAt,
  ];
  const endsAt = Math.min(...ends.filter((at) => at !== undefined));
  return { idleMs: limitOf(seat, staff).idleMs, ageMs: Math.max(0, endsAt - now) };
}

function limitOf({ participant, membership }: Seat, staff: SeatLimit): SeatLimit {
  if (membership) return staff;
  if (participant.role === 'leader') return leading;
  return participant.admittedAt === undefined ? cameStraightIn : letIn;
}

function agedAt(seat: Seat, staff: SeatLimit): number {
  // Of who is not signed in, it is aged already.
  if (seat.membership) return (seat.membership.signedInAt ?? 0) + staff.ageMs;
  return Math.max(seat.openedAt, seat.participant.admittedAt ?? 0) + limitOf(seat, staff).ageMs;
}
