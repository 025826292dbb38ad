import type { BoardId } from '@duken/shared/board';
import type { LifeEvent } from '@duken/shared/plan';

/** What happened to one of a board's versions, and its place among what happened to that version: 1, 2, 3 … */
export interface StoredLifeEvent {
  readonly boardId: BoardId;
  readonly version: number;
  readonly number: number;
  readonly event: LifeEvent;
}

/** What happened to versions after they were frozen: answers, approvals, what the archive said. Only ever added to. */
export interface PlanLives {
  /**
   * Adds what happened next.
   * @param only `whileNewest`: as long as there is no newer version
   * @returns false when that number is taken, or there is a newer version: something else happened meanwhile, and nothing is added
   */
  append(event: StoredLifeEvent, only?: { readonly whileNewest?: boolean }): Promise<boolean>;
  /** Of all versions, or of one; each version's oldest first. */
  list(boardId: BoardId, version?: number): Promise<readonly StoredLifeEvent[]>;
  /** The newest version of each of these boards that has any, and what happened to it, oldest first. */
  newestOf(
    boardIds: readonly BoardId[],
  ): Promise<ReadonlyMap<BoardId, { readonly version: number; readonly events: readonly LifeEvent[] }>>;
}
