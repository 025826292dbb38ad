import type { ServerGroup, ServerGroupPlan } from './serverGroup.ts';
import type { Dialect } from './wire/dialects.ts';

/** Where and as whom one sits down at a board. */
export interface Seat {
  readonly boardId: string;
  /** Address of the socket on its server. */
  readonly path: string;
  readonly cookie: string;
  /** Who they are to the server, where it has people. */
  readonly participantId?: string;
  /** Which of the contestant's servers; 0 where there is one. */
  readonly server: number;
}

/** A relay that takes part in the comparison. */
export interface Contestant extends ServerGroupPlan {
  readonly id: string;
  /** What stands in the table, and in the picture. */
  readonly label: string;
  readonly shortLabel: string;
  readonly dialect: Dialect;
  /** Whether it holds documents: the bare ones only pass on what they hear. */
  readonly holdsDocuments: boolean;
  /**
   * A board that is new to it, and a seat for each who will come. `number` tells boards of one server apart.
   * @param sessions how many of them, from the first, have a session of their own; the others share the leader's
   */
  readonly newBoard: (
    server: ServerGroup,
    number: number,
    people: number,
    sessions?: number,
  ) => Promise<readonly Seat[]>;
}
