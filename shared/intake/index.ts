export {
  type Assessment,
  assessments,
  type Criterion,
  criteria,
  type Proposal,
  type ProposalConsent,
  type ProposalId,
  type ProposalState,
  proposalSchema,
  proposalStates,
} from './proposal.ts';
export {
  isForErasing,
  type ProposalStep,
  proposalState,
  type StepFailure,
  stepProposal,
} from './stepProposal.ts';
