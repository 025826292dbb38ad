import type { AccountId, MembershipId, PasskeyId, SignInId } from '@duken/shared/access';
import type { BoardId, ParticipantId, PersonId } from '@duken/shared/board';
import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import type {
  AccountInNumbers,
  AccountRow,
  Accounts,
  ChosenWayIn,
  LeaderRow,
  LoginAttempt,
  NewIds,
  NewMembership,
  NewSignIn,
  OnceLink,
  PasskeyRow,
  ProvidedPerson,
  ProvidedSignIn,
  ProviderSignOut,
  SignedIn,
  SignInRow,
} from '../accounts.ts';
import type { NewSession } from '../directory.ts';
import { accountOf } from './rows.ts';
import type { SealedRows } from './sealedRows.ts';
import { copySeats, countAccessChange, endSignIns, insertSession } from './sessionRows.ts';
import { insertPerson } from './sqlDirectory.ts';
import { insertPasskey } from './sqlPasskeys.ts';
import type { Tables } from './tables.ts';

/** How many browsers are remembered of an account. */
const mostKnownBrowsers = 20;

/** Accounts in SQL that every database we use understands. */
export class SqlAccounts implements Accounts {
  readonly #db: Kysely<Tables>;
  readonly #sealed: SealedRows;

  constructor(db: Kysely<Tables>, sealed: SealedRows) {
    this.#db = db;
    this.#sealed = sealed;
  }

