export { actionsInUseWith } from './actionsInUse.ts';
export { leavingFaultOf } from './leavingFaultOf.ts';
export { type PlanLifeTools, planLifeRoutes } from './planLifeRoutes.ts';
