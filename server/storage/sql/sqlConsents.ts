import type { BoardId, PersonId } from '@duken/shared/board';
import { type Consent, type ConsentId, consentWays, type Withdrawal } from '@duken/shared/consent';
import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import type { Consents } from '../consents.ts';
import type { SealedRows } from './sealedRows.ts';
import type { PlainTables, Tables } from './tables.ts';

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
  readonly #sealed: SealedRows;

  constructor(db: Kysely<Tables>, sealed: SealedRows) {
    this.#db = db;
    this.#sealed = sealed;
  }

  async record(boardId: BoardId, { id, until, recordedAt, withdrawal: _, ...rest }: Consent): Promise<void> {
    const row = await this.#sealed.seal('consents', {
      id,
      board_id: boardId,
      said: JSON.stringify(said.parse(rest)),
      until,
      recorded_at: recordedAt,
      withdrawal: null,
      withdrawn_at: null,
    });
    await this.#db.transaction().execute(async (db) => {
      await countAccessChange(db, boardId);
      await db.insertInto('consents').values(row).execute();
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
    return (await this.#sealed.open('consents', rows)).map(consentOf);
  }

  async withdraw(boardId: BoardId, consentId: ConsentId, { at, ...rest }: Withdrawal): Promise<Consent | undefined> {
    const words = { withdrawal: JSON.stringify(withdrawal.parse(rest)) };
    const sealed = await this.#sealed.sealChange('consents', { id: consentId, board_id: boardId }, words);
    const row = await this.#db.transaction().execute(async (db) => {
      await countAccessChange(db, boardId);
      return db
        .updateTable('consents')
        .set({ ...sealed, withdrawn_at: at })
        .where('board_id', '=', boardId)
        .where('id', '=', consentId)
        .where('withdrawn_at', 'is', null)
        .returningAll()
        .executeTakeFirst();
    });
    const opened = await this.#sealed.openOne('consents', row);
    return opened && consentOf(opened);
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

function consentOf(row: Selectable<PlainTables['consents']>): Consent {
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
