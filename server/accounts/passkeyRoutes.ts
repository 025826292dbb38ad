import { mayLoseLastPasskey, missingStep, type PasskeyId } from '@duken/shared/access';
import type { BoardId } from '@duken/shared/board';
import {
  accountSchema,
  makePasskeyReply,
  newPasskeyRequest,
  type PasskeyReply,
  passkeyParams,
  passkeySchema,
  passkeySignInRequest,
  passkeysReply,
  usePasskeyReply,
  usePasskeyRequest,
} from '@duken/shared/protocol';
import { failed, type Result, succeeded } from '@duken/shared/result';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Sessions, WrongSecrets } from '../access/index.ts';
import { problemReplies, sendProblem } from '../http/index.ts';
import type { AccountRow, Accounts, PasskeyRow, Passkeys, SignedIn } from '../storage/index.ts';
import { accountReplyOf } from './accountReply.ts';
import { type AskerFailure, isFresh, signedInFor } from './asker.ts';
import type { ChooseFailure } from './chooseWayIn.ts';
import type { LoginProviders } from './loginProviders.ts';
import { type PasskeyDesk, passkeyAsks } from './passkeyDesk.ts';
import type { SignInBy } from './signInBy.ts';

/** More than anybody has telephones, computers and keys; fewer than a program would need to fill a table. */
const maxPasskeys = 20;

/** Who may see to an account's passkeys. */
type Keeper = SignedIn & {
  /** Whether they have signed in by a password alone, where that is not enough. */
  readonly isHalfway: boolean;
};
type KeeperFailure = AskerFailure | { readonly kind: 'accountOfProvider' | 'passkeyMustBeUsed' };

