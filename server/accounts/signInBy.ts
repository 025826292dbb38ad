import type { SignInId } from '@duken/shared/access';
import type { BoardId } from '@duken/shared/board';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { OpenedSession, Secrets, Sessions } from '../access/index.ts';
import type { AccountRow, NewSignIn } from '../storage/index.ts';
import { browserName } from './browserName.ts';
import type { KnownBrowsers } from './knownBrowser.ts';

/**
 * Signs a browser in: a new session is kept by `keep`, which says where somebody's access changed, and then handed over.
 * @returns whether `keep` kept it
 */
export type SignInBy = (
  request: FastifyRequest,
  reply: FastifyReply,
  keep: (
    session: OpenedSession,
    signIn: Omit<NewSignIn, 'accountId'>,
  ) => Promise<{ readonly account: AccountRow; readonly boards: readonly BoardId[] } | undefined>,
) => Promise<AccountRow | undefined>;

export function signInByWith(options: {
  readonly sessions: Sessions;
  readonly browsers: KnownBrowsers;
  readonly secrets: Secrets;
  readonly onChanged: (boards: readonly BoardId[]) => void;
}): SignInBy {
  const { sessions, browsers, secrets } = options;
  return async (request, reply, keep) => {
    const session = sessions.open(request);
    const kept = await keep(session, {
      id: secrets.newId() as SignInId,
      browser: browserName(request.headers['user-agent'] ?? ''),
      signedInAt: session.openedAt,
    });
    if (!kept) return undefined;
    sessions.give(reply, session);
    await browsers.remember(reply, kept.account);
    options.onChanged(kept.boards);
    return kept.account;
  };
}
