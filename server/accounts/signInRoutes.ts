import type { AccountId } from '@duken/shared/access';
import { accountSchema, type SessionReply, sessionReply, setupRequest, signInRequest } from '@duken/shared/protocol';
import type { FastifyReply } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { hashOf, type Opening, type Secrets, type Sessions } from '../access/index.ts';
import { problemReplies, sendProblem } from '../http/index.ts';
import type { AccountRow, Accounts } from '../storage/index.ts';
import type { KnownBrowsers } from './knownBrowser.ts';
import type { LoginProviders } from './loginProviders.ts';
import type { PasswordJudge } from './passwordJudge.ts';
import type { Passwords } from './passwords.ts';
import type { SignInBy } from './signInBy.ts';
import type { SignInDesk, SignInFailure } from './signInDesk.ts';

/** The first account, signing in, and who is signed in. Signing out ends the browser's session, whatever it holds. */
export function signInRoutes(options: {
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly opening: Opening;
  readonly passwords: Passwords;
  readonly judge: PasswordJudge;
  readonly desk: SignInDesk;
  readonly browsers: KnownBrowsers;
  readonly signInBy: SignInBy;
  readonly providers: LoginProviders;
  readonly secrets: Secrets;
  readonly clock: () => number;
}): FastifyPluginAsyncZod {
  const { accounts, sessions, passwords, secrets } = options;
  return async (app) => {
    app.get(
      '/api/session',
      {
        schema: {
          summary: 'How far the installation has come, and who is signed in',
          response: { 200: sessionReply, ...problemReplies },
        },
      },
      async (request): Promise<SessionReply> => {
        const stage = await options.opening.stageFor(request);
        const signedIn = await sessions.signedIn(request);
        if (!signedIn) return { stage };
        const { account } = signedIn;
        return { stage, account: { ...accountReplyOf(account), ...options.providers.madeBy(account) } };
      },
    );

    app.post(
      '/api/setup',
      {
        schema: {
          summary: 'The first account, by the link that the start or the command printed; it leads all there is',
          body: setupRequest,
          response: { 201: accountSchema, ...problemReplies },
        },
      },
      async (request, reply) => {
        const { secret, name, email, password } = request.body;
        const secretHash = hashOf(secret);
        // Before any work is done for whoever only guesses.
        if (!(await accounts.isSetupLink(secretHash, options.clock()))) return refuseSetup(reply);
        const judged = await options.judge.judge({ password, ownWords: [name, email] });
        if (!judged.ok) return sendProblem(reply, judged.failure);
        const hash = await passwords.hash(password);
        if (!hash.ok) return sendProblem(reply, hash.failure);
        const account: AccountRow = {
          id: secrets.newId() as AccountId,
          name,
          email,
          mayLead: true,
          isAdmin: true,
          createdAt: options.clock(),
          passwordHash: hash.value,
        };
        const made = await options.signInBy(request, reply, async (session, signIn) => {
          const boards = await accounts.setUp(
            secretHash,
            account,
            session,
            { ...signIn, accountId: account.id },
            secrets,
          );
          return boards && { account, boards };
        });
        return made ? reply.code(201).send(accountReplyOf(made)) : refuseSetup(reply);
      },
    );

    app.post(
      '/api/session',
      {
        schema: {
          summary: 'Signs in. An unknown name and a wrong password are answered alike',
          body: signInRequest,
          response: { 200: accountSchema, ...problemReplies },
        },
      },
      async (request, reply) => {
        const { email, password } = request.body;
        const found = await options.desk.check({
          email: email.trim().toLowerCase(),
          password,
          address: request.ip,
          browserSecret: options.browsers.secretIn(request),
        });
        if (!found.ok) return sendSignInProblem(reply, found.failure);
        const account = found.value;
        await options.signInBy(request, reply, async (session, signIn) => ({
          account,
          boards: await accounts.signIn(session, { ...signIn, accountId: account.id }),
        }));
        return accountReplyOf(account);
      },
    );
  };
}

export function accountReplyOf({ id, name, email, mayLead, isAdmin, passwordHash }: AccountRow) {
  return { accountId: id, name, email, mayLead, isAdmin, hasPassword: passwordHash !== undefined };
}

function refuseSetup(reply: FastifyReply): FastifyReply {
  return sendProblem(reply, { kind: 'setupRefused' });
}

export function sendSignInProblem(reply: FastifyReply, failure: SignInFailure): FastifyReply {
  if (failure.kind !== 'signInTooSoon') return sendProblem(reply, failure);
  const seconds = String(Math.ceil(failure.waitMs / 1000));
  return sendProblem(reply.header('retry-after', seconds), { kind: failure.kind, words: { seconds } });
}
