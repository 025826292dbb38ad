import type { Role } from '@duken/shared/access';
import type { BoardId, ParticipantId } from '@duken/shared/board';
import type { Result } from '@duken/shared/result';
import type { PersonRow, Seat } from '../storage/index.ts';

/** A seat of somebody who is in: it is known whose it is. */
export type OwnSeat = Seat & {
  readonly person: PersonRow;
  /** Of a service that is in by a consent: when that runs out, in milliseconds since the epoch. */
  readonly consentEndsAt?: number;
};

/** The same with every seat of that person, for what stays open. */
export type SeatNow = OwnSeat & {
  readonly seats: ReadonlySet<ParticipantId>;
  /** Of a child: the seats of those who were let write for it, now or before. */
  readonly helpers: ReadonlySet<ParticipantId>;
};

export type SeatFailure =
  | { readonly kind: 'notIn' }
  | { readonly kind: 'accessEnded' }
  /** The case has consents, and none that counts names the service they come for. */
  | { readonly kind: 'notInConsent' }
  /** They have knocked, and the leader has not answered. */
  | { readonly kind: 'waiting'; readonly participantId: ParticipantId; readonly name: string; readonly role: Role }
  | { readonly kind: 'refused' };
export type PermissionFailure =
  | SeatFailure
  | { readonly kind: 'notAllowed' }
  /** Their role would let them, were the board not put away. */
  | { readonly kind: 'boardArchived' }
  /** With whom to ask: those who lead. */
  | { readonly kind: 'plansNotGiven'; readonly words: { readonly leaders: string } };

export type AccessAnswer = Result<SeatNow, PermissionFailure>;

/** What was asked at the door, to be asked again. It holds on to no request. */
export interface AccessQuestion {
  readonly boardId: BoardId;
  /** The same for all that get the same answer: it is asked once for them. */
  readonly key: string;
  /** Whether those who wait in the lobby are watched too, for as long as they wait. */
  readonly isOfLobbyToo?: boolean;
  ask(): Promise<AccessAnswer>;
}

/** Whether there is nothing to watch any more. */
export function isOver({ isOfLobbyToo }: AccessQuestion, answer: AccessAnswer): boolean {
  return !answer.ok && !(isOfLobbyToo && answer.failure.kind === 'waiting');
}
