import type { BoardId } from '@duken/shared/board';
import { type LifeFault, leavingFault, planLifeOf } from '@duken/shared/plan';
import type { PlanArchive, PlanLives } from '../storage/index.ts';

/** Why what people promised in a case is not sent to them now: its newest plan is a draft. A case without a plan has none. */
export async function leavingFaultOf(
  { archive, planLives }: { readonly archive: Pick<PlanArchive, 'list'>; readonly planLives: Pick<PlanLives, 'list'> },
  boardId: BoardId,
): Promise<LifeFault | undefined> {
  const newest = (await archive.list(boardId)).at(-1);
  if (!newest) return undefined;
  const events = await planLives.list(boardId, newest.version);
  return leavingFault(planLifeOf(events.map(({ event }) => event)));
}
