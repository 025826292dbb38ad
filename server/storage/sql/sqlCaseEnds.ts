import type { AccountId } from '@duken/shared/access';
import type { BoardId } from '@duken/shared/board';
import { type Kysely, sql } from 'kysely';
import type { CaseEnds, ClosedCase, ErasedCase } from '../caseEnds.ts';
import type { SealedRows } from './sealedRows.ts';
import type { Tables } from './tables.ts';

/** How cases end, in SQL that every database we use understands. */
export class SqlCaseEnds implements CaseEnds {
  readonly #db: Kysely<Tables>;
  readonly #sealed: SealedRows;

  constructor(db: Kysely<Tables>, sealed: SealedRows) {
    this.#db = db;
    this.#sealed = sealed;
  }

  async setReason(boardId: BoardId, reason: string | undefined): Promise<void> {
    if (reason === undefined) {
      await this.#db.deleteFrom('case_closings').where('board_id', '=', boardId).execute();
      return;
    }
    const row = await this.#sealed.seal('case_closings', { board_id: boardId as string, reason });
    await this.#db
      .insertInto('case_closings')
      .values(row)
      .onConflict((conflict) => conflict.column('board_id').doUpdateSet({ reason: row.reason }))
      .execute();
  }

  async reasonOf(boardId: BoardId): Promise<string | undefined> {
    const row = await this.#db
      .selectFrom('case_closings')
      .selectAll()
      .where('board_id', '=', boardId)
      .executeTakeFirst();
    return (await this.#sealed.openOne('case_closings', row))?.reason;
  }

  async erase({ caseId, erasedAt, as, accountId }: ErasedCase, closedBy?: number): Promise<boolean> {
    return this.#db.transaction().execute(async (db) => {
      const ended = await db
        .updateTable('boards')
        .set((board) => ({ access_changes: board('access_changes', '+', 1), expires_at: erasedAt }))
        .where('id', '=', caseId)
        .where((is) => is.or([is('expires_at', 'is', null), is('expires_at', '>', erasedAt)]))
        .$if(closedBy !== undefined, (query) => query.where('archived_at', '<=', closedBy ?? 0))
        .executeTakeFirst();
      if (ended.numUpdatedRows === 0n) return false;
      await db
        .insertInto('erased_cases')
        .values({ case_id: caseId, erased_at: erasedAt, erased_as: as, account_id: accountId ?? null })
        .onConflict((conflict) => conflict.column('case_id').doNothing())
        .execute();
      return true;
    });
  }

  async listErased(limit: number): Promise<readonly (ErasedCase & { readonly name?: string })[]> {
    const rows = await this.#db
      .selectFrom('erased_cases')
      .leftJoin('accounts', 'accounts.id', 'erased_cases.account_id')
      .select(['case_id', 'erased_at', 'erased_as', 'account_id', 'accounts.name'])
      .orderBy('erased_at', 'desc')
      .orderBy('case_id')
      .limit(limit)
      .execute();
    return rows.map(({ case_id, erased_at, erased_as, account_id, name }) => ({
      caseId: case_id as BoardId,
      erasedAt: erased_at,
      as: erased_as === 'leader' ? 'leader' : 'administrator',
      ...(account_id === null ? {} : { accountId: account_id as AccountId }),
      ...(name === null ? {} : { name }),
    }));
  }

  async listClosed(closedBy: number, limit: number): Promise<readonly ClosedCase[]> {
    const rows = await this.#db
      .selectFrom('boards')
      .select((of) => [
        'id',
        'created_at',
        sql<number>`archived_at`.as('closed_at'),
        of
          .selectFrom('memberships')
          .innerJoin('accounts', 'accounts.id', 'memberships.account_id')
          .select('accounts.name')
          .whereRef('memberships.board_id', '=', 'boards.id')
          .where('memberships.is_owner', '=', 1)
          .where('memberships.ended_at', 'is', null)
          .limit(1)
          .as('owner'),
      ])
      .where('archived_at', '<=', closedBy)
      .where('expires_at', 'is', null)
      .orderBy('archived_at')
      .orderBy('id')
      .limit(limit)
      .execute();
    return rows.map(({ id, created_at, closed_at, owner }) => ({
      boardId: id as BoardId,
      createdAt: created_at,
      closedAt: Number(closed_at),
      ...(owner === null ? {} : { owner }),
    }));
  }
}
