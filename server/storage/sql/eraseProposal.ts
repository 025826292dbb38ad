import type { ProposalId } from '@duken/shared/intake';
import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/**
 * Erases a proposal that no case has come of, with its log and its key, in one transaction.
 * @param destroyKey called in the transaction: when that fails, all is there still
 * @param onBegin called in the transaction, before anything is erased
 * @returns false when there is none, or a case has come of it
 */
export function eraseProposal(
  db: Kysely<Tables>,
  proposalId: ProposalId,
  destroyKey: (id: string) => Promise<void>,
  onBegin: () => void = () => undefined,
): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    onBegin();
    const erased = await transaction
      .deleteFrom('proposals')
      .where('id', '=', proposalId)
      .where('board_id', 'is', null)
      .executeTakeFirst();
    if (erased.numDeletedRows === 0n) return false;
    await deleteLogOf(transaction, proposalId);
    await destroyKey(proposalId);
    return true;
  });
}

/** Takes along what is known of the proposals that a board came of, all but their rows, which go with the board's. */
export async function eraseProposalsOf(
  db: Transaction<Tables>,
  boardId: string,
  destroyKey: (id: string) => Promise<void>,
): Promise<void> {
  const rows = await db.selectFrom('proposals').select('id').where('board_id', '=', boardId).execute();
  for (const { id } of rows) {
    await destroyKey(id);
    await deleteLogOf(db, id);
  }
}

/** Its log lies with those of the cases, under its own id. */
async function deleteLogOf(db: Transaction<Tables>, proposalId: string): Promise<void> {
  await db.deleteFrom('log_lines').where('board_id', '=', proposalId).execute();
  await db.deleteFrom('log_heads').where('board_id', '=', proposalId).execute();
}
