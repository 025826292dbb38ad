import { describe, expect, it } from 'vitest';
import { type AccountId, type Leadership, mayEndLeading, mayHandOver, mayWithAccount } from './account.ts';

const leads = (id: string, isOwner = false): Leadership => ({ accountId: id as AccountId, isOwner });
const [owner, per, kari] = [leads('owner', true), leads('per'), leads('kari')];

describe('an account', () => {
  it('that may lead makes boards, and no accounts', () => {
    const leader = { mayLead: true, isAdmin: false };
    expect([mayWithAccount(leader, 'makeBoards'), mayWithAccount(leader, 'keepAccounts')]).toEqual([true, false]);
  });

  it('of an administrator keeps accounts, and makes no boards by that', () => {
    const admin = { mayLead: false, isAdmin: true };
    expect([mayWithAccount(admin, 'makeBoards'), mayWithAccount(admin, 'keepAccounts')]).toEqual([false, true]);
  });
});

describe('those who lead a case together', () => {
  it.each([
    ['the owner takes a co-leader out', owner, per, true],
    ['a co-leader leaves', per, per, true],
    ['a co-leader takes another out', per, kari, false],
    ['a co-leader takes the owner out', per, owner, false],
    ['the owner leaves without handing over', owner, owner, false],
  ])('%s', (_, by, of, isAllowed) => {
    expect(mayEndLeading(by, of)).toBe(isAllowed);
  });

  it('have one who can hand it over, and that to another', () => {
    expect([mayHandOver(owner, per), mayHandOver(per, kari), mayHandOver(owner, owner)]).toEqual([true, false, false]);
  });
});