  hasAny(): Promise<boolean> {
    return hasAny(this.#db);
  }

  async offerSetup(link: OnceLink, replaces: boolean): Promise<OnceLink | undefined> {
    return this.#db.transaction().execute(async (db) => {
      if (await hasAny(db)) return undefined;
      const old = db.deleteFrom('setup_links');
      await (replaces ? old : old.where('expires_at', '<=', link.createdAt)).execute();
      const there = await db.selectFrom('setup_links').selectAll().executeTakeFirst();
      if (there) return { secretHash: there.secret_hash, createdAt: there.created_at, expiresAt: there.expires_at };
      await db
        .insertInto('setup_links')
        .values({ secret_hash: link.secretHash, created_at: link.createdAt, expires_at: link.expiresAt })
        .execute();
      return link;
    });
  }

  async isSetupLink(secretHash: string, now: number): Promise<boolean> {
    const row = await this.#db
      .selectFrom('setup_links')
      .select('secret_hash')
      .where('secret_hash', '=', secretHash)
      .where('expires_at', '>', now)
      .executeTakeFirst();
    return row !== undefined;
  }

  async setUp(
    secretHash: string,
    account: AccountRow,
    session: NewSession,
    signIn: NewSignIn,
    ids: NewIds,
    passkey?: PasskeyRow,
  ): Promise<readonly BoardId[] | undefined> {
    return this.#db.transaction().execute(async (db) => {
      // Taken away first: of two who come at once by it, one finds it gone in every database.
      const taken = await db
        .deleteFrom('setup_links')
        .where('secret_hash', '=', secretHash)
        .where('expires_at', '>', account.createdAt)
        .executeTakeFirst();
      if (taken.numDeletedRows === 0n || (await hasAny(db))) return undefined;
      await db.deleteFrom('setup_links').execute();
      await db.insertInto('accounts').values(accountValues(account)).execute();
      if (passkey) await insertNewPasskey(db, passkey);
      const boards = await countAccessChange(db).returning(['id', 'maker_id']).execute();
      for (const board of boards) {
        await insertMembership(db, this.#sealed, {
          id: ids.newId() as MembershipId,
          boardId: board.id as BoardId,
          accountId: account.id,
          isOwner: true,
          name: account.name,
          participantId: ids.newId() as ParticipantId,
          personId: (board.maker_id ?? ids.newId()) as PersonId,
          createdAt: account.createdAt,
        });
      }
      await db
        .updateTable('links')
        .set({ withdrawn_at: account.createdAt })
        .where('role', '=', 'leader')
        .where('withdrawn_at', 'is', null)
        .execute();
      await signInWith(db, session, signIn);
      return boards.map(({ id }) => id as BoardId);
    });
  }

  async find(accountId: AccountId): Promise<AccountRow | undefined> {
    const row = await this.#db.selectFrom('accounts').selectAll().where('id', '=', accountId).executeTakeFirst();
    return row && accountOf(row);
  }

  async findByEmail(email: string): Promise<AccountRow | undefined> {
    // Which is nobody's: those without an address all have it.
    if (email === '') return undefined;
    const row = await this.#db
      .selectFrom('accounts')
      .selectAll()
      .where('email', '=', email)
      .where('ended_at', 'is', null)
      .executeTakeFirst();
    return row && accountOf(row);
  }

  async list(now: number): Promise<readonly AccountInNumbers[]> {
    const rows = await this.#db
      .selectFrom('accounts')
      .selectAll('accounts')
      .select((select) =>
        select
          .selectFrom('memberships')
          .innerJoin('boards', 'boards.id', 'memberships.board_id')
          .whereRef('memberships.account_id', '=', 'accounts.id')
          .where('memberships.ended_at', 'is', null)
          .where((is) => is.or([is('boards.expires_at', 'is', null), is('boards.expires_at', '>', now)]))
          .select((count) => count.fn.countAll().as('boards'))
          .as('boards'),
      )
      .select((select) =>
        select
          .selectFrom('passkeys')
          .whereRef('passkeys.account_id', '=', 'accounts.id')
          .select((count) => count.fn.countAll().as('passkeys'))
          .as('passkeys'),
      )
      .where('ended_at', 'is', null)
      .orderBy('created_at')
      .orderBy('id')
      .execute();
    return rows.map((row) => ({
      ...accountOf(row),
      boards: Number(row.boards),
      hasPasskey: Number(row.passkeys) > 0,
      ...(row.invited_until !== null && row.invited_until > now ? { invitedUntil: row.invited_until } : {}),
    }));
  }

  async create(account: AccountRow): Promise<boolean> {
    const made = await this.#db
      .insertInto('accounts')
      .values(accountValues(account))
      .onConflict((conflict) =>
        conflict.column('email').where('ended_at', 'is', null).where(sql<boolean>`email <> ''`).doNothing(),
      )
      .executeTakeFirst();
    return (made.numInsertedOrUpdatedRows ?? 0n) > 0n;
  }

  async invite(accountId: AccountId, link: OnceLink): Promise<boolean> {
    const changed = await this.#db
      .updateTable('accounts')
      .set({ invited_hash: link.secretHash, invited_until: link.expiresAt })
      .where('id', '=', accountId)
      .where('ended_at', 'is', null)
      .where('provider_id', 'is', null)
      .executeTakeFirst();
    return changed.numUpdatedRows > 0n;
  }

  async findInvited(secretHash: string, now: number): Promise<AccountRow | undefined> {
    const row = await this.#db
      .selectFrom('accounts')
      .selectAll()
      .where('invited_hash', '=', secretHash)
      .where('invited_until', '>', now)
      .where('ended_at', 'is', null)
      .executeTakeFirst();
    return row && accountOf(row);
  }

  async acceptInvitation(
    secretHash: string,
    { passwordHash, passkey }: ChosenWayIn,
    session: NewSession,
    signIn: Omit<NewSignIn, 'accountId'>,
  ): Promise<readonly BoardId[] | undefined> {
    return this.#db.transaction().execute(async (db) => {
      const invited = await db
        .updateTable('accounts')
        .set({ password_hash: passwordHash ?? null, invited_hash: null, invited_until: null })
        .where('invited_hash', '=', secretHash)
        .where('invited_until', '>', signIn.signedInAt)
        .where('ended_at', 'is', null)
        .returning('id')
        .executeTakeFirst();
      if (!invited) return undefined;
      const accountId = invited.id as AccountId;
      // Who is given a new link has lost what they had, and somebody may have found it.
      await db.deleteFrom('passkeys').where('account_id', '=', accountId).execute();
      if (passkey) await insertNewPasskey(db, passkey);
      const left = await endSignIns(db, await signInsOf(db, accountId));
      return [...left, ...(await signInWith(db, session, { ...signIn, accountId }))];
    });
  }

  async setPassword(accountId: AccountId, passwordHash: string, keeps: SignInId): Promise<readonly BoardId[]> {
    return this.#db.transaction().execute(async (db) => {
      await db
        .updateTable('accounts')
        .set({ password_hash: passwordHash, invited_hash: null, invited_until: null })
        .where('id', '=', accountId)
        .execute();
      return endSignIns(db, await signInsOf(db, accountId, keeps));
    });
  }

  async end(accountId: AccountId, endedAt: number): Promise<readonly BoardId[] | undefined> {
    return this.#db.transaction().execute(async (db) => {
      // Written first, one after the other: two administrators who end each other at once do not both find another left.
      await db.updateTable('accounts').set({ is_admin: 1 }).where('is_admin', '=', 1).execute();
      const ended = await db
        .updateTable('accounts')
        .set({ ended_at: endedAt, invited_hash: null, invited_until: null })
        .where('id', '=', accountId)
        .where('ended_at', 'is', null)
        .where((is) =>
          is.exists(
            is
              .selectFrom('accounts as others')
              .select('others.id')
              .where('others.id', '!=', accountId)
              .where('others.is_admin', '=', 1)
              .where('others.ended_at', 'is', null),
          ),
        )
        .executeTakeFirst();
      if (ended.numUpdatedRows === 0n) return undefined;
      await db.deleteFrom('passkeys').where('account_id', '=', accountId).execute();
      return endSignIns(db, await signInsOf(db, accountId));
    });
  }

  async signIn(session: NewSession, signIn: Omit<NewSignIn, 'passkeyId'>): Promise<readonly BoardId[]> {
    return this.#db.transaction().execute((db) => signInWith(db, session, signIn));
  }

  async signInByPasskey(
    session: NewSession,
    signIn: NewSignIn & { readonly passkeyId: PasskeyId },
  ): Promise<readonly BoardId[] | undefined> {
    return this.#db.transaction().execute(async (db) => {
      // Held until this is over, in every database: who removes it ends this signing in too, or has been before.
      const { passkeyId } = signIn;
      const held = await db
        .updateTable('passkeys')
        .set({ id: passkeyId })
        .where('id', '=', passkeyId)
        .executeTakeFirst();
      return held.numUpdatedRows === 0n ? undefined : signInWith(db, session, signIn);
    });
  }

  async findSignedIn(sessionHash: string, now: number): Promise<SignedIn | undefined> {
    const row = await this.#db
      .selectFrom('sessions')
      .innerJoin('sign_ins', 'sign_ins.id', 'sessions.sign_in_id')
      .innerJoin('accounts', 'accounts.id', 'sign_ins.account_id')
      .selectAll('accounts')
      .select([
        'sign_ins.id as sign_in_id',
        'sign_ins.browser',
        'sign_ins.signed_in_at',
        'sign_ins.provider_id as signed_in_at_provider',
        'sign_ins.authenticated_at',
        'sign_ins.passkey_id',
        'sessions.used_at',
      ])
      .where('sessions.hash', '=', sessionHash)
      .where('sessions.expires_at', '>', now)
      .where('accounts.ended_at', 'is', null)
      .executeTakeFirst();
    if (!row) return undefined;
    const { sign_in_id, browser, signed_in_at, signed_in_at_provider, authenticated_at, passkey_id, used_at } = row;
    const account = accountOf(row);
    return {
      account,
      signIn: {
        id: sign_in_id as SignInId,
        accountId: account.id,
        browser,
        signedInAt: signed_in_at,
        ...(signed_in_at_provider === null ? {} : { providerId: signed_in_at_provider }),
        ...(authenticated_at === null ? {} : { authenticatedAt: authenticated_at }),
        ...(passkey_id === null ? {} : { passkeyId: passkey_id as PasskeyId }),
        usedAt: used_at,
      },
    };
  }

  async beginLogin(attempt: LoginAttempt, forgetsBefore: number): Promise<void> {
    await this.#db.deleteFrom('login_attempts').where('asked_at', '<', forgetsBefore).execute();
    await this.#db
      .insertInto('login_attempts')
      .values({
        secret_hash: attempt.secretHash,
        provider_id: attempt.providerId,
        back: attempt.back,
        is_anew: Number(attempt.isAnew),
        asked_at: attempt.askedAt,
      })
      .execute();
  }

  async takeLogin(secretHash: string): Promise<LoginAttempt | undefined> {
    const row = await this.#db
      .deleteFrom('login_attempts')
      .where('secret_hash', '=', secretHash)
      .returningAll()
      .executeTakeFirst();
    return (
      row && {
        secretHash,
        providerId: row.provider_id,
        back: row.back,
        isAnew: row.is_anew === 1,
        askedAt: row.asked_at,
      }
    );
  }

  async signInProvided(
    person: ProvidedPerson,
    session: NewSession,
    signIn: Omit<NewSignIn, 'accountId'>,
    ids: NewIds,
  ): Promise<ProvidedSignIn> {
    return this.#db.transaction().execute(async (db) => {
      const known = await accountOfIdentity(db, person.identityHash);
      if (known?.endedAt !== undefined) return { kind: 'ended' };
      if (!person.mayLead && !known) return { kind: 'mayNotLead', boards: [] };
      const account = known ?? (await insertProvidedAccount(db, person, newAccountOf(person, ids, session.openedAt)));
      const values = {
        provider_id: person.providerId,
        name: person.name,
        email: await freeAddress(db, person.email, account.id),
        may_lead: Number(person.mayLead),
      };
      await db.updateTable('accounts').set(values).where('id', '=', account.id).execute();
      if (!person.mayLead) return { kind: 'mayNotLead', boards: await endSignIns(db, await signInsOf(db, account.id)) };
      const boards = await signInWith(db, session, { ...signIn, accountId: account.id });
      return {
        kind: 'signedIn',
        account: { ...account, name: values.name, email: values.email, mayLead: true },
        boards,
      };
    });
  }

  async endProvidedSignIns({ providerId, sessionHash, identityHash }: ProviderSignOut): Promise<readonly BoardId[]> {
    return this.#db.transaction().execute(async (db) => {
      const account = identityHash === undefined ? undefined : await accountOfIdentity(db, identityHash);
      if (identityHash !== undefined && !account) return [];
      const rows = await db
        .selectFrom('sign_ins')
        .select('id')
        .where('provider_id', '=', providerId)
        .$if(sessionHash !== undefined, (of) => of.where('provider_session_hash', '=', sessionHash ?? ''))
        .$if(account !== undefined, (of) => of.where('account_id', '=', account?.id ?? ''))
        .execute();
      return endSignIns(
        db,
        rows.map(({ id }) => id),
      );
    });
  }

  async endSignInsOfOtherProviders(providerIds: readonly string[]): Promise<readonly BoardId[]> {
    const all = await this.#db
      .selectFrom('sign_ins')
      .select(['id', 'provider_id'])
      .where('provider_id', 'is not', null)
      .execute();
    const ids = all.flatMap(({ id, provider_id }) => (providerIds.includes(provider_id ?? '') ? [] : [id]));
    // Most often there are none, and a disk that can only be read is no hindrance.
    return ids.length === 0 ? [] : this.#db.transaction().execute((db) => endSignIns(db, ids));
  }

  async listSignIns(accountId: AccountId): Promise<readonly SignInRow[]> {
    const rows = await this.#db
      .selectFrom('sign_ins')
      .innerJoin('sessions', 'sessions.sign_in_id', 'sign_ins.id')
      .where('sign_ins.account_id', '=', accountId)
      .groupBy(['sign_ins.id', 'sign_ins.browser', 'sign_ins.signed_in_at'])
      .select((of) => [
        'sign_ins.id',
        'sign_ins.browser',
        'sign_ins.signed_in_at',
        of.fn.max('sessions.used_at').as('used_at'),
      ])
      .orderBy('signed_in_at', 'desc')
      .orderBy('id')
      .execute();
    return rows.map((row) => ({
      id: row.id as SignInId,
      accountId,
      browser: row.browser,
      signedInAt: row.signed_in_at,
      usedAt: Number(row.used_at),
    }));
  }

  async endSignIns(
    accountId: AccountId,
    which: { readonly only: SignInId } | { readonly allBut: SignInId },
  ): Promise<{ readonly ended: number; readonly boards: readonly BoardId[] }> {
    return this.#db.transaction().execute(async (db) => {
      const all = await signInsOf(db, accountId, 'allBut' in which ? which.allBut : undefined);
      const ids = 'only' in which ? all.filter((id) => id === which.only) : all;
      return { ended: ids.length, boards: await endSignIns(db, ids) };
    });
  }

  async deleteOldSignIns(signedInBefore: number): Promise<void> {
    await this.#db.transaction().execute(async (db) => {
      const old = db.selectFrom('sign_ins').select('id').where('signed_in_at', '<', signedInBefore);
      await db.updateTable('sessions').set({ sign_in_id: null }).where('sign_in_id', 'in', old).execute();
      await db.deleteFrom('sign_ins').where('signed_in_at', '<', signedInBefore).execute();
    });
  }

  async knowBrowser(accountId: AccountId, secretHash: string, now: number): Promise<void> {
    await this.#db.transaction().execute(async (db) => {
      await db
        .insertInto('known_browsers')
        .values({ secret_hash: secretHash, account_id: accountId, used_at: now })
        .onConflict((conflict) => conflict.column('secret_hash').doUpdateSet({ account_id: accountId, used_at: now }))
        .execute();
      const old = await db
        .selectFrom('known_browsers')
        .select('secret_hash')
        .where('account_id', '=', accountId)
        .orderBy('used_at', 'desc')
        .orderBy('secret_hash')
        .offset(mostKnownBrowsers)
        .limit(mostKnownBrowsers)
        .execute();
      for (const { secret_hash } of old)
        await db.deleteFrom('known_browsers').where('secret_hash', '=', secret_hash).execute();
    });
  }

  async isKnownBrowser(accountId: AccountId, secretHash: string): Promise<boolean> {
    const row = await this.#db
      .selectFrom('known_browsers')
      .select('secret_hash')
      .where('secret_hash', '=', secretHash)
      .where('account_id', '=', accountId)
      .executeTakeFirst();
    return row !== undefined;
  }

  async addMembership(membership: NewMembership): Promise<boolean> {
    return this.#inTurn(membership.boardId, async (db) => {
      const leads = await membershipsAt(db, membership.boardId)
        .where('memberships.account_id', '=', membership.accountId)
        .executeTakeFirst();
      if (leads) return false;
      // Who led it before is the same person of the case, and what they wrote is theirs again.
      const personId = (await personBefore(db, membership)) ?? membership.personId;
      await insertMembership(db, this.#sealed, { ...membership, personId });
      const sessions = await db
        .selectFrom('sessions')
        .innerJoin('sign_ins', 'sign_ins.id', 'sessions.sign_in_id')
        .select(['sessions.hash'])
        .where('sign_ins.account_id', '=', membership.accountId)
        .execute();
      for (const { hash } of sessions) await sitDown(db, hash, membership.createdAt, [membership]);
      return true;
    });
  }

  async listLeaders(boardId: BoardId): Promise<readonly LeaderRow[]> {
    const rows = await membershipsAt(this.#db, boardId).execute();
    return rows.map((row) => ({
      accountId: row.account_id as AccountId,
      name: row.name,
      email: row.email,
      isOwner: row.is_owner === 1,
    }));
  }

  async endMembership(boardId: BoardId, accountId: AccountId, endedAt: number): Promise<boolean> {
    return this.#inTurn(boardId, async (db) => {
      const ended = await db
        .updateTable('memberships')
        .set({ ended_at: endedAt })
        .where('board_id', '=', boardId)
        .where('account_id', '=', accountId)
        .where('ended_at', 'is', null)
        .where('is_owner', '=', 0)
        .returning('id')
        .executeTakeFirst();
      if (!ended) return false;
      await db.updateTable('participants').set({ removed_at: endedAt }).where('access_id', '=', ended.id).execute();
      return true;
    });
  }

  async handOver(boardId: BoardId, from: AccountId, to: AccountId): Promise<boolean> {
    return this.#inTurn(boardId, async (db) => {
      const leaders = await membershipsAt(db, boardId).execute();
      const giver = leaders.find(({ account_id, is_owner }) => account_id === from && is_owner === 1);
      const taker = leaders.find(({ account_id, is_owner }) => account_id === to && is_owner === 0);
      if (!giver || !taker) return false;
      await db.updateTable('memberships').set({ is_owner: 0 }).where('id', '=', giver.id).execute();
      await db.updateTable('memberships').set({ is_owner: 1 }).where('id', '=', taker.id).execute();
      await db
        .updateTable('boards')
        .set((boards) => ({
          maker_id: boards
            .selectFrom('participants')
            .select('participants.person_id')
            .where('participants.access_id', '=', taker.id),
        }))
        .where('id', '=', boardId)
        .execute();
      return true;
    });
  }

  /** One after the other on a board, as in the directory. */
  #inTurn<Value>(boardId: BoardId, act: (db: Transaction<Tables>) => Promise<Value>): Promise<Value> {
    return this.#db.transaction().execute(async (db) => {
      await countAccessChange(db).where('id', '=', boardId).execute();
      return act(db);
    });
  }
}

