import { documentIdOf } from '@duken/shared/access';
import type { BoardId } from '@duken/shared/board';
import type { SubjectPresence } from '@duken/shared/meeting';
import type { Kysely } from 'kysely';
import type { ArchivedVersion, ArchivedVersionHead, PlanArchive } from '../planArchive.ts';
import { headColumns, headOf } from './rows.ts';
import { orNothing, type SealedRows } from './sealedRows.ts';
import { keepCheckpoints } from './sqlCheckpoints.ts';
import { lifeEventRow } from './sqlPlanLives.ts';
import type { Tables } from './tables.ts';

/** Takes a transaction back; never leaves this file. */
class AlreadyFrozen extends Error {}

/** The archive in SQL that every database we use understands. */
export class SqlPlanArchive implements PlanArchive {
  readonly #db: Kysely<Tables>;
  readonly #sealed: SealedRows;

  constructor(db: Kysely<Tables>, sealed: SealedRows) {
    this.#db = db;
    this.#sealed = sealed;
  }

  async store(version: ArchivedVersion, subject?: SubjectPresence): Promise<boolean> {
    const { seal, keys } = await this.#sealed.sealer([version.boardId]);
    const row = seal('versions', {
      board_id: version.boardId,
      version: version.version,
      meeting_id: version.meetingId,
      position: version.position,
      frozen_at: version.frozenAt,
      state: version.state,
      plan_json: version.planJson,
      picture: version.picture,
      sha256: version.sha256,
      previous_sha256: version.previousSha256,
      consents: version.consents ? JSON.stringify(version.consents) : null,
    });
    try {
      await this.#db.transaction().execute(async (db) => {
        const meeting = await db
          .updateTable('meetings')
          .set({ version: version.version })
          .where('board_id', '=', version.boardId)
          .where('id', '=', version.meetingId)
          .where('version', 'is', null)
          .executeTakeFirst();
        if (meeting.numUpdatedRows === 0n) throw new AlreadyFrozen();
        const stored = await db
          .insertInto('versions')
          .values(row)
          .onConflict((conflict) => conflict.columns(['board_id', 'version']).doNothing())
          .executeTakeFirst();
        if (stored.numInsertedOrUpdatedRows === 0n) throw new AlreadyFrozen();
        if (subject) {
          const event = { kind: 'frozen', subject, at: version.frozenAt, personId: '', name: '' } as const;
          const first = lifeEventRow({ boardId: version.boardId, version: version.version, number: 1, event });
          await db.insertInto('plan_events').values(seal('plan_events', first)).execute();
        }
        const { frozenAt: takenAt, position, state } = version;
        const duk = documentIdOf(version.boardId, 'duk');
        await keepCheckpoints(db, duk, [{ takenAt, kind: 'freeze', position, state }], keys);
      });
      return true;
    } catch (error) {
      if (error instanceof AlreadyFrozen) return false;
      throw error;
    }
  }

  async find(boardId: BoardId, version: number): Promise<ArchivedVersion | undefined> {
    const row = await this.#db
      .selectFrom('versions')
      .selectAll()
      .where('board_id', '=', boardId)
      .where('version', '=', version)
      .executeTakeFirst();
    if (!row) return undefined;
    const opener = await this.#sealed.opener([boardId]);
    const { board_id, version: number, state, plan_json, picture } = row;
    const key = { board_id, version: number };
    return {
      ...headOf(row),
      state: orNothing(() => opener.open('versions', { ...key, state }).state, new Uint8Array()),
      planJson: orNothing(() => opener.open('versions', { ...key, plan_json }).plan_json, ''),
      picture: orNothing(() => opener.open('versions', { ...key, picture }).picture, ''),
    };
  }

  async list(boardId: BoardId): Promise<readonly ArchivedVersionHead[]> {
    const rows = await this.#db
      .selectFrom('versions')
      .select(headColumns)
      .where('board_id', '=', boardId)
      .orderBy('version')
      .execute();
    return rows.map(headOf);
  }

  async listBoards(): Promise<readonly BoardId[]> {
    const rows = await this.#db
      .selectFrom('versions')
      .select('board_id')
      // A board whose versions were all taken away still has the meetings that were frozen as them.
      .union(this.#db.selectFrom('meetings').select('board_id').where('version', 'is not', null))
      .orderBy('board_id')
      .execute();
    return rows.map((row) => row.board_id as BoardId);
  }
}
