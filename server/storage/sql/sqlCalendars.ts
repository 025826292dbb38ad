import type { BoardId, Day, PersonId } from '@duken/shared/board';
import type { CalendarEvent } from '@duken/shared/followUp';
import type { Kysely } from 'kysely';
import type { CalendarFeed, CalendarStore } from '../calendars.ts';
import type { Tables } from './tables.ts';

/** Feeds of calendars, and what they were told, in SQL that every database we use understands. */
export class SqlCalendars implements CalendarStore {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  async createFeed(feed: CalendarFeed): Promise<void> {
    await this.#db
      .insertInto('calendar_feeds')
      .values({
        id: feed.id,
        board_id: feed.boardId,
        person_id: feed.personId,
        secret_hash: feed.secretHash,
        created_at: feed.createdAt,
        expires_at: feed.expiresAt,
        withdrawn_at: null,
      })
      .execute();
  }

  async findFeed(secretHash: string, now: number): Promise<CalendarFeed | undefined> {
    const row = await this.#db
      .selectFrom('calendar_feeds')
      .innerJoin('boards', 'boards.id', 'calendar_feeds.board_id')
      .selectAll('calendar_feeds')
      .where('secret_hash', '=', secretHash)
      .where('calendar_feeds.expires_at', '>', now)
      .where('withdrawn_at', 'is', null)
      .where((where) => where.or([where('boards.expires_at', 'is', null), where('boards.expires_at', '>', now)]))
      .executeTakeFirst();
    return (
      row && {
        id: row.id,
        boardId: row.board_id as BoardId,
        personId: row.person_id as PersonId,
        secretHash: row.secret_hash,
        createdAt: row.created_at,
        expiresAt: row.expires_at,
      }
    );
  }

  async countFeeds(boardId: BoardId, personId: PersonId, now: number): Promise<number> {
    const { count } = await this.#db
      .selectFrom('calendar_feeds')
      .select((from) => from.fn.countAll().as('count'))
      .where('board_id', '=', boardId)
      .where('person_id', '=', personId)
      .where('expires_at', '>', now)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirstOrThrow();
    return Number(count);
  }

  async withdrawFeeds(boardId: BoardId, personId: PersonId, withdrawnAt: number): Promise<void> {
    await this.#db
      .updateTable('calendar_feeds')
      .set({ withdrawn_at: withdrawnAt })
      .where('board_id', '=', boardId)
      .where('person_id', '=', personId)
      .where('withdrawn_at', 'is', null)
      .execute();
  }

  async eventsOf(boardId: BoardId, owner: PersonId | ''): Promise<readonly CalendarEvent[]> {
    const rows = await this.#db
      .selectFrom('calendar_events')
      .selectAll()
      .where('board_id', '=', boardId)
      .where('owner_id', '=', owner)
      .execute();
    return rows.map((row) => ({
      uid: row.uid,
      day: row.day as Day,
      isCancelled: row.is_cancelled === 1,
      sequence: row.sequence,
      changedAt: row.changed_at,
    }));
  }

  async keepEvents(boardId: BoardId, owner: PersonId | '', events: readonly CalendarEvent[]): Promise<void> {
    if (events.length === 0) return;
    await this.#db.transaction().execute(async (db) => {
      for (const { uid, day, isCancelled, sequence, changedAt } of events) {
        const values = { day, is_cancelled: isCancelled ? 1 : 0, sequence, changed_at: changedAt };
        await db
          .insertInto('calendar_events')
          .values({ board_id: boardId, owner_id: owner, uid, ...values })
          .onConflict((conflict) =>
            conflict
              .columns(['board_id', 'owner_id', 'uid'])
              .doUpdateSet(values)
              .where('calendar_events.sequence', '<', sequence),
          )
          .execute();
      }
    });
  }
}
