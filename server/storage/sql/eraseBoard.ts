import type { BoardId } from '@duken/shared/board';
import { type Kysely, sql } from 'kysely';
import type { KeyStore } from '../../sealing/index.ts';
import { movedTables } from '../movedTables.ts';
import { eraseProposalsOf } from './eraseProposal.ts';
import type { Tables } from './tables.ts';

/** Erased boards that are asked for at once. */
const boardsAtOnce = 500;

/**
 * Erases everything of a board, in every table and the journals of all its documents, in one transaction, if it had ended by
 * then.
 * @param derived tables that this database keeps besides, by document
 * @param destroyKey called in the transaction, for the board and the proposals that it came of: when that fails or is broken off, the
 *   board is still there, ended, and erased next time
 * @param onBegin called in the transaction, before anything is erased
 * @returns false when it had not, or another server has erased it
 */
export function eraseExpiredBoard(
  db: Kysely<Tables>,
  boardId: BoardId,
  now: number,
  destroyKey: (id: string) => Promise<void>,
  derived: readonly string[] = [],
  onBegin: () => void = () => undefined,
): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    onBegin();
    // Writing its row first holds other servers back until this is done, in every database.
    const ended = await transaction
      .updateTable('boards')
      .set((board) => ({ access_changes: board('access_changes', '+', 1) }))
      .where('id', '=', boardId)
      .where('expires_at', '<=', now)
      .executeTakeFirst();
    if (ended.numUpdatedRows === 0n) return false;
    await eraseProposalsOf(transaction, boardId, destroyKey);
    await destroyKey(boardId);
    // Its documents are its own id and those below it; '0' is what comes after '/'.
    const ofItsDocuments = sql`document_id = ${boardId} or (document_id >= ${`${boardId}/`} and document_id < ${`${boardId}0`})`;
    for (const { name, columns } of movedTables.toReversed()) {
      const which =
        name === 'boards'
          ? sql`id = ${boardId}`
          : 'board_id' in columns
            ? sql`board_id = ${boardId}`
            : 'document_id' in columns
              ? ofItsDocuments
              : undefined;
      if (which) await sql`delete from ${sql.table(name)} where ${which}`.execute(transaction);
    }
    for (const name of derived) await sql`delete from ${sql.table(name)} where ${ofItsDocuments}`.execute(transaction);
    return true;
  });
}

/**
 * Ends boards whose key was destroyed: they came back with an older copy of the data. Nobody could read them, and now nobody comes to
 * them either until they are erased again. Proposals are erased at once: nobody is at one.
 */
export async function endErasedBoards(db: Kysely<Tables>, keys: KeyStore, now: number): Promise<void> {
  for (let after = ''; ; ) {
    const erased = await keys.destroyed(after, boardsAtOnce);
    const last = erased.at(-1);
    if (last === undefined) return;
    await db
      .updateTable('boards')
      .set({ expires_at: now })
      .where('id', 'in', erased)
      .where((is) => is.or([is('expires_at', 'is', null), is('expires_at', '>', now)]))
      .execute();
    await db.deleteFrom('proposals').where('id', 'in', erased).where('board_id', 'is', null).execute();
    after = last;
  }
}
