import type { BoardId } from '@duken/shared/board';
import {
  backChannelLogoutRequest,
  frontChannelLogoutQuery,
  type LoginFailureKind,
  loginProviderParams,
  loginProvidersReply,
  loginQuery,
} from '@duken/shared/protocol';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { hashOf, type Opening, type Secrets } from '../access/index.ts';
import { problemReplies, sendProblem } from '../http/index.ts';
import type { Accounts, ProvidedSignIn } from '../storage/index.ts';
import type { LoginProviders } from './loginProviders.ts';
import type { LoginWay, OpenIdProvider, Vouched } from './openIdProvider.ts';
import type { SignInBy } from './signInBy.ts';

/** How long somebody may be at a provider, in milliseconds: to find the telephone, and to choose a new password. */
const awayAtMostMs = 15 * 60_000;
/** By how much the provider's clock may be behind ours when it says when they proved who they are, in seconds. */
const clockDiffersSeconds = 30;

/** From one address: a whole town hall comes to work at eight, by one. */
const loginsPerMinute = 600;

const redirect = { 303: z.undefined() };

/**
 * Signing in by the municipality's OpenID Connect providers: to one, back from it, and signed out by it. What a browser asks here is
 * answered with a page: what went wrong stands on that for signing in.
 */
export function loginRoutes(options: {
  readonly providers: LoginProviders;
  readonly accounts: Accounts;
  readonly opening: Opening;
  readonly signInBy: SignInBy;
  readonly secrets: Secrets;
  readonly clock: () => number;
  /** Whether people reach us by https only. */
  readonly overTls: boolean;
  readonly originOf: (request: FastifyRequest) => string;
  /** Told of boards where somebody's access changed. */
  readonly onChanged: (boards: readonly BoardId[]) => void;
}): FastifyPluginAsyncZod {
  const { providers, accounts, secrets, clock, originOf } = options;
  const cookieName = options.overTls ? '__Host-duk-login' : 'duk-login';
  // Lax: it comes along when the provider sends the browser back.
  const cookie = { path: '/', httpOnly: true, sameSite: 'lax', secure: options.overTls } as const;
  const config = { rateLimit: { max: loginsPerMinute, timeWindow: '1 minute' } };

  const callbackUrlOf = (request: FastifyRequest, { settings }: OpenIdProvider) =>
    new URL(`/api/login/${settings.id}/callback`, originOf(request)).href;

  /** Says on the page for signing in why nobody is. */
  function refuse(reply: FastifyReply, { settings }: OpenIdProvider, kind: LoginFailureKind): FastifyReply {
    return reply.redirect(`/logg-inn?${new URLSearchParams({ feil: kind, fra: settings.id })}`, 303);
  }

  /** One line in the log for each sign-in that was refused: where, and at what; nothing of who. */
  function note(request: FastifyRequest, { settings }: OpenIdProvider, kind: string, reason: string): void {
    request.log.warn({ provider: settings.id, kind, reason }, 'a sign-in by a provider was refused');
  }

  async function signIn(
    request: FastifyRequest,
    reply: FastifyReply,
    provider: OpenIdProvider,
    { person, providerSessionHash, authenticatedAt, idToken }: Vouched,
  ): Promise<ProvidedSignIn['kind']> {
    let outcome: ProvidedSignIn['kind'] = 'ended';
    await options.signInBy(request, reply, async (session, newSignIn) => {
      const signInThere = {
        ...newSignIn,
        providerId: person.providerId,
        authenticatedAt,
        ...(providerSessionHash === undefined ? {} : { providerSessionHash }),
      };
      const done = await accounts.signInProvided(person, session, signInThere, secrets);
      outcome = done.kind;
      if (done.kind === 'signedIn') {
        provider.holdIdToken(newSignIn.id, idToken);
        return done;
      }
      if (done.kind === 'mayNotLead') options.onChanged(done.boards);
      return undefined;
    });
    return outcome;
  }

  return async (app) => {
    app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
      done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );

    app.get(
      '/api/login',
      {
        schema: {
          summary: 'Providers by which people sign in',
          response: { 200: loginProvidersReply, ...problemReplies },
        },
      },
      async () => ({ providers: providers.all.map(({ settings: { id, label } }) => ({ providerId: id, label })) }),
    );

    app.get(
      '/api/login/:providerId',
      {
        config,
        schema: {
          summary: 'Sends the browser to a provider to sign in',
          params: loginProviderParams,
          querystring: loginQuery,
          response: { ...redirect, ...problemReplies },
        },
      },
      async (request, reply) => {
        const provider = providers.find(request.params.providerId);
        if (!provider) return sendProblem(reply, { kind: 'loginProviderNotFound' });
        // A page of another site signs nobody in behind their back.
        if (request.headers['sec-fetch-site'] === 'cross-site') return reply.redirect('/logg-inn', 303);
        if (!(await options.opening.hasAccounts())) return refuse(reply, provider, 'beforeSetup');
        const isAnew = request.query.anew === 'true';
        const secret = secrets.newSecret();
        const way: LoginWay = {
          secret,
          callbackUrl: callbackUrlOf(request, provider),
          maxAgeSeconds: isAnew ? 0 : provider.settings.maxAgeSeconds,
          isAnew,
        };
        const goesTo = await provider.begin(way);
        if (!goesTo.ok) {
          note(request, provider, goesTo.failure.kind, goesTo.failure.reason);
          return refuse(reply, provider, goesTo.failure.kind);
        }
        const now = clock();
        const attempt = {
          secretHash: hashOf(secret),
          providerId: provider.settings.id,
          back: pageOf(request.query.back, originOf(request)),
          isAnew,
          askedAt: now,
        };
        await accounts.beginLogin(attempt, now - awayAtMostMs);
        reply.setCookie(cookieName, secret, { ...cookie, maxAge: awayAtMostMs / 1000 });
        return reply.redirect(goesTo.value.href, 303);
      },
    );

    app.get(
      '/api/login/:providerId/callback',
      {
        config,
        schema: {
          summary: 'Where a provider sends the browser back to; who it vouches for is signed in',
          params: loginProviderParams,
          response: { ...redirect, ...problemReplies },
        },
      },
      async (request, reply) => {
        const provider = providers.find(request.params.providerId);
        if (!provider) return sendProblem(reply, { kind: 'loginProviderNotFound' });
        const now = clock();
        const callbackUrl = callbackUrlOf(request, provider);
        const cameBack = new URL(callbackUrl + new URL(request.url, callbackUrl).search);
        const secret = request.cookies[cookieName];
        // What another tab began before does not spend what was begun here last.
        if (secret !== undefined && !provider.isWayBack(cameBack, secret)) {
          note(request, provider, 'tooLate', 'anotherWay');
          return refuse(reply, provider, 'tooLate');
        }
        const attempt = secret === undefined ? undefined : await accounts.takeLogin(hashOf(secret));
        reply.clearCookie(cookieName, cookie);
        if (secret === undefined || !attempt || attempt.askedAt < now - awayAtMostMs) {
          note(request, provider, 'tooLate', 'noAttempt');
          return refuse(reply, provider, 'tooLate');
        }
        if (attempt.providerId !== provider.settings.id) {
          note(request, provider, 'refused', 'anotherProvider');
          return refuse(reply, provider, 'refused');
        }
        const vouched = await provider.finish(cameBack, {
          secret,
          // Anew is after they were sent there.
          maxAgeSeconds: attempt.isAnew
            ? Math.ceil((now - attempt.askedAt) / 1000) + clockDiffersSeconds
            : provider.settings.maxAgeSeconds,
        });
        if (!vouched.ok) {
          note(request, provider, vouched.failure.kind, vouched.failure.reason);
          return refuse(reply, provider, vouched.failure.kind);
        }
        const outcome = await signIn(request, reply, provider, vouched.value);
        if (outcome === 'signedIn') return reply.redirect(attempt.back, 303);
        note(request, provider, outcome, outcome);
        return refuse(reply, provider, outcome);
      },
    );

    app.post(
      '/api/login/:providerId/logout',
      {
        config,
        schema: {
          summary: 'Told by a provider itself: ends what somebody signed in by there, by a logout token',
          consumes: ['application/x-www-form-urlencoded'],
          params: loginProviderParams,
          body: backChannelLogoutRequest,
          response: { 204: z.undefined(), ...problemReplies },
        },
      },
      async (request, reply) => {
        const provider = providers.find(request.params.providerId);
        if (!provider) return sendProblem(reply, { kind: 'loginProviderNotFound' });
        const read = await provider.readLogoutToken(request.body.logout_token);
        if (!read.ok) {
          request.log.warn(
            { provider: provider.settings.id, reason: read.failure.reason },
            'a logout token was refused',
          );
          return sendProblem(reply, { kind: 'logoutTokenRefused' });
        }
        const { session, subject } = read.value;
        const boards = await accounts.endProvidedSignIns({
          providerId: provider.settings.id,
          ...(session === undefined ? {} : { sessionHash: hashOf(session) }),
          ...(subject === undefined ? {} : { identityHash: provider.identityOf(subject) }),
        });
        options.onChanged(boards);
        return reply.code(204).send();
      },
    );

    app.get(
      '/api/login/:providerId/logout',
      {
        config,
        schema: {
          summary:
            "Told by a provider in the browser that it signs out: ends what was signed in by in the provider's session",
          params: loginProviderParams,
          querystring: frontChannelLogoutQuery,
          response: { 204: z.undefined(), ...problemReplies },
        },
      },
      async (request, reply) => {
        const provider = providers.find(request.params.providerId);
        if (!provider) return sendProblem(reply, { kind: 'loginProviderNotFound' });
        const { iss, sid } = request.query;
        // The provider's name of its session is known to it, to us and to that browser: whoever has it may end what it began.
        if (provider.isIssuer(iss))
          options.onChanged(
            await accounts.endProvidedSignIns({ providerId: provider.settings.id, sessionHash: hashOf(sid) }),
          );
        return reply.code(204).send();
      },
    );
  };
}

/** A page of ours, and no other; the front page unless one is named. */
function pageOf(back: string | undefined, origin: string): string {
  if (back === undefined || !back.startsWith('/') || !URL.canParse(back, origin)) return '/';
  const url = new URL(back, origin);
  // As it is once dots are gone from it: `/.//other.site` is another site then.
  const page = url.pathname + url.search;
  return url.origin === origin && /^\/(?!api\/|[/\\])/.test(page) ? page : '/';
}
