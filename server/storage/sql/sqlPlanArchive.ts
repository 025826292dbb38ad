import { documentIdOf } from '@duken/shared/access';
import type { BoardId } from '@duken/shared/board';
import type { SubjectPresence } from '@duken/shared/meeting';
import type { Kysely } from 'kysely';
import type { ArchivedVersion, ArchivedVersionHead, PlanArchive } from '../planArchive.ts';
import { headColumns, headOf } from './rows.ts';
import { keepCheckpoints } from './sqlCheckpoints.ts';
import { addLifeEvent } from './sqlPlanLives.ts';
import type { Tables } from './tables.ts';

/** Takes a transaction back; never leaves this file. */
class AlreadyFrozen extends Error {}

/** The archive in SQL that every database we use understands. */
export class SqlPlanArchive implements PlanArchive {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  async store(version: ArchivedVersion, subject?: SubjectPresence): Promise<boolean> {
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
          .values({
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
          })
          .onConflict((conflict) => conflict.columns(['board_id', 'version']).doNothing())
          .executeTakeFirst();
        if (stored.numInsertedOrUpdatedRows === 0n) throw new AlreadyFrozen();
        if (subject) {
          const event = { kind: 'frozen', subject, at: version.frozenAt, personId: '', name: '' } as const;
          await addLifeEvent(db, { boardId: version.boardId, version: version.version, number: 1, event });
        }
        const { frozenAt: takenAt, position, state } = version;
        const duk = documentIdOf(version.boardId, 'duk');
        await keepCheckpoints(db, duk, [{ takenAt, kind: 'freeze', position, state }]);
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
    return row && { ...headOf(row), state: row.state, planJson: row.plan_json, picture: row.picture };
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
