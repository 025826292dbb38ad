export { derivePlan, type PlanSource, planItemsOf } from './derivePlan.ts';
export { diffPlans } from './diffPlans.ts';
export { isMostlyNew } from './diffWords.ts';
export {
  planAction1 as planActionSchema,
  planItem1 as planItemSchema,
  planVersion1,
} from './formats/1/planVersion1.ts';
export { planVersion2 } from './formats/2/planVersion2.ts';
export type {
  InvestmentPlan,
  PlanAction,
  PlanItem,
  PlanJourney,
  PlanParticipant,
  PlanPhase,
  PlanToday,
} from './investmentPlan.ts';
export type {
  HeaderChange,
  HorizonChange,
  NoteChange,
  NoteDifference,
  PhaseChange,
  PlanDiff,
  WordSegment,
} from './planDiff.ts';
export {
  type ActionAnswer,
  actionAnswers,
  approvalFault,
  type GivenAnswer,
  type LifeEvent,
  type LifeFault,
  leavingFault,
  type PlanApproval,
  type PlanLife,
  type PlanState,
  planLifeOf,
  planStates,
  releaseFault,
  timeFault,
} from './planLife.ts';
export type { FrozenDuk, PlanVersion } from './planVersion.ts';
export { planVersionSchema, sheetSchema, templateSchema } from './planVersionSchema.ts';
export { type PlanUnreadable, readPlanVersion } from './readPlanVersion.ts';
export { restsOn, stillToDo } from './restingOn.ts';
