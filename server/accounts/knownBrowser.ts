import type { FastifyReply, FastifyRequest } from 'fastify';
import { hashOf, type Secrets } from '../access/index.ts';
import type { AccountRow, Accounts } from '../storage/index.ts';

/** As long as browsers keep a cookie, in seconds. */
const keptSeconds = 400 * 24 * 60 * 60;

/** The cookie by which a browser is known in which somebody has signed in before. It lets nobody in. */
export interface KnownBrowsers {
  secretIn(request: FastifyRequest): string | undefined;
  remember(reply: FastifyReply, account: AccountRow): Promise<void>;
}

export function knownBrowsers(options: {
  readonly accounts: Pick<Accounts, 'knowBrowser'>;
  readonly secrets: Secrets;
  readonly clock: () => number;
  /** Whether people reach us by https only. */
  readonly overTls: boolean;
}): KnownBrowsers {
  const { accounts, secrets, clock, overTls } = options;
  const name = overTls ? '__Host-duk-browser' : 'duk-browser';
  return {
    secretIn: (request) => request.cookies[name],
    async remember(reply, account) {
      // A new one each time: what somebody planted in a browser is no use to them.
      const secret = secrets.newSecret();
      await accounts.knowBrowser(account.id, hashOf(secret), clock());
      reply.setCookie(name, secret, {
        path: '/',
        httpOnly: true,
        sameSite: 'lax',
        secure: overTls,
        maxAge: keptSeconds,
      });
    },
  };
}
