import type { BoardId, PersonId } from '@duken/shared/board';
import type { CalendarEvent } from '@duken/shared/followUp';

/** An address that a person's calendar asks. Moments are milliseconds since the epoch. */
export interface CalendarFeed {
  readonly id: string;
  readonly boardId: BoardId;
  readonly personId: PersonId;
  /** SHA-256 as lower-case hex. */
  readonly secretHash: string;
  readonly createdAt: number;
  readonly expiresAt: number;
}

export interface CalendarStore {
  createFeed(feed: CalendarFeed): Promise<void>;
  /** The feed of a secret, if it works: not withdrawn or expired, on a board that has not ended. One that is closed is told of as over. */
  findFeed(secretHash: string, now: number): Promise<CalendarFeed | undefined>;
  /** How many of a person's work. */
  countFeeds(boardId: BoardId, personId: PersonId, now: number): Promise<number>;
  /** Withdraws all that a person has. */
  withdrawFeeds(boardId: BoardId, personId: PersonId, withdrawnAt: number): Promise<void>;

  /** What calendars were told. @param owner a person, or '' for what is all of the case's */
  eventsOf(boardId: BoardId, owner: PersonId | ''): Promise<readonly CalendarEvent[]>;
  /** Never puts one of a lower sequence, or of the same, in the place of another. */
  keepEvents(boardId: BoardId, owner: PersonId | '', events: readonly CalendarEvent[]): Promise<void>;
}
