import type { BoardId } from '@duken/shared/board';
import type { Result } from '@duken/shared/result';
import type { Seat } from '../storage/index.ts';

export type SeatFailure = { readonly kind: 'notIn' } | { readonly kind: 'accessEnded' };
export type DeedFailure = SeatFailure | { readonly kind: 'notAllowed' };

export type AccessAnswer = Result<Seat, DeedFailure>;

/** What was asked at the door, to be asked again. It holds on to no request. */
export interface AccessQuestion {
  readonly boardId: BoardId;
  /** The same for all that get the same answer: it is asked once for them. */
  readonly key: string;
  ask(): Promise<AccessAnswer>;
}
