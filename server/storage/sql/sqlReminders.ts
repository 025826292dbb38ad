import type { BoardId } from '@duken/shared/board';
import { type Kysely, sql } from 'kysely';
import type { ReminderKey, ReminderStore } from '../reminders.ts';
import type { Tables } from './tables.ts';

/** Reminders in SQL that every database we use understands. */
export class SqlReminders implements ReminderStore {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  async boards(now: number, limit: number, after = '' as BoardId): Promise<readonly BoardId[]> {
    const rows = await this.#db
      .selectFrom('boards')
      .select('id')
      .where('id', '>', after)
      .where('archived_at', 'is', null)
      .where((where) => where.or([where('expires_at', 'is', null), where('expires_at', '>', now)]))
      .orderBy('id')
      .limit(limit)
      .execute();
    return rows.map(({ id }) => id as BoardId);
  }

  async lease(reminders: readonly ReminderKey[], now: number, until: number): Promise<readonly ReminderKey[]> {
    const taken: ReminderKey[] = [];
    for (const reminder of reminders) {
      // A board that is closed or erased meanwhile gets no row, and one that somebody has is not taken.
      const { rows } = await sql<{ board_id: string }>`
        insert into reminders (board_id, note_id, person_id, due, kind, leased_until)
          select id, cast(${reminder.noteId} as text), cast(${reminder.personId} as text), cast(${reminder.due} as text),
            cast(${reminder.kind} as text), cast(${until} as bigint)
          from boards where id = ${reminder.boardId} and archived_at is null
            and (expires_at is null or expires_at > cast(${now} as bigint))
        on conflict (board_id, note_id, person_id, due, kind) do update set leased_until = excluded.leased_until
          where reminders.sent_at is null and reminders.leased_until <= ${now}
        returning board_id`.execute(this.#db);
      if (rows.length > 0) taken.push(reminder);
    }
    return taken;
  }

  async sent(reminders: readonly ReminderKey[], now: number): Promise<void> {
    for (const reminder of reminders) await this.#update(reminder).set({ sent_at: now, failed_since: null }).execute();
  }

  async failed(reminders: readonly ReminderKey[], now: number, tryAgainAt: number): Promise<void> {
    for (const reminder of reminders)
      await this.#update(reminder)
        .set({ leased_until: tryAgainAt, failed_since: sql<number>`coalesce(failed_since, cast(${now} as bigint))` })
        .execute();
  }

  async failingSince(boardIds: readonly BoardId[]): Promise<ReadonlyMap<BoardId, number>> {
    if (boardIds.length === 0) return new Map();
    const rows = await this.#db
      .selectFrom('reminders')
      .select(['board_id', ({ fn }) => fn.min('failed_since').as('since')])
      .where('board_id', 'in', boardIds)
      .where('sent_at', 'is', null)
      .where('failed_since', 'is not', null)
      .groupBy('board_id')
      .execute();
    return new Map(rows.map(({ board_id, since }) => [board_id as BoardId, Number(since)]));
  }

  #update({ boardId, noteId, personId, due, kind }: ReminderKey) {
    return this.#db
      .updateTable('reminders')
      .where('board_id', '=', boardId)
      .where('note_id', '=', noteId)
      .where('person_id', '=', personId)
      .where('due', '=', due)
      .where('kind', '=', kind);
  }
}