async function hasAny(db: Kysely<Tables>): Promise<boolean> {
  return (await db.selectFrom('accounts').select('id').limit(1).executeTakeFirst()) !== undefined;
}

/** It is looked before whether it is new. */
async function insertNewPasskey(db: Transaction<Tables>, passkey: PasskeyRow): Promise<void> {
  if (!(await insertPasskey(db, passkey))) throw new Error('another account has the same passkey');
}

/** @returns the boards where it has a seat that the session it follows had not, or has none any more */
async function signInWith(
  db: Transaction<Tables>,
  session: NewSession,
  signIn: NewSignIn,
): Promise<readonly BoardId[]> {
  const now = session.openedAt;
  await db
    .insertInto('sign_ins')
    .values({
      id: signIn.id,
      account_id: signIn.accountId,
      browser: signIn.browser,
      signed_in_at: signIn.signedInAt,
      provider_id: signIn.providerId ?? null,
      provider_session_hash: signIn.providerSessionHash ?? null,
      authenticated_at: signIn.authenticatedAt ?? null,
      passkey_id: signIn.passkeyId ?? null,
    })
    .execute();
  await insertSession(db, session, signIn.id);
  const left: BoardId[] = [];
  if (session.follows !== undefined) {
    await copySeats(db, { from: session.follows, to: session.hash, now }, 'ofLinks');
    const before = await db
      .selectFrom('sessions')
      .select('sign_in_id')
      .where('hash', '=', session.follows)
      .executeTakeFirst();
    if (typeof before?.sign_in_id === 'string') left.push(...(await endSignIns(db, [before.sign_in_id])));
  }
  const led = await db
    .selectFrom('participants')
    .innerJoin('memberships', 'memberships.id', 'participants.access_id')
    .where('memberships.account_id', '=', signIn.accountId)
    .where('memberships.ended_at', 'is', null)
    .where('participants.removed_at', 'is', null)
    .select(['participants.board_id as boardId', 'participants.id as participantId'])
    .execute();
  await sitDown(db, session.hash, now, led);
  return left;
}

