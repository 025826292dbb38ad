import type { AccountId, PasskeyId, SignInId } from '@duken/shared/access';
import { describe, expect, it } from 'vitest';
import type { NewSignIn, PasskeyRow } from './accounts.ts';
import type { PasskeyChallenge } from './passkeys.ts';
import type { Storage } from './storage.ts';

/** What every database does with passkeys; called from storageContract.ts. */
export function passkeysContract(storageNow: () => Storage, reopen: () => Promise<void>): void {
  describe('passkeys', () => {
    const passkeys = () => storageNow().passkeys;
    const accounts = () => storageNow().accounts;
    const makeAccount = async (id: string, more: object = {}) => {
      const account = { id: id as AccountId, name: id, mayLead: true, isAdmin: false, createdAt: 1, ...more };
      await accounts().create({ email: `${id}@kommune.no`, ...account });
      return account.id;
    };
    const passkey = (id: string, accountId: AccountId, more: Partial<PasskeyRow> = {}): PasskeyRow => ({
      id: id as PasskeyId,
      accountId,
      name: 'Mobilen å',
      publicKey: 'half of a key',
      counter: 0,
      madeAt: 10,
      ...more,
    });
    const signIn = (accountId: AccountId, id: string, passkeyId?: PasskeyId): NewSignIn => ({
      id: id as SignInId,
      accountId,
      browser: '',
      signedInAt: 20,
      ...(passkeyId === undefined ? {} : { passkeyId }),
    });
    const session = (hash: string) => ({ hash, openedAt: 20, expiresAt: 1_000 });

    it('are asked once for each answer, and what was asked long ago is forgotten', async () => {
      const asked: PasskeyChallenge = { challengeHash: 'first', purpose: 'prove', askedAt: 100 };
      const later: PasskeyChallenge = {
        challengeHash: 'second',
        purpose: 'make',
        accountId: 'a' as AccountId,
        askedAt: 200,
      };
      await passkeys().ask(asked, 0);
      await passkeys().ask(later, 100);
      const answers = await Promise.all([passkeys().take('first'), passkeys().take('first')]);
      expect(answers.filter((answer) => answer !== undefined)).toEqual([asked]);
      expect(await passkeys().take('second')).toEqual(later);
      await passkeys().ask(asked, 0);
      await passkeys().ask(later, 101);
      expect(await passkeys().take('first')).toBeUndefined();
    });

    it('are kept, several for an account, and found while it has not ended', async () => {
      const mona = await makeAccount('mona with keys');
      const [phone, key] = [passkey('phone', mona), passkey('key', mona, { madeAt: 11, counter: 3 })];
      expect(await passkeys().add(key, false)).toBe(true);
      expect(await passkeys().add(phone, false)).toBe(true);
      expect(await passkeys().add({ ...phone, name: 'Igjen' }, false)).toBe(false);
      await reopen();
      expect(await passkeys().list(mona)).toEqual([phone, key]);
      expect(await passkeys().find(phone.id)).toMatchObject({ passkey: phone, account: { id: mona } });
      const found = (await accounts().list(30)).find(({ id }) => id === mona);
      expect(found).toMatchObject({ hasPasskey: true });
      await makeAccount('the administrator who stays', { isAdmin: true });
      await accounts().end(mona, 40);
      expect(await passkeys().find(phone.id)).toBeUndefined();
      expect(await passkeys().list(mona)).toEqual([]);
    });

    it('count up, and one that does not has none that is counted', async () => {
      const per = await makeAccount('per with keys');
      const [counts, doesNot] = [passkey('counts', per, { counter: 3 }), passkey('does not', per)];
      await passkeys().add(counts, false);
      await passkeys().add(doesNot, false);
      expect(await passkeys().use(counts.id, 3, 50)).toBe(false);
      expect(await passkeys().use(counts.id, 0, 50)).toBe(false);
      const both = await Promise.all([passkeys().use(counts.id, 4, 50), passkeys().use(counts.id, 4, 50)]);
      expect(both.toSorted()).toEqual([false, true]);
      expect([await passkeys().use(doesNot.id, 0, 60), await passkeys().use(doesNot.id, 0, 61)]).toEqual([true, true]);
      expect(await passkeys().list(per)).toEqual([
        { ...counts, counter: 4, usedAt: 50 },
        { ...doesNot, usedAt: 61 },
      ]);
      expect(await passkeys().use('nobody knows' as PasskeyId, 1, 1)).toBe(false);
    });

    it('are the first of an account once, whoever comes at once', async () => {
      const anne = await makeAccount('anne with keys');
      const added = await Promise.all(['one', 'two'].map((id) => passkeys().add(passkey(id, anne), true)));
      expect(added.toSorted()).toEqual([false, true]);
    });

    it('are removed with what was signed in with them, and the last only where it may', async () => {
      const kari = await makeAccount('kari with keys');
      const [phone, key] = [passkey('her phone', kari), passkey('her key', kari)];
      await passkeys().add(phone, false);
      await passkeys().add(key, false);
      const signInBy = (hash: string, by: PasskeyRow) =>
        accounts().signInByPasskey(session(hash), { ...signIn(kari, hash), passkeyId: by.id });
      expect(await signInBy('by phone', phone)).toEqual([]);
      await signInBy('by phone too', phone);
      await signInBy('by key', key);
      expect((await accounts().findSignedIn('by key', 30))?.signIn).toMatchObject({ passkeyId: key.id });
      const keeps = 'by phone too' as SignInId;
      const somebody = 'somebody else' as AccountId;
      expect(await passkeys().remove({ accountId: somebody, id: phone.id, keeps }, true)).toBeUndefined();
      expect(await passkeys().remove({ accountId: kari, id: phone.id, keeps }, false)).toEqual([]);
      const here = await Promise.all(['by phone', 'by phone too', 'by key'].map((h) => accounts().findSignedIn(h, 30)));
      expect(here.map((found) => found !== undefined)).toEqual([false, true, true]);
      // Whoever had proved it a moment before it was removed comes too late.
      expect(await signInBy('too late', phone)).toBeUndefined();
      expect(await accounts().findSignedIn('too late', 30)).toBeUndefined();
      expect(await passkeys().remove({ accountId: kari, id: key.id, keeps }, false)).toBeUndefined();
      expect(await passkeys().remove({ accountId: kari, id: key.id, keeps }, true)).toEqual([]);
    });

    it('are chosen by a link in the place of all that was, as a password is', async () => {
      const ola = await makeAccount('ola with keys', { passwordHash: 'hash' });
      await passkeys().add(passkey('old', ola), false);
      await accounts().invite(ola, { secretHash: 'ola link', createdAt: 1, expiresAt: 100 });
      const chosen = { passkey: passkey('new', ola) };
      const { accountId: _, ...newSignIn } = signIn(ola, 'by new', chosen.passkey.id);
      expect(await accounts().acceptInvitation('ola link', chosen, session('ola'), newSignIn)).toEqual([]);
      expect((await passkeys().list(ola)).map(({ id }) => id)).toEqual(['new']);
      expect(await accounts().find(ola)).not.toHaveProperty('passwordHash');
      await accounts().invite(ola, { secretHash: 'ola again', createdAt: 1, expiresAt: 100 });
      await accounts().acceptInvitation('ola again', { passwordHash: 'h' }, session('again'), signIn(ola, 'again'));
      expect(await passkeys().list(ola)).toEqual([]);
    });
  });
}
