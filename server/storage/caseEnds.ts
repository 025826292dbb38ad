import type { AccountId } from '@duken/shared/access';
import type { BoardId } from '@duken/shared/board';

/** That a case was erased: all that is left of it, with nothing that anybody wrote. It outlives the case and its log. */
export interface ErasedCase {
  readonly caseId: BoardId;
  readonly erasedAt: number;
  /** As what somebody erased it. */
  readonly as: (typeof erasers)[number];
  /** Absent where there was no account. */
  readonly accountId?: AccountId;
}
export const erasers = ['leader', 'administrator'] as const;

/** A closed case, as somebody may know of it who is not in it. */
export interface ClosedCase {
  readonly boardId: BoardId;
  readonly createdAt: number;
  readonly closedAt: number;
  /** What the account of who owns it is called; absent where nobody does any more. */
  readonly owner?: string;
}

/** How cases end: why they were closed, and that they were erased. */
export interface CaseEnds {
  /** Says why a case is closed; undefined when it is open again. */
  setReason(boardId: BoardId, reason: string | undefined): Promise<void>;
  reasonOf(boardId: BoardId): Promise<string | undefined>;

  /**
   * Gives a case its end, from which nobody comes to it and after which it is erased with its key, and leaves a line of that.
   * @param closedBy erases it only where it had been closed by then
   * @returns false when it had ended before, is not there, or was not closed
   */
  erase(erased: ErasedCase, closedBy?: number): Promise<boolean>;
  /** Newest first, with what the account is called. */
  listErased(limit: number): Promise<readonly (ErasedCase & { readonly name?: string })[]>;
  /** Those that had been closed by then and have not ended, longest ago first. */
  listClosed(closedBy: number, limit: number): Promise<readonly ClosedCase[]>;
}
