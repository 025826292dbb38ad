import type { BoardId } from '@duken/shared/board';
import type { Kysely, Transaction } from 'kysely';
import type { NewSession } from '../directory.ts';
import type { Tables } from './tables.ts';

/** Counts that somebody's access to the boards that are chosen has changed; held back in every database while another does so. */
export function countAccessChange(db: Kysely<Tables>) {
  return db.updateTable('boards').set((board) => ({ access_changes: board('access_changes', '+', 1) }));
}

/** @param signInId what it is signed in by */
export async function insertSession(
  db: Transaction<Tables>,
  session: NewSession,
  signInId: string | null,
): Promise<void> {
  await db
    .insertInto('sessions')
    .values({
      hash: session.hash,
      expires_at: session.expiresAt,
      used_at: session.openedAt,
      follows: session.follows ?? null,
      sign_in_id: signInId,
    })
    .execute();
}

/** @param ofLinks whether only those by links are taken along, and none of an account's */
export async function copySeats(
  db: Transaction<Tables>,
  { from, to, now }: { readonly from: string; readonly to: string; readonly now: number },
  ofLinks: 'ofLinks' | 'all' = 'all',
): Promise<void> {
  await db
    .insertInto('seats')
    .columns(['session_hash', 'board_id', 'participant_id', 'opened_at', 'is_current'])
    .expression((select) =>
      select
        .selectFrom('seats')
        .innerJoin('sessions', 'sessions.hash', 'seats.session_hash')
        .innerJoin('participants', 'participants.id', 'seats.participant_id')
        .where('seats.session_hash', '=', from)
        .where('sessions.expires_at', '>', now)
        .$if(ofLinks === 'ofLinks', (seats) =>
          seats.where('participants.access_id', 'in', (links) => links.selectFrom('links').select('links.id')),
        )
        .select((of) => [
          of.val(to).as('session_hash'),
          'seats.board_id',
          'seats.participant_id',
          'seats.opened_at',
          'seats.is_current',
        ]),
    )
    .execute();
}

/** Ends sign-ins with every session of theirs. @returns the boards where those had a seat */
export async function endSignIns(db: Transaction<Tables>, ids: readonly string[]): Promise<readonly BoardId[]> {
  if (ids.length === 0) return [];
  const changed = await countAccessChange(db)
    .where('id', 'in', (seats) =>
      seats
        .selectFrom('seats')
        .innerJoin('sessions', 'sessions.hash', 'seats.session_hash')
        .where('sessions.sign_in_id', 'in', ids)
        .select('seats.board_id'),
    )
    .returning('id')
    .execute();
  await db.deleteFrom('sessions').where('sign_in_id', 'in', ids).execute();
  await db.deleteFrom('sign_ins').where('id', 'in', ids).execute();
  return changed.map(({ id }) => id as BoardId);
}
