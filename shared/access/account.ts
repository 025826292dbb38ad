export type AccountId = string & { readonly kind: 'AccountId' };
/** What an account's seat at a board stands on. */
export type MembershipId = string & { readonly kind: 'MembershipId' };
/** One signing in, on one browser, whatever cookies it has had since. */
export type SignInId = string & { readonly kind: 'SignInId' };

/** What a browser calls a passkey. */
export type PasskeyId = string & { readonly kind: 'PasskeyId' };

/** What an account can be let do. It gives no right at any board: a membership does. */
export interface AccountRights {
  /** Makes boards, and leads those and what is shared with it. */
  readonly mayLead: boolean;
  /** Makes and ends accounts. Sees no duk by that. */
  readonly isAdmin: boolean;
}

export type AccountPermission = 'makeBoards' | 'keepAccounts' | 'keepIntake';

/** What somebody who is signed in may do at the installation, beside boards. */
export function mayWithAccount(account: AccountRights, permission: AccountPermission): boolean {
  // Those who lead are the core team, together. An administrator sees accounts and numbers.
  return permission === 'keepAccounts' ? account.isAdmin : account.mayLead;
}

/** Somebody who leads a board by an account. */
export interface Leadership {
  readonly accountId: AccountId;
  /** Whose case it is: nobody else takes it from them. */
  readonly isOwner: boolean;
}

/** Whether somebody who leads may end another's leading of the same board, or their own: an owner hands over first. */
export function mayEndLeading(by: Leadership, of: Leadership): boolean {
  return !of.isOwner && (by.isOwner || by.accountId === of.accountId);
}

/** Whether somebody who leads may make another leader of the same board its owner. */
export function mayHandOver(by: Leadership, to: Leadership): boolean {
  return by.isOwner && !to.isOwner;
}
