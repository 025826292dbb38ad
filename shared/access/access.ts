import type { MembershipId } from './account.ts';
import type { LinkId } from './shareLink.ts';

/**
 * What a seat stands on: a share link, or the membership of an account. When it ends, so does every socket, stream and download
 * of that seat.
 */
export type AccessId = LinkId | MembershipId;

/** How far somebody has come: in; waiting for the leader to let them in; not let in; taken away from the table. */
export const seatStates = ['in', 'waiting', 'refused', 'removed'] as const;
export type SeatState = (typeof seatStates)[number];
