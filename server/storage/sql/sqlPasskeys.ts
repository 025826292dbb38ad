import type { AccountId, PasskeyId, SignInId } from '@duken/shared/access';
import type { BoardId } from '@duken/shared/board';
import type { Kysely, Selectable, Transaction } from 'kysely';
import { z } from 'zod';
import type { AccountRow, PasskeyRow } from '../accounts.ts';
import type { PasskeyChallenge, Passkeys } from '../passkeys.ts';
import { accountOf } from './rows.ts';
import { endSignIns } from './sessionRows.ts';
import type { Tables } from './tables.ts';

const purpose = z.enum(['make', 'prove']);

/** Passkeys in SQL that every database we use understands. */
export class SqlPasskeys implements Passkeys {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  async ask({ challengeHash, purpose, accountId, askedAt }: PasskeyChallenge, forgetsBefore: number): Promise<void> {
    await this.#db.deleteFrom('passkey_challenges').where('asked_at', '<', forgetsBefore).execute();
    await this.#db
      .insertInto('passkey_challenges')
      .values({ challenge_hash: challengeHash, purpose, account_id: accountId ?? null, asked_at: askedAt })
      .execute();
  }

  async take(challengeHash: string): Promise<PasskeyChallenge | undefined> {
    const row = await this.#db
      .deleteFrom('passkey_challenges')
      .where('challenge_hash', '=', challengeHash)
      .returningAll()
      .executeTakeFirst();
    return (
      row && {
        challengeHash,
        purpose: purpose.parse(row.purpose),
        ...(row.account_id === null ? {} : { accountId: row.account_id as AccountId }),
        askedAt: row.asked_at,
      }
    );
  }

  async list(accountId: AccountId): Promise<readonly PasskeyRow[]> {
    const rows = await this.#db
      .selectFrom('passkeys')
      .selectAll()
      .where('account_id', '=', accountId)
      .orderBy('made_at')
      .orderBy('id')
      .execute();
    return rows.map(passkeyOf);
  }

  async find(id: PasskeyId): Promise<{ readonly passkey: PasskeyRow; readonly account: AccountRow } | undefined> {
    const row = await this.#db.selectFrom('passkeys').selectAll().where('id', '=', id).executeTakeFirst();
    if (!row) return undefined;
    const account = await this.#db
      .selectFrom('accounts')
      .selectAll()
      .where('id', '=', row.account_id)
      .where('ended_at', 'is', null)
      .executeTakeFirst();
    return account && { passkey: passkeyOf(row), account: accountOf(account) };
  }

  async add(passkey: PasskeyRow, mustBeFirst: boolean): Promise<boolean> {
    return this.#inTurn(passkey.accountId, async (db) => {
      if (mustBeFirst && (await isThereAny(db, passkey.accountId))) return false;
      return insertPasskey(db, passkey);
    });
  }

  async use(id: PasskeyId, counter: number, now: number): Promise<boolean> {
    const used = await this.#db
      .updateTable('passkeys')
      .set({ counter, used_at: now })
      .where('id', '=', id)
      .where('counter', counter === 0 ? '=' : '<', counter)
      .executeTakeFirst();
    return used.numUpdatedRows > 0n;
  }

  async remove(
    { accountId, id, keeps }: { readonly accountId: AccountId; readonly id: PasskeyId; readonly keeps: SignInId },
    mayBeLast: boolean,
  ): Promise<readonly BoardId[] | undefined> {
    return this.#inTurn(accountId, async (db) => {
      if (!mayBeLast && !(await isThereAny(db, accountId, id))) return undefined;
      const removed = await db
        .deleteFrom('passkeys')
        .where('id', '=', id)
        .where('account_id', '=', accountId)
        .executeTakeFirst();
      if (removed.numDeletedRows === 0n) return undefined;
      const signIns = await db
        .selectFrom('sign_ins')
        .select('id')
        .where('passkey_id', '=', id)
        .where('id', '!=', keeps)
        .execute();
      return endSignIns(
        db,
        signIns.map((signIn) => signIn.id),
      );
    });
  }

  /** One after the other on an account, in every database: two that come at once are not both the first, or the last but one. */
  #inTurn<Value>(accountId: AccountId, act: (db: Transaction<Tables>) => Promise<Value>): Promise<Value> {
    return this.#db.transaction().execute(async (db) => {
      await db.updateTable('accounts').set({ id: accountId }).where('id', '=', accountId).execute();
      return act(db);
    });
  }
}

/** @returns false when it is known already */
export async function insertPasskey(db: Transaction<Tables>, passkey: PasskeyRow): Promise<boolean> {
  const made = await db
    .insertInto('passkeys')
    .values({
      id: passkey.id,
      account_id: passkey.accountId,
      name: passkey.name,
      public_key: passkey.publicKey,
      counter: passkey.counter,
      made_at: passkey.madeAt,
      used_at: passkey.usedAt ?? null,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  return (made.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

async function isThereAny(db: Transaction<Tables>, accountId: AccountId, beside = ''): Promise<boolean> {
  const found = await db
    .selectFrom('passkeys')
    .select('id')
    .where('account_id', '=', accountId)
    .where('id', '!=', beside)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

function passkeyOf(row: Selectable<Tables['passkeys']>): PasskeyRow {
  return {
    id: row.id as PasskeyId,
    accountId: row.account_id as AccountId,
    name: row.name,
    publicKey: row.public_key,
    counter: row.counter,
    madeAt: row.made_at,
    ...(row.used_at === null ? {} : { usedAt: row.used_at }),
  };
}
