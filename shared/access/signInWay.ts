/** How somebody proved who they are when they signed in. */
export type SignInWay = 'password' | 'passkey' | 'provider';

/** What is kept of a signing in, as how it was done. */
export function signInWay(signIn: {
  readonly providerId?: string | null | undefined;
  readonly passkeyId?: string | null | undefined;
}): SignInWay {
  if (signIn.providerId != null) return 'provider';
  return signIn.passkeyId == null ? 'password' : 'passkey';
}

/**
 * Whether that is enough to lead and to keep accounts: a password can be told, guessed and fished for, so beyond the machine itself it is
 * not. What a provider demands of people is asked for where it is set up.
 */
export function isWayEnough(way: SignInWay, isOnLoopback: boolean): boolean {
  return isOnLoopback || way !== 'password';
}

/** What somebody must do who has signed in by a way that is not enough: with a passkey, whoever has one; a password adds only the first. */
export type MissingStep = 'addPasskey' | 'usePasskey';

export function missingStep(hasPasskey: boolean): MissingStep {
  return hasPasskey ? 'usePasskey' : 'addPasskey';
}

/** Whether an account can do without its last passkey: it has another way in that is enough where it is. */
export function mayLoseLastPasskey(account: { readonly hasPassword: boolean }, isOnLoopback: boolean): boolean {
  return account.hasPassword && isOnLoopback;
}
