import type { BoardId } from '@duken/shared/board';
import type { Proposal, ProposalId } from '@duken/shared/intake';

/** Somebody who was proposed, as the core team has them. All moments are milliseconds since the epoch. */
export interface ProposalRow {
  readonly id: ProposalId;
  readonly proposal: Proposal;
  /** 1, 2, 3 … with each change. */
  readonly revision: number;
  readonly madeAt: number;
  readonly changedAt: number;
  /** The case that came of it. */
  readonly boardId?: BoardId;
  /** Since when that is closed. */
  readonly closedAt?: number;
}

export interface ProposalChange {
  readonly proposal: Proposal;
  readonly changedAt: number;
  /** The case that has come of it. */
  readonly boardId?: BoardId;
}

/**
 * Those whom the core team has been told of. Each is sealed under a key of its own, as a case is, and goes with the case that comes of
 * it; until then it is erased by `Database.eraseProposal`.
 */
export interface Intake {
  add(proposalId: ProposalId, proposal: Proposal, madeAt: number): Promise<void>;
  /** What was touched last first; without those whose case has ended by `now`. */
  list(now: number): Promise<readonly ProposalRow[]>;
  find(proposalId: ProposalId, now: number): Promise<ProposalRow | undefined>;
  /** @returns false when somebody else has changed it since that revision, or it is not there any more */
  change(proposalId: ProposalId, revision: number, change: ProposalChange): Promise<boolean>;
}
