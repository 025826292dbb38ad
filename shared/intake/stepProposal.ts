import type { AccountId } from '../access/index.ts';
import { failed, type Result, succeeded } from '../result.ts';
import type { Proposal, ProposalConsent, ProposalState } from './proposal.ts';

/** What the core team does with a proposal. */
export type ProposalStep =
  /** What it thinks by now: anything but how the proposal stands. */
  | { readonly kind: 'change'; readonly to: Omit<Proposal, 'standing'> }
  | { readonly kind: 'ask' }
  | { readonly kind: 'consent'; readonly name: string; readonly consent: ProposalConsent }
  | { readonly kind: 'notNeeded'; readonly reason: string }
  | { readonly kind: 'decline' }
  /** Takes up again what came to nothing. */
  | { readonly kind: 'reopen' }
  | { readonly kind: 'makeDuk'; readonly by: AccountId };

export type StepFailure =
  /** It stands so that this cannot be done with it. */
  | { readonly kind: 'proposalStandsElse' }
  /** Whoever makes the duk leads it, and another was chosen for that. */
  | { readonly kind: 'anotherLeads' };

const open = ['proposed', 'asked', 'consented'] as const;
/** From where each step can be taken. */
const from: Readonly<Record<ProposalStep['kind'], readonly Proposal['standing']['kind'][]>> = {
  change: open,
  ask: ['proposed'],
  // Some are asked and say yes in the same talk.
  consent: ['proposed', 'asked'],
  notNeeded: open,
  decline: open,
  reopen: ['notNeeded', 'declined'],
  makeDuk: ['consented'],
};

/** What was thought of somebody is no business of the core team's any more, once there is a case. */
const nothingKnown: Proposal['criteria'] = {
  wantsChange: 'unknown',
  waivesSecrecy: 'unknown',
  complexNeeds: 'unknown',
  longTermPlan: 'unknown',
};

/** Takes a proposal one step on. The name and the consent live as long as the yes does, and go to the case with it; the four answers go. */
export function stepProposal(proposal: Proposal, step: ProposalStep): Result<Proposal, StepFailure> {
  const { standing } = proposal;
  if (!from[step.kind].includes(standing.kind)) return failed({ kind: 'proposalStandsElse' });
  switch (step.kind) {
    case 'change':
      return succeeded({ ...step.to, standing });
    case 'ask':
      return succeeded({ ...proposal, standing: { kind: 'asked' } });
    case 'consent':
      return succeeded({
        ...proposal,
        // They have just said so.
        criteria: { ...proposal.criteria, waivesSecrecy: 'yes' },
        standing: { kind: 'consented', name: step.name, consent: step.consent },
      });
    case 'notNeeded':
      return succeeded({ ...proposal, standing: { kind: 'notNeeded', reason: step.reason } });
    case 'decline':
      return succeeded({ ...proposal, standing: { kind: 'declined' } });
    case 'reopen':
      return succeeded({ ...proposal, standing: { kind: 'proposed' } });
    case 'makeDuk':
      if (proposal.leaderId !== undefined && proposal.leaderId !== step.by) return failed({ kind: 'anotherLeads' });
      return succeeded({
        ...proposal,
        leaderId: step.by,
        team: [],
        criteria: nothingKnown,
        standing: { kind: 'duk' },
      });
  }
}

/** @param closedAt since when the case of it is closed; undefined while it is open, or there is none */
export function proposalState({ standing }: Proposal, closedAt: number | undefined): ProposalState {
  if (standing.kind !== 'duk') return standing.kind;
  return closedAt === undefined ? 'underway' : 'closed';
}

const dayMs = 24 * 60 * 60_000;

/**
 * Whether a proposal has come to nothing for so long that it should be erased: it has no duk, and nobody has touched it.
 * @param changedAt when somebody last did something with it, in milliseconds since the epoch
 */
export function isForErasing({ standing }: Proposal, changedAt: number, now: number, afterDays: number): boolean {
  return standing.kind !== 'duk' && now - changedAt >= afterDays * dayMs;
}
