import type { AccountId } from '@duken/shared/access';
import type { BoardId } from '@duken/shared/board';
import {
  acceptAccountInvitationRequest,
  accountInvitationReply,
  accountParams,
  accountSchema,
  accountsReply,
  makePasskeyReply,
  newAccountRequest,
  readAccountInvitationReply,
  readAccountInvitationRequest,
} from '@duken/shared/protocol';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { hashOf, type Secrets, type Sessions, type WrongSecrets } from '../access/index.ts';
import { problemReplies, sendProblem } from '../http/index.ts';
import type { AccountRow, Accounts } from '../storage/index.ts';
import { accountReplyOf } from './accountReply.ts';
import { signedInAnewFor, signedInFor } from './asker.ts';
import type { ChooseWayIn } from './chooseWayIn.ts';
import type { LoginProviders } from './loginProviders.ts';
import { type PasskeyDesk, passkeyAsks } from './passkeyDesk.ts';
import { sendPasskeyProblem } from './passkeyRoutes.ts';
import type { SignInBy } from './signInBy.ts';

/** How long somebody has to choose how they sign in, in milliseconds: over a weekend. */
const invitationLivesMs = 3 * 24 * 60 * 60_000;

/** Accounts, kept by administrators: made by a link of one use, seen in numbers, ended. */
export function adminRoutes(options: {
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly passkeyDesk: PasskeyDesk;
  readonly chooseWayIn: ChooseWayIn;
  readonly signInBy: SignInBy;
  readonly providers: LoginProviders;
  readonly wrongSecrets: WrongSecrets;
  readonly secrets: Secrets;
  readonly clock: () => number;
  readonly originOf: (request: FastifyRequest) => string;
  readonly onChanged: (boards: readonly BoardId[]) => void;
}): FastifyPluginAsyncZod {
  const { accounts, sessions, secrets, clock } = options;

  /** A link to choose a way in by; undefined when there is no such account. */
  async function invite(request: FastifyRequest, accountId: AccountId, by: AccountId) {
    const secret = secrets.newSecret();
    const createdAt = clock();
    const worksUntil = createdAt + invitationLivesMs;
    const link = { secretHash: hashOf(secret), createdAt, expiresAt: worksUntil };
    if (!(await accounts.invite(accountId, link))) return undefined;
    request.log.info({ accountId, by }, 'a link to choose a way in by was made');
    return { accountId, url: `${options.originOf(request)}/ny-konto#${secret}`, worksUntil };
  }

  function refuseInvitation(request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const waitMs = options.wrongSecrets.count(request.ip, clock());
    if (waitMs === 0) return sendProblem(reply, { kind: 'accountInvitationRefused' });
    return sendProblem(reply.header('retry-after', String(waitMs / 1000)), { kind: 'tooManyRequests' });
  }

  return async (app) => {
    app.get(
      '/api/accounts',
      { schema: { summary: 'Accounts, in numbers', response: { 200: accountsReply, ...problemReplies } } },
      async (request, reply) => {
        const asker = await signedInFor(sessions, request, 'keepAccounts');
        if (!asker.ok) return sendProblem(reply, asker.failure);
        const all = await accounts.list(clock());
        return {
          accounts: all.map((account) => ({
            ...accountReplyOf(account, account.hasPasskey),
            createdAt: account.createdAt,
            boards: account.boards,
            ...(account.invitedUntil === undefined ? {} : { invitedUntil: account.invitedUntil }),
            ...options.providers.madeBy(account),
            ...(account.id === asker.value.account.id ? { isOwn: true as const } : {}),
          })),
        };
      },
    );

    app.post(
      '/api/accounts',
      {
        schema: {
          summary: 'A new account, after signing in anew; the link by which its way in is chosen is told this once',
          body: newAccountRequest,
          response: { 201: accountInvitationReply, ...problemReplies },
        },
      },
      async (request, reply) => {
        const asker = await signedInAnewFor(sessions, request, clock(), 'keepAccounts');
        if (!asker.ok) return sendProblem(reply, asker.failure);
        const account: AccountRow = { id: secrets.newId() as AccountId, ...request.body, createdAt: clock() };
        if (!(await accounts.create(account))) return sendProblem(reply, { kind: 'accountExists' });
        const invitation = await invite(request, account.id, asker.value.account.id);
        return invitation ? reply.code(201).send(invitation) : sendProblem(reply, { kind: 'accountNotFound' });
      },
    );

    app.post(
      '/api/accounts/:accountId/invitation',
      {
        schema: {
          summary:
            'Another link to choose a way in by, after signing in anew, for somebody who has forgotten or lost theirs; what they had ends',
          params: accountParams,
          response: { 201: accountInvitationReply, ...problemReplies },
        },
      },
      async (request, reply) => {
        const asker = await signedInAnewFor(sessions, request, clock(), 'keepAccounts');
        if (!asker.ok) return sendProblem(reply, asker.failure);
        const account = await accounts.find(request.params.accountId);
        // A password here would be a way past what the provider asks for, and past its saying no.
        if (account?.providerId !== undefined) return sendProblem(reply, { kind: 'accountOfProvider' });
        const invitation = await invite(request, request.params.accountId, asker.value.account.id);
        return invitation ? reply.code(201).send(invitation) : sendProblem(reply, { kind: 'accountNotFound' });
      },
    );

    app.delete(
      '/api/accounts/:accountId',
      {
        schema: {
          summary: 'Ends an account, and at once all that is open by it; after signing in anew',
          params: accountParams,
          response: { 204: z.undefined(), ...problemReplies },
        },
      },
      async (request, reply) => {
        const asker = await signedInAnewFor(sessions, request, clock(), 'keepAccounts');
        if (!asker.ok) return sendProblem(reply, asker.failure);
        const { accountId } = request.params;
        const account = await accounts.find(accountId);
        if (!account || account.endedAt !== undefined) return sendProblem(reply, { kind: 'accountNotFound' });
        const boards = await accounts.end(accountId, clock());
        if (!boards) return sendProblem(reply, { kind: 'lastAdminStays' });
        request.log.info({ accountId, by: asker.value.account.id }, 'an account was ended');
        options.onChanged(boards);
        return reply.code(204).send();
      },
    );

    app.post(
      '/api/account-invitation',
      {
        schema: {
          summary: 'Whose a link to choose a way in by is',
          body: readAccountInvitationRequest,
          response: { 200: readAccountInvitationReply, ...problemReplies },
        },
      },
      async (request, reply) => {
        const invited = await accounts.findInvited(hashOf(request.body.secret), clock());
        if (!invited) return refuseInvitation(request, reply);
        return { name: invited.name, email: invited.email };
      },
    );

    app.post(
      '/api/account-invitation/passkey',
      {
        config: passkeyAsks,
        schema: {
          summary: 'What a browser is asked for, to choose a passkey as the way in',
          body: readAccountInvitationRequest,
          response: { 200: makePasskeyReply, ...problemReplies },
        },
      },
      async (request, reply) => {
        const invited = await accounts.findInvited(hashOf(request.body.secret), clock());
        if (!invited) return refuseInvitation(request, reply);
        // In the place of those there are, so the device that has one makes another.
        const asked = await options.passkeyDesk.askToMake(request, invited);
        return asked.ok ? asked.value : sendProblem(reply, asked.failure);
      },
    );

    app.post(
      '/api/account-invitation/accept',
      {
        schema: {
          summary: 'Chooses the only way in, uses the link up and signs in; everywhere else one is signed out',
          body: acceptAccountInvitationRequest,
          response: { 200: accountSchema, ...problemReplies },
        },
      },
      async (request, reply) => {
        const { secret } = request.body;
        const secretHash = hashOf(secret);
        const account = await accounts.findInvited(secretHash, clock());
        if (!account) return refuseInvitation(request, reply);
        const chosen = await options.chooseWayIn(request, request.body, [account.name, account.email]);
        if (!chosen.ok) return sendPasskeyProblem(request, reply, chosen.failure, options);
        const { passkey, passwordHash } = chosen.value;
        if (passkey && passkey.accountId !== account.id) {
          const reason = 'it was made for another account';
          return sendPasskeyProblem(request, reply, { kind: 'passkeyRefused', reason }, options);
        }
        const accepted = await options.signInBy(request, reply, async (session, newSignIn) => {
          const signIn = { ...newSignIn, ...(passkey ? { passkeyId: passkey.id } : {}) };
          const boards = await accounts.acceptInvitation(secretHash, chosen.value, session, signIn);
          return boards && { account: accountWith(account, passwordHash), boards };
        });
        return accepted ? accountReplyOf(accepted, passkey !== undefined) : refuseInvitation(request, reply);
      },
    );
  };
}

/** With the way in that was chosen, and no other. */
function accountWith({ passwordHash: _, ...account }: AccountRow, passwordHash: string | undefined): AccountRow {
  return passwordHash === undefined ? account : { ...account, passwordHash };
}