/** Signing in with a passkey, and one's own passkeys: seen, added, removed. */
export function passkeyRoutes(options: {
  readonly accounts: Accounts;
  readonly passkeys: Passkeys;
  readonly passkeyDesk: PasskeyDesk;
  readonly sessions: Sessions;
  readonly providers: LoginProviders;
  readonly signInBy: SignInBy;
  readonly wrongSecrets: WrongSecrets;
  readonly isOnLoopback: (request: FastifyRequest) => boolean;
  readonly clock: () => number;
  readonly onChanged: (boards: readonly BoardId[]) => void;
}): FastifyPluginAsyncZod {
  const { accounts, passkeys, passkeyDesk, sessions, clock } = options;

  /** Who is signed in so far, and may see to the passkeys of an account of ours: just after they have proved who they are. */
  async function keeperOf(request: FastifyRequest): Promise<Result<Keeper, KeeperFailure>> {
    const signedIn = await sessions.signedInSoFar(request);
    if (!signedIn) return failed({ kind: 'notSignedIn' });
    const { account } = signedIn;
    if (account.providerId !== undefined) return failed({ kind: 'accountOfProvider' });
    const isHalfway = (await sessions.signedIn(request)) === undefined;
    const hasPasskey = (await passkeys.list(account.id)).length > 0;
    // Or a password alone would be a way past the passkey.
    if (isHalfway && missingStep(hasPasskey) !== 'addPasskey') return failed({ kind: 'passkeyMustBeUsed' });
    if (!isFresh(signedIn, clock())) return failed({ kind: 'freshSignInNeeded' });
    return succeeded({ ...signedIn, isHalfway });
  }

  /** @returns whether the passkey is here still */
  async function signInWith(request: FastifyRequest, reply: FastifyReply, account: AccountRow, passkeyId: PasskeyId) {
    const signedIn = await options.signInBy(request, reply, async (session, signIn) => {
      const boards = await accounts.signInByPasskey(session, { ...signIn, accountId: account.id, passkeyId });
      return boards && { account, boards };
    });
    return signedIn !== undefined;
  }

  return async (app) => {
    app.post(
      '/api/session/passkey/options',
      {
        config: passkeyAsks,
        schema: {
          summary: 'What a browser is asked for, to sign in with a passkey',
          body: usePasskeyRequest,
          response: { 200: usePasskeyReply, ...problemReplies },
        },
      },
      async (request, reply) => {
        const { anew } = request.body;
        const signedIn = anew ? await sessions.signedInSoFar(request) : undefined;
        if (anew && !signedIn) return sendProblem(reply, { kind: 'notSignedIn' });
        const asked = await passkeyDesk.askToProve(request, signedIn?.account);
        return asked.ok ? asked.value : sendProblem(reply, asked.failure);
      },
    );

    app.post(
      '/api/session/passkey',
      {
        schema: {
          summary: 'Signs in with a passkey',
          body: passkeySignInRequest,
          response: { 200: accountSchema, ...problemReplies },
        },
      },
      async (request, reply) => {
        const proved = await passkeyDesk.checkProved(request, request.body.passkey);
        if (!proved.ok) return sendPasskeyProblem(request, reply, proved.failure, options);
        const { account, passkeyId } = proved.value;
        if (!(await signInWith(request, reply, account, passkeyId))) {
          const reason = 'it was removed while it was looked at';
          return sendPasskeyProblem(request, reply, { kind: 'passkeyRefused', reason }, options);
        }
        return { ...accountReplyOf(account, true), ...options.providers.madeBy(account) };
      },
    );

    app.get(
      '/api/account/passkeys',
      { schema: { summary: "One's own passkeys", response: { 200: passkeysReply, ...problemReplies } } },
      async (request, reply) => {
        const asker = await signedInFor(sessions, request);
        if (!asker.ok) return sendProblem(reply, asker.failure);
        return { passkeys: (await passkeys.list(asker.value.account.id)).map(passkeyReplyOf) };
      },
    );

    app.post(
      '/api/account/passkeys/options',
      {
        config: passkeyAsks,
        schema: {
          summary: 'What a browser is asked for, to make one more passkey; after signing in anew',
          response: { 200: makePasskeyReply, ...problemReplies },
        },
      },
      async (request, reply) => {
        const keeper = await keeperOf(request);
        if (!keeper.ok) return sendProblem(reply, keeper.failure);
        const { account } = keeper.value;
        const own = await passkeys.list(account.id);
        if (own.length >= maxPasskeys) return sendProblem(reply, { kind: 'tooManyPasskeys' });
        const asked = await passkeyDesk.askToMake(request, account, own);
        return asked.ok ? asked.value : sendProblem(reply, asked.failure);
      },
    );

    app.post(
      '/api/account/passkeys',
      {
        schema: {
          summary: 'Adds a passkey that was made; whoever had a step to go is signed in with it',
          body: newPasskeyRequest,
          response: { 201: passkeySchema, ...problemReplies },
        },
      },
      async (request, reply) => {
        const keeper = await keeperOf(request);
        if (!keeper.ok) return sendProblem(reply, keeper.failure);
        const { account, isHalfway } = keeper.value;
        const made = await passkeyDesk.checkMade(request, request.body.passkey, request.body.name);
        if (!made.ok) return sendPasskeyProblem(request, reply, made.failure, options);
        const passkey = made.value;
        if (passkey.accountId !== account.id) {
          const reason = 'it was made for another account';
          return sendPasskeyProblem(request, reply, { kind: 'passkeyRefused', reason }, options);
        }
        // Several may have been asked for before any was made.
        if ((await passkeys.list(account.id)).length >= maxPasskeys)
          return sendProblem(reply, { kind: 'tooManyPasskeys' });
        if (!(await passkeys.add(passkey, isHalfway)))
          return sendProblem(reply, { kind: isHalfway ? 'passkeyMustBeUsed' : 'passkeyKnown' });
        request.log.info({ accountId: account.id }, 'a passkey was added');
        if (isHalfway && !(await signInWith(request, reply, account, passkey.id)))
          return sendProblem(reply, { kind: 'passkeyNotFound' });
        return reply.code(201).send(passkeyReplyOf(passkey));
      },
    );

    app.delete(
      '/api/account/passkeys/:passkeyId',
      {
        schema: {
          summary: 'Removes a passkey, after signing in anew; never the last way in. What was signed in with it ends',
          params: passkeyParams,
          response: { 204: z.undefined(), ...problemReplies },
        },
      },
      async (request, reply) => {
        const keeper = await keeperOf(request);
        if (!keeper.ok) return sendProblem(reply, keeper.failure);
        const { account, signIn } = keeper.value;
        const { passkeyId } = request.params;
        const own = await passkeys.list(account.id);
        if (!own.some(({ id }) => id === passkeyId)) return sendProblem(reply, { kind: 'passkeyNotFound' });
        const hasPassword = account.passwordHash !== undefined;
        const mayBeLast = mayLoseLastPasskey({ hasPassword }, options.isOnLoopback(request));
        const boards = await passkeys.remove({ accountId: account.id, id: passkeyId, keeps: signIn.id }, mayBeLast);
        if (!boards) return sendProblem(reply, { kind: 'lastPasskeyStays' });
        request.log.info({ accountId: account.id }, 'a passkey was removed');
        options.onChanged(boards);
        return reply.code(204).send();
      },
    );
  };
}

function passkeyReplyOf({ id, name, madeAt, usedAt }: PasskeyRow): PasskeyReply {
  return { passkeyId: id, name, madeAt, ...(usedAt === undefined ? {} : { usedAt }) };
}

/** One line in the log for each passkey that was refused: why, and nothing of who; and ever longer waits for whoever goes on. */
export function sendPasskeyProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  failure: ChooseFailure,
  { wrongSecrets, clock }: { readonly wrongSecrets: WrongSecrets; readonly clock: () => number },
): FastifyReply {
  if (failure.kind !== 'passkeyRefused') return sendProblem(reply, failure);
  request.log.warn({ reason: failure.reason }, 'a passkey was refused');
  const waitMs = wrongSecrets.count(request.ip, clock());
  if (waitMs === 0) return sendProblem(reply, { kind: 'passkeyRefused' });
  return sendProblem(reply.header('retry-after', String(waitMs / 1000)), { kind: 'tooManyRequests' });
}
