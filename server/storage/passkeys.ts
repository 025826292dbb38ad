import type { AccountId, PasskeyId, SignInId } from '@duken/shared/access';
import type { BoardId } from '@duken/shared/board';
import type { AccountRow, PasskeyRow } from './accounts.ts';

/** What a passkey was asked to sign, once. */
export interface PasskeyChallenge {
  /** SHA-256 as lower-case hex. */
  readonly challengeHash: string;
  /** Whether a new one is made, or one proves whose it is. */
  readonly purpose: 'make' | 'prove';
  /** Whose it must be; absent where anybody's will do. */
  readonly accountId?: AccountId;
  readonly askedAt: number;
}

/** The passkeys that people sign in with, and what they are asked to sign. */
export interface Passkeys {
  /** Keeps a challenge until it is taken, and forgets those from before. */
  ask(challenge: PasskeyChallenge, forgetsBefore: number): Promise<void>;
  /** Takes a challenge, once. */
  take(challengeHash: string): Promise<PasskeyChallenge | undefined>;
  /** Oldest first. */
  list(accountId: AccountId): Promise<readonly PasskeyRow[]>;
  /** One of an account that has not ended. */
  find(id: PasskeyId): Promise<{ readonly passkey: PasskeyRow; readonly account: AccountRow } | undefined>;
  /**
   * @param mustBeFirst whether it is only kept for an account that has none
   * @returns false when it is known already, or is not the first and must be
   */
  add(passkey: PasskeyRow, mustBeFirst: boolean): Promise<boolean>;
  /** Notes that one has signed. @returns false when it is gone, or its counter has not gone on: then two have the same key */
  use(id: PasskeyId, counter: number, now: number): Promise<boolean>;
  /**
   * Removes one, and ends what was signed in with it, but for one.
   * @param mayBeLast whether an account may be left without any
   * @returns the boards where somebody's access changed; undefined when there is none such, or it is the last and may not be
   */
  remove(
    of: { readonly accountId: AccountId; readonly id: PasskeyId; readonly keeps: SignInId },
    mayBeLast: boolean,
  ): Promise<readonly BoardId[] | undefined>;
}
