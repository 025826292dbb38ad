import type { BoardId } from '@duken/shared/board';
import { indexedAction, indexFormat } from '@duken/shared/followUp';
import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import type { MeetingRow, PersonRow } from '../directory.ts';
import type { ActionIndex, FollowUpStore } from '../followUp.ts';
import { meetingOf, personOf } from './rows.ts';
import { orNothing, type SealedRows } from './sealedRows.ts';
import type { Tables } from './tables.ts';

const indexedActions = z.array(indexedAction);

/** What cases are followed up by, in SQL that every database we use understands. */
export class SqlFollowUp implements FollowUpStore {
  readonly #db: Kysely<Tables>;
  readonly #sealed: SealedRows;

  constructor(db: Kysely<Tables>, sealed: SealedRows) {
    this.#db = db;
    this.#sealed = sealed;
  }

  async readActionIndexes(boardIds: readonly BoardId[]): Promise<ReadonlyMap<BoardId, ActionIndex>> {
    if (boardIds.length === 0) return new Map();
    const rows = await this.#db
      .selectFrom('action_indexes')
      .select(['board_id', 'position', 'actions'])
      .where('board_id', 'in', boardIds)
      .where('format', '=', indexFormat)
      .execute();
    const opener = await this.#sealed.opener(new Set(rows.map((row) => row.board_id)));
    return new Map(
      rows.flatMap((row) => {
        // It is made anew from the duk: one that is damaged is one that is missing.
        const opened = orNothing(() => opener.open('action_indexes', row), undefined);
        if (!opened) return [];
        const boardId = opened.board_id as BoardId;
        const actions = indexedActions.parse(JSON.parse(opened.actions));
        return [[boardId, { boardId, position: opened.position, actions }]];
      }),
    );
  }

  async storeActionIndexes(indexes: readonly ActionIndex[]): Promise<void> {
    if (indexes.length === 0) return;
    const { seal } = await this.#sealed.sealer(new Set(indexes.map(({ boardId }) => boardId)));
    await this.#db.transaction().execute(async (db) => {
      for (const { boardId, position, actions } of indexes) {
        const { actions: words } = seal('action_indexes', { board_id: boardId, actions: JSON.stringify(actions) });
        await sql`
          insert into action_indexes (board_id, position, format, actions)
            select id, cast(${position} as bigint), cast(${indexFormat} as bigint), cast(${words} as text)
            from boards where id = ${boardId}
          on conflict (board_id) do update
            set position = excluded.position, format = excluded.format, actions = excluded.actions
            where excluded.position >= action_indexes.position or excluded.format <> action_indexes.format`.execute(db);
      }
    });
  }

  async peopleOf(boardIds: readonly BoardId[]): Promise<readonly PersonRow[]> {
    if (boardIds.length === 0) return [];
    const rows = await this.#db
      .selectFrom('people')
      .selectAll()
      .where('board_id', 'in', boardIds)
      .orderBy('created_at')
      .orderBy('id')
      .execute();
    return (await this.#sealed.open('people', rows)).map(personOf);
  }

  async meetingsOf(boardIds: readonly BoardId[]): Promise<readonly MeetingRow[]> {
    if (boardIds.length === 0) return [];
    const rows = await this.#db
      .selectFrom('meetings')
      .selectAll()
      .where('board_id', 'in', boardIds)
      .orderBy('date', 'desc')
      .orderBy('created_at', 'desc')
      .execute();
    return (await this.#sealed.open('meetings', rows)).map(meetingOf);
  }
}
