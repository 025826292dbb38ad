import type { BoardId } from '@duken/shared/board';
import { type Proposal, type ProposalId, proposalSchema } from '@duken/shared/intake';
import type { Kysely } from 'kysely';
import { SealBroken } from '../../sealing/index.ts';
import type { Intake, ProposalChange, ProposalRow } from '../intake.ts';
import type { OpenedRow } from './sealedColumns.ts';
import type { SealedRows } from './sealedRows.ts';
import type { Tables } from './tables.ts';

/** The core team's list in SQL that every database we use understands. */
export class SqlIntake implements Intake {
  readonly #db: Kysely<Tables>;
  readonly #sealed: SealedRows;

  constructor(db: Kysely<Tables>, sealed: SealedRows) {
    this.#db = db;
    this.#sealed = sealed;
  }

  async add(id: ProposalId, proposal: Proposal, madeAt: number): Promise<void> {
    const row = await this.#sealed.seal('proposals', {
      ...{ id: id as string, said: JSON.stringify(proposal), revision: 1 },
      ...{ made_at: madeAt, changed_at: madeAt, board_id: null },
    });
    await this.#db.insertInto('proposals').values(row).execute();
  }

  async list(now: number): Promise<readonly ProposalRow[]> {
    const rows = await rowsNow(this.#db, now).orderBy('changed_at', 'desc').orderBy('proposals.id').execute();
    const opened = await Promise.all(rows.map((row) => this.#read(row)));
    return opened.filter((row) => row !== undefined);
  }

  async find(id: ProposalId, now: number): Promise<ProposalRow | undefined> {
    const row = await rowsNow(this.#db, now).where('proposals.id', '=', id).executeTakeFirst();
    return row && this.#read(row);
  }

  async change(id: ProposalId, revision: number, { proposal, changedAt, boardId }: ProposalChange): Promise<boolean> {
    const { said } = await this.#sealed.sealChange('proposals', { id }, { said: JSON.stringify(proposal) });
    const changed = await this.#db
      .updateTable('proposals')
      .set({ said, revision: revision + 1, changed_at: changedAt, ...(boardId && { board_id: boardId }) })
      .where('id', '=', id)
      .where('revision', '=', revision)
      .executeTakeFirst();
    return changed.numUpdatedRows > 0n;
  }

  /** @returns undefined for one whose key is destroyed: it is erased, whatever has come back of it */
  async #read(row: StoredRow): Promise<ProposalRow | undefined> {
    try {
      const [opened] = await this.#sealed.open('proposals', [row]);
      return opened && rowOf(opened);
    } catch (error) {
      if (!(error instanceof SealBroken)) throw error;
      const [key] = await this.#sealed.keyring.store.find([row.id]);
      if (key && key.wrapped === undefined) return undefined;
      throw error;
    }
  }
}

function rowsNow(db: Kysely<Tables>, now: number) {
  return db
    .selectFrom('proposals')
    .leftJoin('boards', 'boards.id', 'proposals.board_id')
    .selectAll('proposals')
    .select('boards.archived_at')
    .where((is) => is.or([is('boards.expires_at', 'is', null), is('boards.expires_at', '>', now)]));
}
type StoredRow = Awaited<ReturnType<ReturnType<typeof rowsNow>['execute']>>[number];

function rowOf(row: OpenedRow<'proposals', StoredRow>): ProposalRow {
  const { id, said, revision, made_at, changed_at, board_id, archived_at } = row;
  return {
    id: id as ProposalId,
    proposal: proposalSchema.parse(JSON.parse(said)),
    revision,
    madeAt: made_at,
    changedAt: changed_at,
    ...(board_id === null ? {} : { boardId: board_id as BoardId }),
    ...(archived_at === null ? {} : { closedAt: archived_at }),
  };
}
