import type { BoardId, PersonId } from '@duken/shared/board';
import { type CutId, cutChoiceSchema, cutWays } from '@duken/shared/cut';
import { sheetLanguages } from '@duken/shared/template';
import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import type { CutReading, Cuts, GivenCut, NewCut, WholeCut } from '../cuts.ts';
import type { SealedRows } from './sealedRows.ts';
import type { PlainTables, Tables } from './tables.ts';

const way = z.enum(cutWays);
/** To whom, of what and by whom, as it lies in one column. */
const said = z.object({
  date: z.string(),
  for: z.string(),
  recipient: z.object({ name: z.string(), service: z.string().exactOptional() }),
  choice: cutChoiceSchema,
  language: z.enum(sheetLanguages),
  sha256: z.string(),
  givenBy: z.string(),
});

/** All but the cut itself, which is large. */
const headColumns = [
  'id',
  'board_id',
  'version',
  'person_id',
  'said',
  'way',
  'given_at',
  'secret_hash',
  'expires_at',
  'max_uses',
  'uses',
  'withdrawn_at',
] as const;

/** Cuts in SQL that every database we use understands. */
export class SqlCuts implements Cuts {
  readonly #db: Kysely<Tables>;
  readonly #sealed: SealedRows;

  constructor(db: Kysely<Tables>, sealed: SealedRows) {
    this.#db = db;
    this.#sealed = sealed;
  }

  async give(cut: NewCut): Promise<void> {
    const { personId, ...recipient } = cut.recipient;
    const row = await this.#sealed.seal('cuts', {
      id: cut.id as string,
      board_id: cut.boardId as string,
      version: cut.version,
      person_id: personId ?? null,
      said: JSON.stringify(said.parse({ ...cut, recipient })),
      cut_json: cut.cutJson,
      way: cut.way as string,
      given_at: cut.givenAt,
      secret_hash: cut.link?.secretHash ?? null,
      expires_at: cut.link?.expiresAt ?? null,
      max_uses: cut.link?.maxUses ?? null,
      uses: 0,
      withdrawn_at: null,
    });
    await this.#db.insertInto('cuts').values(row).execute();
  }

  async list(boardId: BoardId): Promise<readonly GivenCut[]> {
    const rows = await this.#db
      .selectFrom('cuts')
      .select(headColumns)
      .where('board_id', '=', boardId)
      .orderBy('given_at', 'desc')
      .orderBy('id')
      .execute();
    return (await this.#sealed.open('cuts', rows)).map(givenOf);
  }

  async find(boardId: BoardId, cutId: CutId): Promise<WholeCut | undefined> {
    const row = await this.#db
      .selectFrom('cuts')
      .selectAll()
      .where('board_id', '=', boardId)
      .where('id', '=', cutId)
      .executeTakeFirst();
    return this.#whole(row);
  }

  async withdraw(boardId: BoardId, cutId: CutId, withdrawnAt: number): Promise<GivenCut | undefined> {
    const row = await this.#db
      .updateTable('cuts')
      .set({ withdrawn_at: withdrawnAt })
      .where('board_id', '=', boardId)
      .where('id', '=', cutId)
      .where('withdrawn_at', 'is', null)
      .returning(headColumns)
      .executeTakeFirst();
    const opened = await this.#sealed.openOne('cuts', row);
    return opened && givenOf(opened);
  }

  async findByLink(secretHash: string, now: number): Promise<WholeCut | undefined> {
    const row = await this.#working(now).where('secret_hash', '=', secretHash).executeTakeFirst();
    return this.#whole(row);
  }

  async countUse(cutId: CutId, { hash, expiresAt }: CutReading, now: number): Promise<boolean> {
    return this.#db.transaction().execute(async (db) => {
      const used = await db
        .updateTable('cuts')
        .set((cut) => ({ uses: cut('uses', '+', 1) }))
        .where('id', '=', cutId)
        .where('withdrawn_at', 'is', null)
        .where('expires_at', '>', now)
        .whereRef('uses', '<', 'max_uses')
        .returning('board_id')
        .executeTakeFirst();
      if (!used) return false;
      await db.deleteFrom('cut_readings').where('expires_at', '<=', now).execute();
      await db
        .insertInto('cut_readings')
        .values({ hash, board_id: used.board_id, cut_id: cutId, expires_at: expiresAt })
        .execute();
      return true;
    });
  }

  async findReading(hash: string, now: number): Promise<WholeCut | undefined> {
    const row = await this.#working(now)
      .innerJoin('cut_readings', 'cut_readings.cut_id', 'cuts.id')
      .where('cut_readings.hash', '=', hash)
      .where('cut_readings.expires_at', '>', now)
      .executeTakeFirst();
    return this.#whole(row);
  }

  /** Those that can be read by whoever has no seat. */
  #working(now: number) {
    return this.#db
      .selectFrom('cuts')
      .innerJoin('boards', 'boards.id', 'cuts.board_id')
      .selectAll('cuts')
      .where('withdrawn_at', 'is', null)
      .where('cuts.expires_at', '>', now)
      .where((where) => where.or([where('boards.expires_at', 'is', null), where('boards.expires_at', '>', now)]));
  }

  async #whole(row: Selectable<Tables['cuts']> | undefined): Promise<WholeCut | undefined> {
    const opened = await this.#sealed.openOne('cuts', row);
    return opened && { ...givenOf(opened), cutJson: opened.cut_json };
  }
}

function givenOf(row: Pick<Selectable<PlainTables['cuts']>, (typeof headColumns)[number]>): GivenCut {
  const { recipient, ...rest } = said.parse(JSON.parse(row.said));
  return {
    id: row.id as CutId,
    boardId: row.board_id as BoardId,
    version: row.version,
    recipient: { ...recipient, ...(row.person_id === null ? {} : { personId: row.person_id as PersonId }) },
    ...rest,
    way: way.parse(row.way),
    givenAt: row.given_at,
    ...(row.expires_at === null || row.max_uses === null
      ? {}
      : { link: { expiresAt: row.expires_at, maxUses: row.max_uses, uses: row.uses } }),
    ...(row.withdrawn_at === null ? {} : { withdrawnAt: row.withdrawn_at }),
  };
}
