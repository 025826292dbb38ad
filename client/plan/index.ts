export { CutLinkPage } from './CutLinkPage.tsx';
export { CutsPage } from './CutsPage.tsx';
export { GiveCutPage } from './GiveCutPage.tsx';
export { MinPlanPage } from './MinPlanPage.tsx';
export { PlanPage } from './PlanPage.tsx';
export { PromisesPage } from './PromisesPage.tsx';
export { TimelinePage } from './TimelinePage.tsx';
