export { derivePlan, type PlanSource } from './derivePlan.ts';
export { diffPlans } from './diffPlans.ts';
export type { InvestmentPlan, PlanAction, PlanItem, PlanParticipant, PlanPhase, PlanToday } from './investmentPlan.ts';
export type {
  HeaderChange,
  HorizonChange,
  NoteChange,
  NoteDifference,
  PhaseChange,
  PlanDiff,
  WordSegment,
} from './planDiff.ts';
export type { PlanVersion } from './planVersion.ts';
export { stillToDoFirst } from './stillToDoFirst.ts';
