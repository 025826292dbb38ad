import type { BoardId } from '@duken/shared/board';
import type { Consent, ConsentId, Withdrawal } from '@duken/shared/consent';

/** Who lets whom share what, case by case. Nothing of it is ever changed but by being withdrawn. */
export interface Consents {
  /** Counts as a change of access to the board: from the first consent on, services that none names are out. */
  record(boardId: BoardId, consent: Consent): Promise<void>;
  /** Oldest first, those that count no more too. */
  list(boardId: BoardId): Promise<readonly Consent[]>;
  /**
   * Counts as a change of access to the board.
   * @returns the consent as it is now; undefined when there is none such, or it was withdrawn before
   */
  withdraw(boardId: BoardId, consentId: ConsentId, withdrawal: Withdrawal): Promise<Consent | undefined>;
}
