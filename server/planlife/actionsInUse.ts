import type { BoardId, NoteId } from '@duken/shared/board';
import { leavingFault, planLifeOf } from '@duken/shared/plan';
import type { PlanLives } from '../storage/index.ts';
import type { VersionLifeTools } from './versionLife.ts';

/**
 * What people may be told now that they have promised in a case; undefined for all that stands on its duk.
 * While the newest plan of a case is a draft, only what stands in the last one that is none: what is new in the draft reaches
 * nobody before the yes. What cannot be read, or is not as it was frozen, lets nothing through.
 */
export function actionsInUseWith({
  archive,
  planLives,
  inspect,
}: Pick<VersionLifeTools, 'archive' | 'inspect'> & { readonly planLives: Pick<PlanLives, 'list'> }) {
  return async (boardId: BoardId): Promise<ReadonlySet<NoteId> | undefined> => {
    const heads = await archive.list(boardId);
    const newest = heads.at(-1);
    if (!newest) return undefined;
    const lives = await planLives.list(boardId);
    const inUse = heads.findLast(({ version }) => {
      const events = lives.filter((stored) => stored.version === version);
      return leavingFault(planLifeOf(events.map(({ event }) => event))) === undefined;
    });
    if (inUse === newest) return undefined;
    const inspected = inUse && (await inspect(inUse));
    if (!inspected?.ok || !inspected.value || inspected.value.problems.length > 0) return new Set();
    return new Set(inspected.value.brief?.actions);
  };
}
