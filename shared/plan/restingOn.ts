import type { PersonId } from '../board/index.ts';
import { doersOf, isSameName } from '../people/index.ts';
import type { PlanAction } from './investmentPlan.ts';

/** Whether somebody does a tiltak: by their id, or where it has none for that name, by the name as it was frozen. */
export function restsOn(action: PlanAction, who: { readonly personId: PersonId; readonly name: string }): boolean {
  return doersOf(action).some((doer) =>
    doer.personId === undefined ? isSameName(doer.name, who.name) : doer.personId === who.personId,
  );
}

/** Those tiltak that are still to be done: what is done or stopped rests on nobody. */
export function stillToDo(actions: readonly PlanAction[]): readonly PlanAction[] {
  return actions.filter(({ status }) => status !== 'done' && status !== 'stopped');
}
