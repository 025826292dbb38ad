import type { BoardId } from '@duken/shared/board';
import { changePasswordRequest, signInParams, signInsReply } from '@duken/shared/protocol';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Sessions } from '../access/index.ts';
import { problemReplies, sendProblem } from '../http/index.ts';
import type { Accounts } from '../storage/index.ts';
import { signedInFor } from './asker.ts';
import type { KnownBrowsers } from './knownBrowser.ts';
import type { PasswordJudge } from './passwordJudge.ts';
import type { Passwords } from './passwords.ts';
import type { SignInDesk } from './signInDesk.ts';
import { sendSignInProblem } from './signInRoutes.ts';

/** One's own account: where one is signed in, and the password. */
export function ownAccountRoutes(options: {
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly passwords: Passwords;
  readonly judge: PasswordJudge;
  readonly desk: SignInDesk;
  readonly browsers: KnownBrowsers;
  readonly onChanged: (boards: readonly BoardId[]) => void;
}): FastifyPluginAsyncZod {
  const { accounts, sessions } = options;
  return async (app) => {
    app.get(
      '/api/account/sign-ins',
      { schema: { summary: 'Where one is signed in', response: { 200: signInsReply, ...problemReplies } } },
      async (request, reply) => {
        const asker = await signedInFor(sessions, request);
        if (!asker.ok) return sendProblem(reply, asker.failure);
        const { account, signIn: own } = asker.value;
        const signIns = await accounts.listSignIns(account.id);
        return {
          signIns: signIns
            .filter((signIn) => sessions.lasts(signIn))
            .map(({ id, browser, signedInAt, usedAt }) => ({
              signInId: id,
              browser,
              signedInAt,
              usedAt,
              ...(id === own.id ? { isOwn: true as const } : {}),
            })),
        };
      },
    );

    app.delete(
      '/api/account/sign-ins/:signInId',
      {
        schema: {
          summary: 'Ends one of them, and at once all that is open by it',
          params: signInParams,
          response: { 204: z.undefined(), ...problemReplies },
        },
      },
      async (request, reply) => {
        const asker = await signedInFor(sessions, request);
        if (!asker.ok) return sendProblem(reply, asker.failure);
        const { boards } = await accounts.endSignIns(asker.value.account.id, { only: request.params.signInId });
        options.onChanged(boards);
        return reply.code(204).send();
      },
    );

    app.delete(
      '/api/account/sign-ins',
      {
        schema: {
          summary: 'Ends all but the one that asks, and at once all that is open by them',
          response: { 204: z.undefined(), ...problemReplies },
        },
      },
      async (request, reply) => {
        const asker = await signedInFor(sessions, request);
        if (!asker.ok) return sendProblem(reply, asker.failure);
        const { account, signIn } = asker.value;
        const { boards } = await accounts.endSignIns(account.id, { allBut: signIn.id });
        options.onChanged(boards);
        return reply.code(204).send();
      },
    );

    app.put(
      '/api/account/password',
      {
        schema: {
          summary: 'Another password; everywhere else one is signed out',
          body: changePasswordRequest,
          response: { 204: z.undefined(), ...problemReplies },
        },
      },
      async (request, reply) => {
        const asker = await signedInFor(sessions, request);
        if (!asker.ok) return sendProblem(reply, asker.failure);
        const { account, signIn } = asker.value;
        const { password, newPassword } = request.body;
        const found = await options.desk.check({
          email: account.email,
          password,
          address: request.ip,
          browserSecret: options.browsers.secretIn(request),
        });
        if (!found.ok) return sendSignInProblem(reply, found.failure);
        const judged = await options.judge.judge({ password: newPassword, ownWords: [account.name, account.email] });
        if (!judged.ok) return sendProblem(reply, judged.failure);
        const hash = await options.passwords.hash(newPassword);
        if (!hash.ok) return sendProblem(reply, hash.failure);
        options.onChanged(await accounts.setPassword(account.id, hash.value, signIn.id));
        return reply.code(204).send();
      },
    );
  };
}