/** Gives a session seats of its account, on which it sits from now on, whatever seats by links it has there. */
async function sitDown(
  db: Transaction<Tables>,
  sessionHash: string,
  now: number,
  seats: readonly { readonly boardId: string; readonly participantId: string }[],
): Promise<void> {
  for (const { boardId, participantId } of seats) {
    await db
      .updateTable('seats')
      .set({ is_current: 0 })
      .where('session_hash', '=', sessionHash)
      .where('board_id', '=', boardId)
      .execute();
    await db
      .insertInto('seats')
      .values({
        session_hash: sessionHash,
        board_id: boardId,
        participant_id: participantId,
        opened_at: now,
        is_current: 1,
      })
      .execute();
  }
}

async function personBefore(
  db: Transaction<Tables>,
  { boardId, accountId }: NewMembership,
): Promise<PersonId | undefined> {
  const row = await db
    .selectFrom('memberships')
    .innerJoin('participants', 'participants.access_id', 'memberships.id')
    .select('participants.person_id')
    .where('memberships.board_id', '=', boardId)
    .where('memberships.account_id', '=', accountId)
    .orderBy('memberships.created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (row?.person_id ?? undefined) as PersonId | undefined;
}

async function insertMembership(db: Transaction<Tables>, sealed: SealedRows, membership: NewMembership): Promise<void> {
  const { id, boardId, accountId, isOwner, name, participantId, personId, createdAt } = membership;
  await db
    .insertInto('memberships')
    .values({
      id,
      board_id: boardId,
      account_id: accountId,
      is_owner: Number(isOwner),
      created_at: createdAt,
      ended_at: null,
    })
    .execute();
  const known = await db.selectFrom('people').select('id').where('id', '=', personId).executeTakeFirst();
  if (!known) await insertPerson(db, sealed, { id: personId, boardId, name, voices: [], isSubject: false, createdAt });
  if (isOwner)
    await db
      .updateTable('boards')
      .set({ maker_id: personId })
      .where('id', '=', boardId)
      .where('maker_id', 'is', null)
      .execute();
  const seat = await sealed.seal('participants', {
    id: participantId as string,
    board_id: boardId as string,
    access_id: id as string,
    person_id: personId as string,
    name,
    role: 'leader',
    state: 'in',
    voice: 'service',
    service: null,
    joined_at: createdAt,
    admitted_at: null,
    removed_at: null,
    removed_before: 0,
  });
  await db.insertInto('participants').values(seat).execute();
}

/** Of accounts that have not ended; who owns the board first. */
function membershipsAt(db: Kysely<Tables>, boardId: BoardId) {
  return db
    .selectFrom('memberships')
    .innerJoin('accounts', 'accounts.id', 'memberships.account_id')
    .where('memberships.board_id', '=', boardId)
    .where('memberships.ended_at', 'is', null)
    .where('accounts.ended_at', 'is', null)
    .select(['memberships.id', 'memberships.account_id', 'memberships.is_owner', 'accounts.name', 'accounts.email'])
    .orderBy('memberships.is_owner', 'desc')
    .orderBy('memberships.created_at')
    .orderBy('memberships.id');
}

async function signInsOf(db: Transaction<Tables>, accountId: AccountId, allBut?: SignInId): Promise<readonly string[]> {
  const rows = await db.selectFrom('sign_ins').select('id').where('account_id', '=', accountId).execute();
  return rows.map(({ id }) => id).filter((id) => id !== allBut);
}

async function accountOfIdentity(db: Transaction<Tables>, hash: string): Promise<AccountRow | undefined> {
  const row = await db
    .selectFrom('identities')
    .innerJoin('accounts', 'accounts.id', 'identities.account_id')
    .selectAll('accounts')
    .where('identities.hash', '=', hash)
    .executeTakeFirst();
  return row && accountOf(row);
}

/** Without an address yet. Of two who come at once as the same person, both get the account of the first. */
async function insertProvidedAccount(
  db: Transaction<Tables>,
  { identityHash }: ProvidedPerson,
  account: AccountRow,
): Promise<AccountRow> {
  await db
    .insertInto('accounts')
    .values({ ...accountValues(account), email: '' })
    .execute();
  const made = await db
    .insertInto('identities')
    .values({ hash: identityHash, account_id: account.id, created_at: account.createdAt })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .executeTakeFirst();
  if ((made.numInsertedOrUpdatedRows ?? 0n) > 0n) return account;
  await db.deleteFrom('accounts').where('id', '=', account.id).execute();
  return (await accountOfIdentity(db, identityHash)) ?? account;
}

function newAccountOf(
  { name, email, mayLead, providerId }: ProvidedPerson,
  ids: NewIds,
  createdAt: number,
): AccountRow {
  return { id: ids.newId() as AccountId, name, email, mayLead, isAdmin: false, createdAt, providerId };
}

/** The address, unless another account has it already: an address is no proof of being the same person. */
async function freeAddress(db: Transaction<Tables>, email: string, accountId: AccountId): Promise<string> {
  const taken = await db
    .selectFrom('accounts')
    .select('id')
    .where('email', '=', email)
    .where('id', '!=', accountId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return taken ? '' : email;
}

function accountValues(account: AccountRow): Selectable<Tables['accounts']> {
  return {
    id: account.id,
    name: account.name,
    email: account.email,
    may_lead: Number(account.mayLead),
    is_admin: Number(account.isAdmin),
    created_at: account.createdAt,
    password_hash: account.passwordHash ?? null,
    invited_hash: null,
    invited_until: null,
    ended_at: account.endedAt ?? null,
    provider_id: account.providerId ?? null,
  };
}
