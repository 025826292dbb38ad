import type { LinkId } from './shareLink.ts';

/**
 * What a seat stands on: when it ends, so does every socket, stream and download of that seat. Today that is always a share
 * link. A membership of an account and a consent come as further members of this union, each with a table of its own.
 */
export type AccessId = LinkId;

/** How far somebody has come: in; waiting for the leader to let them in; not let in; taken away from the table. */
export const seatStates = ['in', 'waiting', 'refused', 'removed'] as const;
export type SeatState = (typeof seatStates)[number];
