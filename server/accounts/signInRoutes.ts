import { type AccountId, missingStep } from '@duken/shared/access';
import {
  accountSchema,
  makePasskeyReply,
  type SessionReply,
  sessionReply,
  setupPasskeyRequest,
  setupRequest,
  signInRequest,
} from '@duken/shared/protocol';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { hashOf, type Opening, type Secrets, type Sessions, type WrongSecrets } from '../access/index.ts';
import { problemReplies, sendProblem } from '../http/index.ts';
import type { AccountRow, Accounts, Passkeys } from '../storage/index.ts';
import { accountReplyOf } from './accountReply.ts';
import type { ChooseWayIn } from './chooseWayIn.ts';
import type { KnownBrowsers } from './knownBrowser.ts';
import type { LoginProviders } from './loginProviders.ts';
import { type PasskeyDesk, passkeyAsks } from './passkeyDesk.ts';
import { sendPasskeyProblem } from './passkeyRoutes.ts';
import type { SignInBy } from './signInBy.ts';
import type { SignInDesk, SignInFailure } from './signInDesk.ts';

/** The first account, signing in, and who is signed in. Signing out ends the browser's session, whatever it holds. */
export function signInRoutes(options: {
  readonly accounts: Accounts;
  readonly passkeys: Passkeys;
  readonly passkeyDesk: PasskeyDesk;
  readonly sessions: Sessions;
  readonly opening: Opening;
  readonly chooseWayIn: ChooseWayIn;
  readonly desk: SignInDesk;
  readonly browsers: KnownBrowsers;
  readonly signInBy: SignInBy;
  readonly providers: LoginProviders;
  readonly wrongSecrets: WrongSecrets;
  readonly isOnLoopback: (request: FastifyRequest) => boolean;
  readonly secrets: Secrets;
  readonly clock: () => number;
}): FastifyPluginAsyncZod {
  const { accounts, passkeys, passkeyDesk, sessions, secrets } = options;

  const hasPasskey = async ({ id }: AccountRow) => (await passkeys.list(id)).length > 0;

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
        const passwordIsEnough = options.isOnLoopback(request);
        const soFar = await sessions.signedInSoFar(request);
        if (!soFar) return { stage, passwordIsEnough };
        const { account } = soFar;
        const hasOne = await hasPasskey(account);
        if (!(await sessions.signedIn(request))) {
          const { name, email } = account;
          return { stage, passwordIsEnough, halfway: { name, email, must: missingStep(hasOne) } };
        }
        return {
          stage,
          passwordIsEnough,
          account: { ...accountReplyOf(account, hasOne), ...options.providers.madeBy(account) },
        };
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
        const { secret, name, email } = request.body;
        const secretHash = hashOf(secret);
        // Before any work is done for whoever only guesses.
        if (!(await accounts.isSetupLink(secretHash, options.clock()))) return refuseSetup(reply);
        const chosen = await options.chooseWayIn(request, request.body, [name, email]);
        if (!chosen.ok) return sendPasskeyProblem(request, reply, chosen.failure, options);
        const { passkey, passwordHash } = chosen.value;
        const account: AccountRow = {
          // The passkey has it in it.
          id: passkey?.accountId ?? (secrets.newId() as AccountId),
          name,
          email,
          mayLead: true,
          isAdmin: true,
          createdAt: options.clock(),
          ...(passwordHash === undefined ? {} : { passwordHash }),
        };
        const made = await options.signInBy(request, reply, async (session, signIn) => {
          const boards = await accounts.setUp(
            secretHash,
            account,
            session,
            { ...signIn, accountId: account.id, ...(passkey ? { passkeyId: passkey.id } : {}) },
            secrets,
            passkey,
          );
          return boards && { account, boards };
        });
        return made ? reply.code(201).send(accountReplyOf(made, passkey !== undefined)) : refuseSetup(reply);
      },
    );

    app.post(
      '/api/setup/passkey',
      {
        config: passkeyAsks,
        schema: {
          summary: 'What a browser is asked for, to make the first account with a passkey',
          body: setupPasskeyRequest,
          response: { 200: makePasskeyReply, ...problemReplies },
        },
      },
      async (request, reply) => {
        const { secret, name, email } = request.body;
        if (!(await accounts.isSetupLink(hashOf(secret), options.clock()))) return refuseSetup(reply);
        const asked = await passkeyDesk.askToMake(request, { id: secrets.newId() as AccountId, name, email });
        return asked.ok ? asked.value : sendProblem(reply, asked.failure);
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
        return accountReplyOf(account, await hasPasskey(account));
      },
    );
  };
}

function refuseSetup(reply: FastifyReply): FastifyReply {
  return sendProblem(reply, { kind: 'setupRefused' });
}

export function sendSignInProblem(reply: FastifyReply, failure: SignInFailure): FastifyReply {
  if (failure.kind !== 'signInTooSoon') return sendProblem(reply, failure);
  const seconds = String(Math.ceil(failure.waitMs / 1000));
  return sendProblem(reply.header('retry-after', seconds), { kind: failure.kind, words: { seconds } });
}
