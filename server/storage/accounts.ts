import type { AccountId, BoardId, MembershipId, ParticipantId, PasskeyId, SignInId } from '@duken/shared/access';
import type { PersonId } from '@duken/shared/board';
import type { NewSession } from './directory.ts';

/** A passkey of an account. All moments are milliseconds since the epoch. */
export interface PasskeyRow {
  readonly id: PasskeyId;
  readonly accountId: AccountId;
  /** What its owner calls it. */
  readonly name: string;
  /** COSE, base64url. */
  readonly publicKey: string;
  /** How often it says that it has signed; 0 for ever from one that does not count. */
  readonly counter: number;
  readonly madeAt: number;
  /** When somebody last signed in with it. */
  readonly usedAt?: number;
}

/** Somebody who signs in. All moments are milliseconds since the epoch, all hashes SHA-256 as lower-case hex. */
export interface AccountRow {
  readonly id: AccountId;
  readonly name: string;
  /** In lower case; one account that has not ended has it. '' where none is known. */
  readonly email: string;
  readonly mayLead: boolean;
  readonly isAdmin: boolean;
  readonly createdAt: number;
  /** As `hashPassword` makes it; absent until whoever it is for has chosen one. */
  readonly passwordHash?: string;
  /** The provider by whose word it exists, has its name, and may lead; absent where it was made here. */
  readonly providerId?: string;
  /** Nobody signs in by it any more. */
  readonly endedAt?: number;
}

/** What a provider said of somebody who signed in there. */
export interface ProvidedPerson {
  /** Of the issuer and of what it calls them: they are the same person for as long as both are. */
  readonly identityHash: string;
  readonly providerId: string;
  readonly name: string;
  /** In lower case; '' where the provider has none that can be relied on. */
  readonly email: string;
  readonly mayLead: boolean;
}

export type ProvidedSignIn =
  | { readonly kind: 'signedIn'; readonly account: AccountRow; readonly boards: readonly BoardId[] }
  /** Where they were signed in they are no more, in those boards. */
  | { readonly kind: 'mayNotLead'; readonly boards: readonly BoardId[] }
  | { readonly kind: 'ended' };

/** A browser that has gone to a provider, and is to come back. */
export interface LoginAttempt {
  /** Of what the browser keeps meanwhile. */
  readonly secretHash: string;
  readonly providerId: string;
  /** The page that it comes back to. */
  readonly back: string;
  /** Whether they were to prove anew who they are. */
  readonly isAnew: boolean;
  readonly askedAt: number;
}

/** Whom a provider signs out: everybody by one of its sessions, or somebody everywhere. */
export interface ProviderSignOut {
  readonly providerId: string;
  readonly sessionHash?: string;
  readonly identityHash?: string;
}

/** An account as an administrator sees it: in numbers. */
export interface AccountInNumbers extends AccountRow {
  /** Boards that it leads. */
  readonly boards: number;
  readonly hasPasskey: boolean;
  /** Until when the link works by which a way in is chosen. */
  readonly invitedUntil?: number;
}

/** The way in that somebody chose: the hash of a password, or a passkey. */
export type ChosenWayIn =
  | { readonly passwordHash: string; readonly passkey?: undefined }
  | { readonly passkey: PasskeyRow; readonly passwordHash?: undefined };

export interface NewSignIn {
  readonly id: SignInId;
  readonly accountId: AccountId;
  /** Which browser, in a few words, to know it again in the list. */
  readonly browser: string;
  readonly signedInAt: number;
  /** The provider that they signed in at. */
  readonly providerId?: string;
  /** Of what the provider calls its own session. */
  readonly providerSessionHash?: string;
  /** When they proved there who they are; 0 where it did not say. */
  readonly authenticatedAt?: number;
  /** The passkey that they signed in with. */
  readonly passkeyId?: PasskeyId;
}

export interface SignInRow extends NewSignIn {
  readonly usedAt: number;
}

/** Who is signed in by a session. */
export interface SignedIn {
  readonly account: AccountRow;
  readonly signIn: SignInRow;
}

/** A secret that is told once and works once, until then. */
export interface OnceLink {
  readonly secretHash: string;
  readonly createdAt: number;
  readonly expiresAt: number;
}

/** An account's seat at a board. */
export interface NewMembership {
  readonly id: MembershipId;
  readonly boardId: BoardId;
  readonly accountId: AccountId;
  readonly isOwner: boolean;
  /** What they are called at the table. */
  readonly name: string;
  readonly participantId: ParticipantId;
  /** Whom of the case they are; somebody new of this id unless there is one. */
  readonly personId: PersonId;
  readonly createdAt: number;
}

export interface LeaderRow {
  readonly accountId: AccountId;
  readonly name: string;
  readonly email: string;
  readonly isOwner: boolean;
}

/** Ids for what comes to be in one go. */
export interface NewIds {
  newId(): string;
}

/** Who signs in, where they are signed in, and which boards they lead. */
export interface Accounts {
  /** Whether there has ever been one. */
  hasAny(): Promise<boolean>;
  /**
   * Lays out the link by which the first account is made.
   * @param replaces whether one that works still is taken away for it
   * @returns the one that works now: this, or the one from before; undefined when there is an account
   */
  offerSetup(link: OnceLink, replaces: boolean): Promise<OnceLink | undefined>;
  /** Whether a link is the one that is laid out, and works. */
  isSetupLink(secretHash: string, now: number): Promise<boolean>;
  /**
   * Makes the first account, by the link that was laid out: it adopts every board there is as the one who owns it, their leader
   * links are withdrawn, and the session is signed in.
   * @param passkey what it is signed in to with, where it has no password
   * @returns the boards; undefined when the link does not work, or there is an account, and then nothing is changed
   */
  setUp(
    secretHash: string,
    account: AccountRow,
    session: NewSession,
    signIn: NewSignIn,
    ids: NewIds,
    passkey?: PasskeyRow,
  ): Promise<readonly BoardId[] | undefined>;

