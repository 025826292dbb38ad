import { type AccountPermission, mayWithAccount } from '@duken/shared/access';
import { failed, type Result, succeeded } from '@duken/shared/result';
import type { FastifyRequest } from 'fastify';
import type { Sessions } from '../access/index.ts';
import type { SignedIn } from '../storage/index.ts';

/** For so long after signing in, in milliseconds, it is known to be the person and not who sat down after them. */
const freshMs = 5 * 60_000;

export type AskerFailure =
  | { readonly kind: 'notSignedIn' }
  | { readonly kind: 'accountMayNot' }
  | { readonly kind: 'freshSignInNeeded' };

/** Who is signed in and may do something. */
export async function signedInFor(
  sessions: Pick<Sessions, 'signedIn'>,
  request: FastifyRequest,
  permission?: AccountPermission,
): Promise<Result<SignedIn, AskerFailure>> {
  const signedIn = await sessions.signedIn(request);
  if (!signedIn) return failed({ kind: 'notSignedIn' });
  if (permission && !mayWithAccount(signedIn.account, permission)) return failed({ kind: 'accountMayNot' });
  return succeeded(signedIn);
}

/** Who proved a moment ago that they are who is signed in, and may do something. */
export async function signedInAnewFor(
  sessions: Pick<Sessions, 'signedIn'>,
  request: FastifyRequest,
  now: number,
  permission: AccountPermission,
): Promise<Result<SignedIn, AskerFailure>> {
  const asker = await signedInFor(sessions, request, permission);
  return asker.ok && !isFresh(asker.value, now) ? failed({ kind: 'freshSignInNeeded' }) : asker;
}

/** Whether they proved a moment ago who they are, for what cannot be undone. */
export function isFresh({ signIn }: SignedIn, now: number): boolean {
  // A provider may have let them through by what they proved in the morning.
  return now < Math.min(signIn.signedInAt, signIn.authenticatedAt ?? Infinity) + freshMs;
}
