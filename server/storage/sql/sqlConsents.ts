import type { BoardId, PersonId } from '@duken/shared/board';
import { type Consent, type ConsentId, consentWays, type Withdrawal } from '@duken/shared/consent';
import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import type { Consents } from '../consents.ts';
import type { Tables } from './tables.ts';

const how = z.enum(consentWays);
const recordedBy = z.object({ personId: z.string().transform((id) => id as PersonId), name: z.string() });
/** What people said, as it lies in one column: all of it is theirs alone to read. */
const said = z.object({
  services: z.array(z.string()),
  themes: z.array(z.string()),
  purpose: z.string(),
  words: z.string(),
  givenBy: z.string(),
  how,
  givenOn: z.string(),
  recordedBy,
});
const withdrawal = z.object({ by: z.string(), how, recordedBy });

/** Consents in SQL that every database we use understands. */
export class SqlConsents implements Consents {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  async record(boardId: BoardId, { id, until, recordedAt, withdrawal: _, ...rest }: Consent): Promise<void> {
    await this.#db.transaction().execute(async (db) => {
      await countAccessChange(db, boardId);
      await db
        .insertInto('consents')
        .values({
          id,
          board_id: boardId,
          said: JSON.stringify(said.parse(rest)),
          until,
          recorded_at: recordedAt,
          withdrawal: null,
          withdrawn_at: null,
        })
        .execute();
    });
  }

  async list(boardId: BoardId): Promise<readonly Consent[]> {
    const rows = await this.#db
      .selectFrom('consents')
      .selectAll()
      .where('board_id', '=', boardId)
      .orderBy('recorded_at')
      .orderBy('id')
      .execute();
    return rows.map(consentOf);
  }

  async withdraw(boardId: BoardId, consentId: ConsentId, { at, ...rest }: Withdrawal): Promise<Consent | undefined> {
    return this.#db.transaction().execute(async (db) => {
      await countAccessChange(db, boardId);
      const row = await db
        .updateTable('consents')
        .set({ withdrawal: JSON.stringify(withdrawal.parse(rest)), withdrawn_at: at })
        .where('board_id', '=', boardId)
        .where('id', '=', consentId)
        .where('withdrawn_at', 'is', null)
        .returningAll()
        .executeTakeFirst();
      return row && consentOf(row);
    });
  }
}

/** So that every server asks again who may be here, whatever becomes of their bus. */
async function countAccessChange(db: Kysely<Tables>, boardId: BoardId): Promise<void> {
  await db
    .updateTable('boards')
    .set((board) => ({ access_changes: board('access_changes', '+', 1) }))
    .where('id', '=', boardId)
    .execute();
}

function consentOf(row: Selectable<Tables['consents']>): Consent {
  return {
    id: row.id as ConsentId,
    ...said.parse(JSON.parse(row.said)),
    until: row.until,
    recordedAt: row.recorded_at,
    ...(row.withdrawal === null || row.withdrawn_at === null
      ? {}
      : { withdrawal: { ...withdrawal.parse(JSON.parse(row.withdrawal)), at: row.withdrawn_at } }),
  };
}
