import type { BoardId } from '@duken/shared/board';
import type { CaseFields, Release } from '@duken/shared/programme';

/** A case of the programme: it has a plan, and is no example. */
export interface CaseToCount {
  readonly boardId: BoardId;
  readonly fields: CaseFields;
}

export interface ToldRelease {
  readonly release: Release;
  /** Milliseconds since the epoch. */
  readonly toldAt: number;
}

/** What the report of the programme is counted from, and what was told of it. */
export interface ProgrammeStore {
  /** All cases, or those of these that are. */
  casesToCount(among?: readonly BoardId[]): Promise<readonly CaseToCount[]>;
  /** Those of these that anything is said of. */
  fieldsOf(boardIds: readonly BoardId[]): Promise<ReadonlyMap<BoardId, CaseFields>>;
  /** What is named takes the place of what was; undefined takes it away. */
  sayFields(
    boardId: BoardId,
    change: { readonly [Field in keyof CaseFields]?: CaseFields[Field] | undefined },
  ): Promise<void>;
  /** What was told last, by whose report it is. */
  toldReports(): Promise<ReadonlyMap<string, ToldRelease>>;
  /**
   * Keeps what is about to be told.
   * @param at of what it takes the place of; undefined for the first
   * @returns false when another was told meanwhile, and nothing is kept
   */
  keepTold(scope: string, told: ToldRelease, at: number | undefined): Promise<boolean>;
}
