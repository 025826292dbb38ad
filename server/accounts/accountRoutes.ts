import type { BoardId } from '@duken/shared/board';
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Opening, Secrets, Sessions, WrongSecrets } from '../access/index.ts';
import type { Accounts, CaseEnds, Passkeys } from '../storage/index.ts';
import { adminRoutes } from './adminRoutes.ts';
import { chooseWayInWith } from './chooseWayIn.ts';
import { closedCaseRoutes } from './closedCaseRoutes.ts';
import { knownBrowsers } from './knownBrowser.ts';
import { leaderRoutes } from './leaderRoutes.ts';
import type { LoginProviders } from './loginProviders.ts';
import { loginRoutes } from './loginRoutes.ts';
import { ownAccountRoutes } from './ownAccountRoutes.ts';
import { PasskeyDesk, type PasskeySite } from './passkeyDesk.ts';
import { passkeyRoutes } from './passkeyRoutes.ts';
import { openPasswordJudge } from './passwordJudge.ts';
import { Passwords } from './passwords.ts';
import { signInByWith } from './signInBy.ts';
import { SignInDesk } from './signInDesk.ts';
import { signInRoutes } from './signInRoutes.ts';

/** The first account, signing in here and by a provider, one's own account, everybody's, and who leads which case by one. */
export function accountRoutes(options: {
  readonly accounts: Accounts;
  readonly passkeys: Passkeys;
  /** What a passkey is bound to, for whoever asks; undefined where there is no name. */
  readonly siteOf: (request: FastifyRequest) => PasskeySite | undefined;
  /** Whether a request comes from this machine itself, to a server that is for nobody else. */
  readonly isOnLoopback: (request: FastifyRequest) => boolean;
  readonly caseEnds: CaseEnds;
  /** For how many days a case is closed before an administrator is asked to erase it. */
  readonly eraseAfterDays: number;
  readonly sessions: Sessions;
  readonly opening: Opening;
  readonly providers: LoginProviders;
  readonly secrets: Secrets;
  readonly clock: () => number;
  readonly wrongSecrets: WrongSecrets;
  /** Whether people reach us by https only. */
  readonly overTls: boolean;
  readonly originOf: (request: FastifyRequest) => string;
  /** Told of boards where somebody's access changed. */
  readonly onAccessChanged: (boards: readonly BoardId[]) => void;
  /** Told of a board that somebody leads now, or does not any more. */
  readonly onLeadersChanged: (boardId: BoardId) => void;
}): FastifyPluginAsyncZod {
  const { accounts, secrets, clock, onAccessChanged: onChanged } = options;
  const passwords = new Passwords();
  const judge = openPasswordJudge();
  const desk = new SignInDesk({ accounts, passwords, clock });
  const passkeyDesk = new PasskeyDesk(options);
  const chooseWayIn = chooseWayInWith({ passkeyDesk, passwords, judge });
  const browsers = knownBrowsers({ accounts, secrets, clock, overTls: options.overTls });
  const signInBy = signInByWith({ sessions: options.sessions, browsers, secrets, onChanged });
  return async (app) => {
    app.addHook('onClose', () => judge.close());
    // Nobody stays in by a provider that has been taken away.
    app.addHook('onReady', async () => {
      onChanged(await accounts.endSignInsOfOtherProviders(options.providers.all.map(({ settings }) => settings.id)));
    });
    const shared = { ...options, passwords, judge, desk, passkeyDesk, chooseWayIn, browsers, signInBy, onChanged };
    await app.register(signInRoutes(shared));
    await app.register(passkeyRoutes(shared));
    await app.register(loginRoutes(shared));
    await app.register(ownAccountRoutes(shared));
    await app.register(adminRoutes(shared));
    await app.register(closedCaseRoutes(shared));
    await app.register(leaderRoutes({ ...shared, onChanged: options.onLeadersChanged }));
  };
}
