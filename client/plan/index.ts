export { MinPlanPage } from './MinPlanPage.tsx';
export { PlanPage } from './PlanPage.tsx';
