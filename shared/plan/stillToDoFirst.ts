import type { PlanAction } from './investmentPlan.ts';

/** For sorting: what is left to do comes before what is done or stopped; otherwise as on the duk. */
export function stillToDoFirst(a: PlanAction, b: PlanAction): number {
  return Number(isOver(a)) - Number(isOver(b));
}

function isOver({ status }: PlanAction): boolean {
  return status === 'done' || status === 'stopped';
}