  find(accountId: AccountId): Promise<AccountRow | undefined>;
  /** One that has not ended. */
  findByEmail(email: string): Promise<AccountRow | undefined>;
  /** Those that have not ended, oldest first. */
  list(now: number): Promise<readonly AccountInNumbers[]>;
  /** @returns false when another has that address */
  create(account: AccountRow): Promise<boolean>;
  /**
   * Gives an account a link to choose a way in by, in the place of one from before.
   * @returns false when there is no such account, or it is a provider's
   */
  invite(accountId: AccountId, link: OnceLink): Promise<boolean>;
  /** Whose link that is, while it works. */
  findInvited(secretHash: string, now: number): Promise<AccountRow | undefined>;
  /**
   * Uses up a link: what is chosen is the only way in from now on, every sign-in of the account ends, and the session is signed in.
   * @returns the boards where what was open by the others ends; undefined when the link does not work
   */
  acceptInvitation(
    secretHash: string,
    chosen: ChosenWayIn,
    session: NewSession,
    signIn: Omit<NewSignIn, 'accountId'>,
  ): Promise<readonly BoardId[] | undefined>;
  /** Sets a password, and ends every sign-in of the account but one. @returns the boards where what was open by those ends */
  setPassword(accountId: AccountId, passwordHash: string, keeps: SignInId): Promise<readonly BoardId[]>;
  /**
   * Ends an account and all its sign-ins; what it led has it as leader still, by whom nobody comes in. Never ends the last administrator.
   * @returns the boards where it had something open or leads; undefined when there is none such, or it is the last
   */
  end(accountId: AccountId, endedAt: number): Promise<readonly BoardId[] | undefined>;

  /**
   * Signs a session in, which takes along the seats that the one it follows has by links, and has those of the account. Where that
   * one was signed in, it no longer is.
   * @returns the boards where somebody's access changed
   */
  signIn(session: NewSession, signIn: Omit<NewSignIn, 'passkeyId'>): Promise<readonly BoardId[]>;
  /** The same with a passkey. @returns undefined when it has been removed since it was looked at */
  signInByPasskey(
    session: NewSession,
    signIn: NewSignIn & { readonly passkeyId: PasskeyId },
  ): Promise<readonly BoardId[] | undefined>;
  /** Keeps an attempt until it is taken, and forgets those from before. */
  beginLogin(attempt: LoginAttempt, forgetsBefore: number): Promise<void>;
  /** Takes an attempt, once. */
  takeLogin(secretHash: string): Promise<LoginAttempt | undefined>;
  /**
   * Signs in whom a provider vouches for, by the account that they have, or a new one if they may lead. An account that the provider
   * made is what the provider says; one that may not lead any more is signed out everywhere.
   */
  signInProvided(
    person: ProvidedPerson,
    session: NewSession,
    signIn: Omit<NewSignIn, 'accountId'>,
    ids: NewIds,
  ): Promise<ProvidedSignIn>;
  /** Ends what somebody signed in by at a provider that has signed them out. @returns the boards where somebody's access changed */
  endProvidedSignIns(who: ProviderSignOut): Promise<readonly BoardId[]>;
  /** Ends what was signed in by at providers that are none any more. @returns the boards where somebody's access changed */
  endSignInsOfOtherProviders(providerIds: readonly string[]): Promise<readonly BoardId[]>;
  findSignedIn(sessionHash: string, now: number): Promise<SignedIn | undefined>;
  /** Latest first. */
  listSignIns(accountId: AccountId): Promise<readonly SignInRow[]>;
  /**
   * Ends sign-ins of an account, with every session of theirs.
   * @param which one of them, or all but one
   * @returns the boards where somebody's access changed; none when there was nothing to end
   */
  endSignIns(
    accountId: AccountId,
    which: { readonly only: SignInId } | { readonly allBut: SignInId },
  ): Promise<{ readonly ended: number; readonly boards: readonly BoardId[] }>;
  /** Forgets those whose time is over. */
  deleteOldSignIns(signedInBefore: number): Promise<void>;

  /** Remembers that an account was signed in to in a browser, and forgets which it was longest ago when there are many. */
  knowBrowser(accountId: AccountId, secretHash: string, now: number): Promise<void>;
  isKnownBrowser(accountId: AccountId, secretHash: string): Promise<boolean>;

  /**
   * Gives an account a board to lead, and a seat there in every session it is signed in by. Who led it before is the same person.
   * @returns false when it leads it already
   */
  addMembership(membership: NewMembership): Promise<boolean>;
  /** Those who lead a board by an account that has not ended; who owns it first. */
  listLeaders(boardId: BoardId): Promise<readonly LeaderRow[]>;
  /** Ends an account's leading of a board that it does not own. @returns false when it leads it not, or owns it */
  endMembership(boardId: BoardId, accountId: AccountId, endedAt: number): Promise<boolean>;
  /** Another who leads a board owns it from now on, and counts as who made it. @returns false unless the one owns it and the other leads it */
  handOver(boardId: BoardId, from: AccountId, to: AccountId): Promise<boolean>;
}
