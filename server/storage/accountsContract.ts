import type { AccountId, LinkId, MembershipId, ParticipantId, SignInId } from '@duken/shared/access';
import type { BoardId, PersonId } from '@duken/shared/board';
import { describe, expect, it } from 'vitest';
import type { AccountRow, NewMembership, NewSignIn, OnceLink, ProvidedPerson, ProviderSignOut } from './accounts.ts';
import type { NewSession } from './directory.ts';
import type { Storage } from './storage.ts';

const boardId = 'board-one' as BoardId;
const mona = 'mona' as AccountId;
const per = 'per' as AccountId;

const account = (id: AccountId, more: Partial<AccountRow> = {}): AccountRow => ({
  id,
  name: `${id} å`,
  email: `${id}@kommune.no`,
  mayLead: true,
  isAdmin: false,
  createdAt: 10,
  passwordHash: 'hash of a password',
  ...more,
});
const session = (hash: string, more: Partial<NewSession> = {}): NewSession => ({
  hash,
  openedAt: 20,
  expiresAt: 1_000,
  ...more,
});
const signIn = (accountId: AccountId, id: string, signedInAt = 20): NewSignIn => ({
  id: id as SignInId,
  accountId,
  browser: 'Firefox, Linux',
  signedInAt,
});
const setupLink = (secret: string, more: Partial<OnceLink> = {}): OnceLink => ({
  secretHash: secret,
  createdAt: 1,
  expiresAt: 100,
  ...more,
});
const membership = (accountId: AccountId, more: Partial<NewMembership> = {}): NewMembership => ({
  id: `membership of ${accountId}` as MembershipId,
  boardId,
  accountId,
  isOwner: accountId === mona,
  name: `${accountId} å`,
  participantId: `seat of ${accountId}` as ParticipantId,
  personId: `person of ${accountId}` as PersonId,
  createdAt: 15,
  ...more,
});

/** An account that leads a board, and is signed in. */
export async function leadWithAccount(storage: Storage, id: BoardId): Promise<void> {
  const leader = account(`leader of ${id}` as AccountId);
  await storage.accounts.create(leader);
  const ids = {
    id: `membership at ${id}` as MembershipId,
    participantId: `leader's seat at ${id}` as ParticipantId,
    personId: `leader at ${id}` as PersonId,
  };
  await storage.accounts.addMembership(membership(leader.id, { ...ids, boardId: id, isOwner: true }));
  await storage.accounts.signIn(session(`leader's session at ${id}`), signIn(leader.id, `sign-in at ${id}`));
}

