import type { BoardId } from '@duken/shared/board';
import { type Kysely, sql } from 'kysely';
import { movedTables } from '../movedTables.ts';
import type { Tables } from './tables.ts';

/**
 * Erases everything of a board, in every table and the journals of all its documents, in one transaction, if it had ended by
 * then.
 * @param derived tables that this database keeps besides, by document
 * @param onBegin called in the transaction, before anything is erased
 * @returns false when it had not, or another server has erased it
 */
export function eraseExpiredBoard(
  db: Kysely<Tables>,
  boardId: BoardId,
  now: number,
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
