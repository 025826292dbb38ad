import type { BoardId, Day, NoteId, PersonId } from '@duken/shared/board';
import type { ReminderKind } from '@duken/shared/followUp';

/** One reminder of one tiltak to one person, for the date it had. */
export interface ReminderKey {
  readonly boardId: BoardId;
  readonly noteId: NoteId;
  readonly personId: PersonId;
  readonly due: Day;
  readonly kind: ReminderKind;
}

/** Which reminders were sent, and which somebody is about to send. All moments are milliseconds since the epoch. */
export interface ReminderStore {
  /** Boards in use whose people may be reminded, in the order of their ids. @param after only those that come after this one */
  boards(now: number, limit: number, after?: BoardId): Promise<readonly BoardId[]>;
  /**
   * Takes reminders for oneself for a while: each has one taker, however many servers ask.
   * @returns those that were taken: neither sent, nor another's just now
   */
  lease(reminders: readonly ReminderKey[], now: number, until: number): Promise<readonly ReminderKey[]>;
  sent(reminders: readonly ReminderKey[], now: number): Promise<void>;
  /** They could not be sent, and may be tried again from then on. */
  failed(reminders: readonly ReminderKey[], now: number, tryAgainAt: number): Promise<void>;
  /** Since when each of these boards has reminders that do not come through; a board without is left out. */
  failingSince(boardIds: readonly BoardId[]): Promise<ReadonlyMap<BoardId, number>>;
}
