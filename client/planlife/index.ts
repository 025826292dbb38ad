export { OwnPlanPage } from './OwnPlanPage.tsx';
export { PlanStanding } from './PlanStanding.tsx';
