import type { BoardId } from '@duken/shared/board';
import { type CaseFields, followedWays, releaseSchema, targetGroups } from '@duken/shared/programme';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { CaseToCount, ProgrammeStore, ToldRelease } from '../programme.ts';
import type { SealedRows } from './sealedRows.ts';
import type { Tables } from './tables.ts';

const group = z.enum(targetGroups);
const followed = z.enum(followedWays);

/** What the programme counts, in SQL that every database we use understands. */
export class SqlProgramme implements ProgrammeStore {
  readonly #db: Kysely<Tables>;
  readonly #sealed: SealedRows;

  constructor(db: Kysely<Tables>, sealed: SealedRows) {
    this.#db = db;
    this.#sealed = sealed;
  }

  async casesToCount(among?: readonly BoardId[]): Promise<readonly CaseToCount[]> {
    if (among?.length === 0) return [];
    const rows = await this.#db
      .selectFrom('boards')
      .select('id')
      .where('expires_at', 'is', null)
      .where((is) => is.exists(is.selectFrom('versions').select('version').whereRef('board_id', '=', 'boards.id')))
      .$if(among !== undefined, (query) => query.where('id', 'in', among ?? []))
      .orderBy('id')
      .execute();
    const boardIds = rows.map(({ id }) => id as BoardId);
    const fields = await this.fieldsOf(boardIds);
    return boardIds.map((boardId) => ({ boardId, fields: fields.get(boardId) ?? {} }));
  }

  async fieldsOf(boardIds: readonly BoardId[]): Promise<ReadonlyMap<BoardId, CaseFields>> {
    if (boardIds.length === 0) return new Map();
    const rows = await this.#db.selectFrom('case_fields').selectAll().where('board_id', 'in', boardIds).execute();
    const opened = await this.#sealed.open('case_fields', rows);
    return new Map(
      opened.map((row) => [
        row.board_id as BoardId,
        {
          ...(row.target_group === null ? {} : { group: group.parse(row.target_group) }),
          ...(row.followed === null ? {} : { followed: followed.parse(row.followed) }),
          ...(row.staff_hidden === null ? {} : { hidesStaff: true as const }),
        },
      ]),
    );
  }

  async sayFields(boardId: BoardId, change: Parameters<ProgrammeStore['sayFields']>[1]): Promise<void> {
    const row = await this.#sealed.seal('case_fields', {
      board_id: boardId as string,
      target_group: change.group ?? null,
      followed: change.followed ?? null,
      staff_hidden: change.hidesStaff ? 'yes' : null,
    });
    // Only what is named: two who say different things at once both have their way.
    const named = {
      ...('group' in change ? { target_group: row.target_group } : {}),
      ...('followed' in change ? { followed: row.followed } : {}),
      ...('hidesStaff' in change ? { staff_hidden: row.staff_hidden } : {}),
    };
    await this.#db
      .insertInto('case_fields')
      .values(row)
      .onConflict((conflict) =>
        Object.keys(named).length === 0 ? conflict.doNothing() : conflict.column('board_id').doUpdateSet(named),
      )
      .execute();
  }

  async toldReports(): Promise<ReadonlyMap<string, ToldRelease>> {
    const rows = await this.#db.selectFrom('told_reports').selectAll().execute();
    return new Map(
      rows.map(({ scope, told, told_at }) => [
        scope,
        { release: releaseSchema.parse(JSON.parse(told)), toldAt: told_at },
      ]),
    );
  }

  async keepTold(scope: string, { release, toldAt }: ToldRelease, at: number | undefined): Promise<boolean> {
    const told = JSON.stringify(release);
    if (at === undefined) {
      const made = await this.#db
        .insertInto('told_reports')
        .values({ scope, told, told_at: toldAt })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return made.numInsertedOrUpdatedRows === 1n;
    }
    const renewed = await this.#db
      .updateTable('told_reports')
      .set({ told, told_at: toldAt })
      .where('scope', '=', scope)
      .where('told_at', '=', at)
      .executeTakeFirst();
    return renewed.numUpdatedRows === 1n;
  }
}
