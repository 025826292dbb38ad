import { type SignInFailures, signInWait, withFailure } from '@duken/shared/access';
import { failed, type Result, succeeded } from '@duken/shared/result';
import { hashOf, RecentAddresses } from '../access/index.ts';
import type { AccountRow, Accounts } from '../storage/index.ts';
import type { PasswordFailure, Passwords } from './passwords.ts';

/** Accounts that are tried from one network are remembered that long back. */
const maxTried = 1_000;

export type SignInFailure =
  /** One answer for an unknown name and a wrong password. */
  { readonly kind: 'signInRefused' } | { readonly kind: 'signInTooSoon'; readonly waitMs: number } | PasswordFailure;

export interface SignInTry {
  readonly email: string;
  readonly password: string;
  readonly address: string;
  /** What the browser remembers of having been signed in by, if anything. */
  readonly browserSecret: string | undefined;
}

/**
 * Where it is found out who signs in. Wrong passwords cost ever longer waits, counted for each account from each network, before any
 * work is done. A browser in which somebody has signed in to an account before has its own count and goes first: whoever shares an
 * address with an attacker signs in where they use to, at once.
 */
export class SignInDesk {
  readonly #accounts: Pick<Accounts, 'findByEmail' | 'isKnownBrowser'>;
  readonly #passwords: Passwords;
  readonly #clock: () => number;
  readonly #byNetwork = new RecentAddresses<Map<string, SignInFailures>>();
  readonly #byBrowser = new Map<string, SignInFailures>();

  constructor(options: {
    readonly accounts: Pick<Accounts, 'findByEmail' | 'isKnownBrowser'>;
    readonly passwords: Passwords;
    readonly clock: () => number;
  }) {
    this.#accounts = options.accounts;
    this.#passwords = options.passwords;
    this.#clock = options.clock;
  }

  async check({ email, password, address, browserSecret }: SignInTry): Promise<Result<AccountRow, SignInFailure>> {
    const account = await this.#accounts.findByEmail(email);
    const browser = browserSecret === undefined ? undefined : hashOf(browserSecret);
    const isKnown = account !== undefined && browser !== undefined && (await this.#isKnown(account, browser));
    const tried = isKnown ? this.#byBrowser : this.#triedFrom(address);
    const key = isKnown ? browser : hashOf(email);
    const now = this.#clock();
    const waitMs = signInWait(tried.get(key), now);
    if (waitMs > 0) return failed({ kind: 'signInTooSoon', waitMs });
    // Before it is looked at: who asks a thousand times at once is counted a thousand times.
    remember(tried, key, withFailure(tried.get(key), now));
    const isRight = await this.#passwords.isRight(password, account?.passwordHash, isKnown);
    if (!isRight.ok) return isRight;
    if (!account || !isRight.value) return failed({ kind: 'signInRefused' });
    tried.delete(key);
    return succeeded(account);
  }

  #isKnown(account: AccountRow, browser: string): Promise<boolean> {
    return this.#accounts.isKnownBrowser(account.id, browser);
  }

  #triedFrom(address: string): Map<string, SignInFailures> {
    const tried = this.#byNetwork.get(address) ?? new Map();
    this.#byNetwork.set(address, tried);
    return tried;
  }
}

function remember(tried: Map<string, SignInFailures>, key: string, failures: SignInFailures): void {
  // To the end of the line.
  tried.delete(key);
  tried.set(key, failures);
  if (tried.size <= maxTried) return;
  const [oldest] = tried.keys();
  if (oldest !== undefined) tried.delete(oldest);
}