/** What is kept of accounts. Part of `storageContract`. */
export function accountsContract(storageNow: () => Storage): void {
  describe('accounts', () => {
    const accounts = () => storageNow().accounts;
    const directory = () => storageNow().directory;
    const seatIn = (hash: string, id = boardId) => directory().findSeat(hash, id, 30);
    const makeBoard = (id = boardId) =>
      directory().createBoard({ id, title: 'Duk', templateId: 'simple', createdAt: 1 }, [
        {
          id: `leaders of ${id}` as LinkId,
          boardId: id,
          role: 'leader',
          secretHash: `l ${id}`,
          lobby: false,
          createdAt: 1,
        },
        {
          id: `editors of ${id}` as LinkId,
          boardId: id,
          role: 'editor',
          secretHash: `e ${id}`,
          lobby: false,
          createdAt: 1,
        },
      ]);
    const enter = (hash: string, role: 'leader' | 'editor', more: Partial<NewSession> = {}) =>
      directory().enter(
        {
          id: `${role} in ${hash}` as ParticipantId,
          personId: `person in ${hash}` as PersonId,
          boardId,
          linkId: `${role}s of ${boardId}` as LinkId,
          name: 'Kari',
          role,
          joinedAt: 5,
        },
        session(hash, { openedAt: 5, ...more }),
      );
    let ids = 0;
    const newIds = { newId: () => `new ${++ids}` };
    const setUp = (secret: string, hash = 'first session', more: Partial<NewSession> = {}) =>
      accounts().setUp(
        secret,
        account(mona, { isAdmin: true, createdAt: 20 }),
        session(hash, more),
        signIn(mona, `sign-in of ${hash}`),
        newIds,
      );

    it('have a link for the first, which stands until it is over or replaced', async () => {
      expect(await accounts().offerSetup(setupLink('a'), false)).toEqual(setupLink('a'));
      const b = setupLink('b', { createdAt: 99, expiresAt: 200 });
      expect(await accounts().offerSetup(b, false)).toEqual(setupLink('a'));
      expect([await accounts().isSetupLink('a', 99), await accounts().isSetupLink('a', 100)]).toEqual([true, false]);
      expect(await accounts().offerSetup(b, true)).toEqual(b);
      expect(await accounts().isSetupLink('a', 99)).toBe(false);
      const c = setupLink('c', { createdAt: 200, expiresAt: 300 });
      expect(await accounts().offerSetup(c, false)).toEqual(c);
    });

    it('begin with one that is made once, whoever comes at once by its link', async () => {
      await accounts().offerSetup(setupLink('a'), false);
      expect(await setUp('wrong')).toBeUndefined();
      expect(await accounts().hasAny()).toBe(false);
      const both = await Promise.all([setUp('a', 'one'), setUp('a', 'two')]);
      expect(both.filter((boards) => boards !== undefined)).toEqual([[]]);
      expect(await accounts().hasAny()).toBe(true);
      expect(await accounts().offerSetup(setupLink('b'), true)).toBeUndefined();
      expect(await accounts().findByEmail('mona@kommune.no')).toEqual(account(mona, { isAdmin: true, createdAt: 20 }));
    });

    it('adopt what was made before: the first leads it as who made it, and nobody by a link any more', async () => {
      await makeBoard();
      await enter('tried out', 'leader');
      await enter('guest', 'editor');
      await accounts().offerSetup(setupLink('a'), false);
      const changes = (await directory().accessChanges([boardId])).get(boardId) ?? 0;
      expect(await setUp('a', 'set up', { follows: 'tried out' })).toEqual([boardId]);
      expect((await directory().accessChanges([boardId])).get(boardId)).toBeGreaterThan(changes);
      const seat = await seatIn('set up');
      expect(seat?.participant).toMatchObject({ name: 'mona å', role: 'leader', personId: 'person in tried out' });
      expect(seat).toMatchObject({ membership: { accountId: mona, isOwner: true, signedInAt: 20 } });
      expect(seat?.board.makerId).toBe(seat?.participant.personId);
      expect((await seatIn('tried out'))?.link).toMatchObject({ role: 'leader', withdrawnAt: 20 });
      expect((await seatIn('guest'))?.link?.withdrawnAt).toBeUndefined();
      expect(await accounts().listLeaders(boardId)).toEqual([
        { accountId: mona, name: 'mona å', email: 'mona@kommune.no', isOwner: true },
      ]);
    });

    it('lead in every session that is signed in, and in those that follow it for as long as it is in use', async () => {
      await makeBoard();
      await accounts().create(account(mona));
      await accounts().signIn(session('at work'), signIn(mona, 'one'));
      expect(await accounts().addMembership(membership(mona))).toBe(true);
      expect(await accounts().addMembership(membership(mona, { id: 'other' as MembershipId }))).toBe(false);
      await accounts().signIn(session('at home'), signIn(mona, 'two'));
      for (const hash of ['at work', 'at home'])
        expect(await seatIn(hash)).toMatchObject({ membership: { accountId: mona } });
      await makeBoard('board-two' as BoardId);
      const guest = (hash: string, more: Partial<NewSession>) =>
        directory().enter(
          {
            id: `guest ${hash}` as ParticipantId,
            personId: `p ${hash}` as PersonId,
            boardId: 'board-two' as BoardId,
            linkId: 'editors of board-two' as LinkId,
            name: 'Mona',
            role: 'editor',
            joinedAt: 20,
          },
          session(hash, more),
        );
      await guest('goes on', { follows: 'at work', staysSignedInSince: 19 });
      expect(await seatIn('goes on')).toMatchObject({ membership: { signedInAt: 20 } });
      expect(await accounts().findSignedIn('goes on', 30)).toMatchObject({
        account: { id: mona },
        signIn: { id: 'one' },
      });
      await guest('had idled', { follows: 'at home', staysSignedInSince: 20 });
      expect((await seatIn('had idled'))?.membership).not.toHaveProperty('signedInAt');
      expect(await accounts().findSignedIn('had idled', 30)).toBeUndefined();
    });

    it('are nobody else: who comes by a link after them, under their name, is another person, and takes no seat from them', async () => {
      await makeBoard();
      await accounts().create(account(mona));
      await accounts().signIn(session('at work'), signIn(mona, 'one'));
      await accounts().signIn(session('at home'), signIn(mona, 'two'));
      await accounts().addMembership(membership(mona, { name: 'Kari' }));
      await enter('after them', 'editor', { follows: 'at work', staysSignedInSince: 25 });
      expect(await seatIn('after them')).toMatchObject({
        person: { id: 'person in after them' },
        participant: { id: 'editor in after them', role: 'editor' },
      });
      await enter('themselves', 'editor', { follows: 'at home', staysSignedInSince: 19 });
      for (const hash of ['at home', 'themselves'])
        expect(await seatIn(hash)).toMatchObject({ membership: { accountId: mona }, participant: { role: 'leader' } });
    });

    it('take no seat of another account along, and leave the session of before without theirs', async () => {
      await makeBoard();
      await accounts().create(account(mona));
      await accounts().create(account(per));
      await accounts().addMembership(membership(mona));
      await enter('before', 'editor');
      await accounts().signIn(session('as mona', { follows: 'before' }), signIn(mona, 'one'));
      expect(await seatIn('as mona')).toMatchObject({ membership: { accountId: mona } });
      expect((await seatIn('before'))?.participant.id).toBe('editor in before');
      expect(await accounts().signIn(session('as per', { follows: 'as mona' }), signIn(per, 'two'))).toEqual([boardId]);
      expect(await seatIn('as mona')).toBeUndefined();
      expect(await accounts().findSignedIn('as mona', 30)).toBeUndefined();
      const seats = await directory().listSeats('as per', 30);
      expect(seats.filter(({ membership: led }) => led)).toEqual([]);
    });

    it('are listed where they are signed in, and end one by one or all but one, with what they had', async () => {
      await makeBoard();
      await accounts().create(account(mona));
      await accounts().addMembership(membership(mona));
      for (const [hash, at] of [['a', 21], ['b', 22], ['c', 23]] as const) // biome-ignore format: as pairs
        await accounts().signIn(session(hash, { openedAt: at }), signIn(mona, `in ${hash}`, at));
      await directory().useSession('a', 29);
      const listed = await accounts().listSignIns(mona);
      expect(listed.map(({ id, usedAt }) => [id, usedAt])).toEqual([['in c', 23], ['in b', 22], ['in a', 29]]); // biome-ignore format: as pairs
      expect(await accounts().endSignIns(per, { only: 'in a' as SignInId })).toEqual({ ended: 0, boards: [] });
      const changes = (await directory().accessChanges([boardId])).get(boardId) ?? 0;
      expect(await accounts().endSignIns(mona, { only: 'in a' as SignInId })).toEqual({ ended: 1, boards: [boardId] });
      expect((await directory().accessChanges([boardId])).get(boardId)).toBeGreaterThan(changes);
      expect([await seatIn('a'), await accounts().findSignedIn('a', 30)]).toEqual([undefined, undefined]);
      expect(await accounts().endSignIns(mona, { allBut: 'in c' as SignInId })).toEqual({
        ended: 1,
        boards: [boardId],
      });
      expect([await seatIn('b'), (await seatIn('c'))?.participant.name]).toEqual([undefined, 'mona å']);
      expect(await directory().endSession('c')).toEqual([boardId]);
      expect(await accounts().listSignIns(mona)).toEqual([]);
    });

    it('forget who was signed in too long ago', async () => {
      await accounts().create(account(mona));
      await accounts().signIn(session('old'), signIn(mona, 'old', 20));
      await accounts().signIn(session('new'), signIn(mona, 'new', 21));
      await accounts().deleteOldSignIns(21);
      expect(await accounts().findSignedIn('old', 30)).toBeUndefined();
      expect(await accounts().findSignedIn('new', 30)).toMatchObject({ signIn: { id: 'new' } });
    });

    it('have an address each, in use by one that has not ended', async () => {
      await accounts().create(account(mona, { isAdmin: true }));
      expect(await accounts().create(account(per, { email: 'mona@kommune.no' }))).toBe(false);
      expect(await accounts().create(account(per))).toBe(true);
      await accounts().end(per, 40);
      expect(await accounts().findByEmail('per@kommune.no')).toBeUndefined();
      expect((await accounts().find(per))?.endedAt).toBe(40);
      expect(await accounts().create(account('per again' as AccountId, { email: 'per@kommune.no' }))).toBe(true);
    });

    it('are made by a link that works once and for a while, and a newer one takes its place', async () => {
      const { passwordHash: _, ...without } = account(per);
      await accounts().create(without);
      const offer = (secretHash: string) => ({ secretHash, createdAt: 10, expiresAt: 50 });
      expect(await accounts().invite('nobody' as AccountId, offer('x'))).toBe(false);
      await accounts().invite(per, offer('first'));
      await accounts().invite(per, offer('second'));
      expect(await accounts().findInvited('first', 20)).toBeUndefined();
      expect([(await accounts().findInvited('second', 49))?.id, await accounts().findInvited('second', 50)]).toEqual([
        per,
        undefined,
      ]);
      expect((await accounts().list(20)).map(({ invitedUntil }) => invitedUntil)).toEqual([50]);
      const accept = (hash: string) =>
        accounts().acceptInvitation('second', { passwordHash: 'new hash' }, session(hash), signIn(per, `by ${hash}`));
      const both = await Promise.all([accept('one'), accept('two')]);
      expect(both.filter((boards) => boards !== undefined)).toHaveLength(1);
      expect((await accounts().find(per))?.passwordHash).toBe('new hash');
      expect(await accounts().list(20)).toEqual([
        { ...without, passwordHash: 'new hash', boards: 0, hasPasskey: false },
      ]);
    });

    it('end everywhere when the password is another, but where it was changed', async () => {
      await accounts().create(account(mona));
      for (const hash of ['here', 'there']) await accounts().signIn(session(hash), signIn(mona, hash));
      await accounts().setPassword(mona, 'new hash', 'here' as SignInId);
      expect((await accounts().find(mona))?.passwordHash).toBe('new hash');
      expect((await accounts().listSignIns(mona)).map(({ id }) => id)).toEqual(['here']);
    });

    it('end with all that is open by them, and one administrator stays, whoever ends whom', async () => {
      await makeBoard();
      await accounts().create(account(mona, { isAdmin: true }));
      await accounts().create(account(per, { isAdmin: true }));
      await accounts().addMembership(membership(mona));
      await accounts().signIn(session('mona here'), signIn(mona, 'mona here'));
      const both = await Promise.all([accounts().end(mona, 40), accounts().end(per, 40)]);
      expect(both.filter((boards) => boards === undefined)).toHaveLength(1);
      const left = await accounts().list(50);
      expect(left).toHaveLength(1);
      expect(await accounts().end(left[0]?.id ?? mona, 60)).toBeUndefined();
      await accounts().create(account('kari' as AccountId));
      expect(await accounts().end('kari' as AccountId, 60)).toEqual([]);
    });

    it('lead a case together: the owner stays, hands over, and then goes as any other', async () => {
      await makeBoard();
      for (const id of [mona, per]) await accounts().create(account(id));
      await accounts().signIn(session('per here'), signIn(per, 'per here'));
      await accounts().addMembership(membership(mona));
      await accounts().addMembership(membership(per));
      expect(await seatIn('per here')).toMatchObject({ membership: { isOwner: false, signedInAt: 20 } });
      expect((await accounts().listLeaders(boardId)).map(({ accountId }) => accountId)).toEqual([mona, per]);
      expect(await accounts().endMembership(boardId, mona, 40)).toBe(false);
      expect(await accounts().handOver(boardId, per, mona)).toBe(false);
      expect(await accounts().handOver(boardId, mona, per)).toBe(true);
      expect((await directory().findBoard(boardId))?.makerId).toBe('person of per');
      expect(await accounts().endMembership(boardId, mona, 40)).toBe(true);
      expect((await accounts().listLeaders(boardId)).map(({ accountId, isOwner }) => [accountId, isOwner])).toEqual([
        [per, true],
      ]);
      const again = {
        id: 'again' as MembershipId,
        participantId: 'again' as ParticipantId,
        personId: 'person of mona' as PersonId,
      };
      expect(await accounts().addMembership(membership(mona, { ...again, isOwner: false }))).toBe(true);
    });

    it('whose seat is taken away lead no more', async () => {
      await makeBoard();
      for (const id of [mona, per]) await accounts().create(account(id));
      await accounts().addMembership(membership(mona));
      await accounts().addMembership(membership(per));
      await accounts().signIn(session('per here'), signIn(per, 'per here'));
      expect(await directory().removeParticipant(boardId, 'seat of per' as ParticipantId, 40)).toBe(true);
      expect(await seatIn('per here')).toMatchObject({ membership: { endedAt: 40 } });
      expect((await accounts().listLeaders(boardId)).map(({ accountId }) => accountId)).toEqual([mona]);
      const again = { id: 'again' as MembershipId, participantId: 'again' as ParticipantId };
      await accounts().addMembership(membership(per, { ...again, personId: 'somebody else' as PersonId }));
      expect((await seatIn('per here'))?.participant).toMatchObject({ id: 'again', personId: 'person of per' });
    });

    const monaThere: ProvidedPerson = {
      identityHash: 'mona there',
      providerId: 'entra',
      name: 'Mona å',
      email: 'mona@kommune.no',
      mayLead: true,
    };
    const signInThere = (person: ProvidedPerson, hash: string, more: Partial<NewSignIn> = {}) => {
      const { accountId: _, ...there } = signIn(mona, `in ${hash}`);
      const { providerId } = person;
      return accounts().signInProvided(
        person,
        session(hash),
        { ...there, providerId, authenticatedAt: 15, ...more },
        newIds,
      );
    };
    const isIn = async (hash: string) => (await accounts().findSignedIn(hash, 30)) !== undefined;

    it('come to be by a provider’s word, once for each whom it vouches for, and are what it says', async () => {
      const first = await signInThere(monaThere, 'first');
      const account = first.kind === 'signedIn' ? first.account : undefined;
      expect(account).toMatchObject({ name: 'Mona å', email: 'mona@kommune.no', mayLead: true, providerId: 'entra' });
      expect(await accounts().findSignedIn('first', 30)).toMatchObject({
        account,
        signIn: { providerId: 'entra', authenticatedAt: 15 },
      });
      const later = await signInThere({ ...monaThere, name: 'Mona Dahl', email: 'dahl@kommune.no' }, 'later');
      expect(later).toMatchObject({ account: { id: account?.id, name: 'Mona Dahl' }, boards: [] });
      expect(await accounts().findByEmail('dahl@kommune.no')).toMatchObject({ id: account?.id, name: 'Mona Dahl' });
      expect(await accounts().list(30)).toMatchObject([{ id: account?.id, providerId: 'entra' }]);
      // Nobody makes a password for it here.
      expect(await accounts().invite(account?.id ?? mona, { secretHash: 'x', createdAt: 10, expiresAt: 50 })).toBe(
        false,
      );
    });

    it('come to be once, also for who signs in twice in the same moment', async () => {
      const both = await Promise.all(['one', 'two'].map((hash) => signInThere(monaThere, hash)));
      const made = both.map((there) => (there.kind === 'signedIn' ? there.account.id : there.kind));
      expect(await accounts().list(30)).toMatchObject([{ id: made[0], email: 'mona@kommune.no' }]);
      expect([made[1], await isIn('one'), await isIn('two')]).toEqual([made[0], true, true]);
    });

    it('are not the same for having the same address, and several may have none', async () => {
      await accounts().create(account(mona));
      for (const hash of ['one', 'two', 'three'])
        expect(await signInThere({ ...monaThere, identityHash: hash }, hash)).toMatchObject({ account: { email: '' } });
      expect(await accounts().list(30)).toHaveLength(4);
      expect(await accounts().findByEmail('')).toBeUndefined();
      expect((await accounts().findByEmail('mona@kommune.no'))?.id).toBe(mona);
      expect(await accounts().create(account(per, { email: 'mona@kommune.no' }))).toBe(false);
    });

    it('are not made for who may not lead, and end everywhere when the provider lets them no more', async () => {
      await makeBoard();
      expect(await signInThere({ ...monaThere, mayLead: false }, 'none')).toEqual({ kind: 'mayNotLead', boards: [] });
      expect([await accounts().hasAny(), await isIn('none')]).toEqual([false, false]);
      const there = await signInThere(monaThere, 'there');
      if (there.kind === 'signedIn') await accounts().addMembership(membership(there.account.id, { isOwner: true }));
      const not = await signInThere({ ...monaThere, mayLead: false }, 'not');
      expect(not).toEqual({ kind: 'mayNotLead', boards: [boardId] });
      expect([await isIn('there'), await isIn('not'), await seatIn('there')]).toEqual([false, false, undefined]);
      expect(await accounts().list(30)).toMatchObject([{ mayLead: false, boards: 1 }]);
      expect(await signInThere(monaThere, 'again')).toMatchObject({ kind: 'signedIn' });
      expect((await seatIn('again'))?.membership).toBeDefined();
    });

    it('that have ended come back by no provider', async () => {
      await accounts().create(account(per, { isAdmin: true }));
      const there = await signInThere(monaThere, 'there');
      await accounts().end(there.kind === 'signedIn' ? there.account.id : mona, 40);
      expect(await signInThere(monaThere, 'again')).toEqual({ kind: 'ended' });
      expect([await isIn('again'), (await accounts().list(50)).length]).toEqual([false, 1]);
    });

    it('are signed out by their provider: in one of its sessions, or everywhere', async () => {
      await makeBoard();
      const there = await signInThere(monaThere, 'a', { providerSessionHash: 's1' });
      if (there.kind === 'signedIn') await accounts().addMembership(membership(there.account.id, { isOwner: true }));
      await signInThere(monaThere, 'b', { providerSessionHash: 's2' });
      await signInThere({ ...monaThere, identityHash: 'per there' }, 'c', { providerSessionHash: 's1' });
      const end = (who: Omit<ProviderSignOut, 'providerId'>, providerId = 'entra') =>
        accounts().endProvidedSignIns({ providerId, ...who });
      const who = async () => [await isIn('a'), await isIn('b'), await isIn('c')];
      expect(await end({ sessionHash: 's1' }, 'another')).toEqual([]);
      expect(await end({ sessionHash: 'x' })).toEqual([]);
      expect(await end({ identityHash: 'x' })).toEqual([]);
      expect(await end({ identityHash: 'mona there', sessionHash: 'x' })).toEqual([]);
      expect(await who()).toEqual([true, true, true]);
      expect(await end({ identityHash: 'mona there', sessionHash: 's1' })).toEqual([boardId]);
      expect(await who()).toEqual([false, true, true]);
      await end({ identityHash: 'mona there' });
      expect(await who()).toEqual([false, false, true]);
      await end({ sessionHash: 's1' });
      expect(await who()).toEqual([false, false, false]);
    });

    it('are signed out when their provider is taken away, and others stay', async () => {
      await accounts().create(account(per));
      await accounts().signIn(session('by password'), signIn(per, 'by password'));
      await signInThere(monaThere, 'by entra');
      await accounts().endSignInsOfOtherProviders(['entra']);
      expect([await isIn('by password'), await isIn('by entra')]).toEqual([true, true]);
      await accounts().endSignInsOfOtherProviders([]);
      expect([await isIn('by password'), await isIn('by entra')]).toEqual([true, false]);
    });

    it('are on their way to a provider for a while, and come back once', async () => {
      const attempt = { secretHash: 'a', providerId: 'entra', back: '/uka', isAnew: true, askedAt: 20 };
      await accounts().beginLogin({ ...attempt, secretHash: 'old', askedAt: 10 }, 0);
      await accounts().beginLogin(attempt, 11);
      expect(await accounts().takeLogin('old')).toBeUndefined();
      const both = await Promise.all([accounts().takeLogin('a'), accounts().takeLogin('a')]);
      expect(both.filter((taken) => taken !== undefined)).toEqual([attempt]);
    });

    it('are known in browsers where somebody has signed in, the last twenty of them', async () => {
      for (const id of [mona, per]) await accounts().create(account(id));
      for (let browser = 1; browser <= 21; browser += 1)
        await accounts().knowBrowser(mona, `browser ${browser}`, browser);
      const known = (id: AccountId, browser: number) => accounts().isKnownBrowser(id, `browser ${browser}`);
      expect([await known(mona, 1), await known(mona, 2), await known(mona, 21), await known(per, 21)]).toEqual([
        false,
        true,
        true,
        false,
      ]);
    });
  });
}
