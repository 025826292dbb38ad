export type { GuideStep, StepMatter } from './guideStep.ts';
export { guideSteps, stepNow } from './steps.ts';
export { firstStep, type Untouched, untouchedAt } from './untouched.ts';
