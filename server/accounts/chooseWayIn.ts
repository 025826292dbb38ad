import type { MadePasskey } from '@duken/shared/protocol';
import { type Result, succeeded } from '@duken/shared/result';
import type { FastifyRequest } from 'fastify';
import type { ChosenWayIn } from '../storage/index.ts';
import { browserName } from './browserName.ts';
import type { PasskeyDesk, PasskeyFailure } from './passkeyDesk.ts';
import type { PasswordJudge } from './passwordJudge.ts';
import type { Passwords } from './passwords.ts';

export type ChooseFailure = PasskeyFailure | { readonly kind: 'passwordWeak' } | { readonly kind: 'signInBusy' };

/**
 * What somebody chose to sign in with, where an account is made: a password, which is judged, or a passkey, which is looked at.
 * @param ownWords what a password is guessed from first
 */
export type ChooseWayIn = (
  request: FastifyRequest,
  chosen: { readonly password?: string | undefined; readonly passkey?: MadePasskey | undefined },
  ownWords: readonly string[],
) => Promise<Result<ChosenWayIn, ChooseFailure>>;

export function chooseWayInWith({
  passkeyDesk,
  passwords,
  judge,
}: {
  readonly passkeyDesk: PasskeyDesk;
  readonly passwords: Passwords;
  readonly judge: PasswordJudge;
}): ChooseWayIn {
  return async (request, { password, passkey }, ownWords) => {
    if (passkey) {
      const made = await passkeyDesk.checkMade(request, passkey, browserName(request.headers['user-agent'] ?? ''));
      return made.ok ? succeeded({ passkey: made.value }) : made;
    }
    if (password === undefined) throw new Error('neither a password nor a passkey was let through');
    const judged = await judge.judge({ password, ownWords });
    if (!judged.ok) return judged;
    const hash = await passwords.hash(password);
    return hash.ok ? succeeded({ passwordHash: hash.value }) : hash;
  };
}
