export type { GuideStep, StepMatter } from './guideStep.ts';
export { nextTask, type PracticeState, type PracticeTask, practiceTasks, practised } from './practice.ts';
export { stepFile } from './stepFile.ts';
export { guideSteps, stepNow } from './steps.ts';
export { firstStep, type Untouched, untouchedAt } from './untouched.ts';
