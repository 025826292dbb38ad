import { failed, type Result, succeeded } from '@duken/shared/result';
import type { FastifyReply } from 'fastify';
import { sendProblem } from '../http/index.ts';
import type { BoardQuota } from './boardQuota.ts';
import type { DiskRoom } from './diskRoom.ts';

export type NewBoardFailure =
  | { readonly kind: 'diskNearlyFull' }
  /** The address has made all it may; in so long it may make one more. */
  | { readonly kind: 'tooManyBoards'; readonly waitMs: number };

/** Whether an address may make one more board now. A yes counts as one made. */
export type AdmitNewBoard = (address: string) => Promise<Result<void, NewBoardFailure>>;

export function admitNewBoardWith(options: {
  readonly diskRoom: DiskRoom;
  readonly quota: BoardQuota;
  readonly clock: () => number;
}): AdmitNewBoard {
  return async (address) => {
    // First, so that a full disk costs nobody their day.
    if (!(await options.diskRoom.isEnough())) return failed({ kind: 'diskNearlyFull' });
    const waitMs = options.quota.take(address, options.clock());
    return waitMs === 0 ? succeeded(undefined) : failed({ kind: 'tooManyBoards', waitMs });
  };
}

export function sendNewBoardProblem(reply: FastifyReply, failure: NewBoardFailure): FastifyReply {
  if (failure.kind === 'tooManyBoards') reply.header('retry-after', String(Math.ceil(failure.waitMs / 1000)));
  return sendProblem(reply, { kind: failure.kind });
}
