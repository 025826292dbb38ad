import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK } from 'jose';
import { Provider } from 'oidc-provider';
import type { TestServer } from '../testing/index.ts';

/** Where people reach the server that is tested. */
export const ourOrigin = 'https://duk.example.no';

/** Somebody at a provider. */
export interface AtProvider {
  readonly subject: string;
  readonly claims: Readonly<Record<string, unknown>>;
  /** How they prove who they are. */
  readonly acr?: string;
}

/** A provider as municipalities have them, on this machine: whoever comes is logged in as the one it is told. */
export interface TestProvider {
  readonly issuer: string;
  /** Who sits there; nobody turns round. */
  sits: AtProvider | undefined;
  /** Our server, which it tells of whom it has signed out; it would not by itself reach for an address on this machine. */
  tells: TestServer | undefined;
  /** Method and path of each request that it was asked. */
  readonly asked: string[];
  close(): Promise<void>;
}

export interface ProviderSettings {
  /** The id that it has with us. */
  readonly id: string;
  readonly par?: boolean;
  /** The public key that we prove by who we are; a secret where there is none. */
  readonly clientKey?: object;
  /** Whether all claims stand in the ID token, and none need be asked for. */
  readonly allInIdToken?: boolean;
}

export const clientId = 'duken';
export const clientSecret = 'en-hemmelighet-som-er-lang-nok';

export async function openProvider(settings: ProviderSettings): Promise<TestProvider> {
  const { id, par = false, clientKey, allInIdToken = false } = settings;
  const http = createServer();
  const issuer = await listen(http);
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const state: { sits: AtProvider | undefined; tells: TestServer | undefined } = { sits: undefined, tells: undefined };
  const people = new Map<string, AtProvider>();
  const asked: string[] = [];
  const provider = new Provider(issuer, {
    jwks: { keys: [{ ...(await exportJWK(privateKey)), kid: 'one', alg: 'RS256', use: 'sig' }] },
    cookies: { keys: ['et eller annet'] },
    clients: [
      {
        client_id: clientId,
        ...(clientKey
          ? { token_endpoint_auth_method: 'private_key_jwt' as const, jwks: { keys: [clientKey] } }
          : { client_secret: clientSecret }),
        redirect_uris: [`${ourOrigin}/api/login/${id}/callback`],
        post_logout_redirect_uris: [`${ourOrigin}/`],
        backchannel_logout_uri: `${ourOrigin}/api/login/${id}/logout`,
        backchannel_logout_session_required: true,
      },
    ],
    acrValues: ['substantial', 'high'],
    claims: { openid: ['sub'], profile: ['name', 'groups'], email: ['email', 'email_verified'], acr: null, sid: null },
    conformIdTokenClaims: !allInIdToken,
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false },
      pushedAuthorizationRequests: { enabled: par, requirePushedAuthorizationRequests: par },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: { enabled: true },
    },
    async fetch(url, { method, headers, body } = {}) {
      const reply = await state.tells?.app.inject({
        method: method as 'POST',
        url: new URL(String(url)).pathname,
        headers: Object.fromEntries(new Headers(headers)),
        payload: String(body),
      });
      return new Response(null, { status: reply?.statusCode ?? 404 });
    },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    async findAccount(_, subject) {
      const person = people.get(subject);
      return person && { accountId: subject, claims: async () => ({ sub: subject, ...person.claims }) };
    },
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client?.clientId ?? '',
        accountId: oidc.session?.accountId ?? '',
      });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
  });
  http.on('request', (request, response) => {
    asked.push(`${request.method} ${request.url?.split('?')[0]}`);
    if (!request.url?.startsWith('/interaction/')) return void provider.callback()(request, response);
    const { sits } = state;
    if (sits) people.set(sits.subject, sits);
    const result = sits
      ? { login: { accountId: sits.subject, remember: true, ...(sits.acr === undefined ? {} : { acr: sits.acr }) } }
      : { error: 'access_denied', error_description: 'turned round' };
    void provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  });
  return {
    issuer,
    asked,
    get sits() {
      return state.sits;
    },
    set sits(person) {
      state.sits = person;
    },
    get tells() {
      return state.tells;
    },
    set tells(ours) {
      state.tells = ours;
    },
    close: () => closeServer(http),
  };
}

/** @returns its origin */
export async function listen(http: Server): Promise<string> {
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  return `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
}

export async function closeServer(http: Server): Promise<void> {
  http.closeAllConnections();
  http.close();
  await once(http, 'close');
}

/** A browser that goes where it is sent, between our server and providers, and keeps the cookies of each. */
export class TestBrowser {
  readonly #server: TestServer;
  readonly #cookies = new Map<string, Map<string, string>>();

  constructor(server: TestServer) {
    this.#server = server;
  }

  /** The cookie by which it is known to our server. */
  get session(): string | undefined {
    return this.cookiesOf(ourOrigin).get('__Host-duk');
  }

  cookiesOf(origin: string): Map<string, string> {
    const jar = this.#cookies.get(origin) ?? new Map<string, string>();
    this.#cookies.set(origin, jar);
    return jar;
  }

  /** One step. @returns where it is sent, if anywhere */
  async step(address: string, form?: Readonly<Record<string, string>>) {
    const url = new URL(address, ourOrigin);
    const jar = this.cookiesOf(url.origin);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers: Record<string, string> = {
      ...(cookie === '' ? {} : { cookie }),
      ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
    };
    const body = form && String(new URLSearchParams(form));
    const method = form ? 'POST' : 'GET';
    const asks = { method, headers, ...(body === undefined ? {} : { body }) } as const;
    const reply = await (url.origin === ourOrigin ? this.#askUs(url, asks) : this.#askThem(url, asks));
    for (const line of reply.setCookie) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    return { ...reply, url, goesTo: reply.location && new URL(reply.location, url).href };
  }

  /** Goes, and follows wherever it is sent, until it stands still. @param until an address that it stops before */
  async go(address: string, until?: (url: URL) => boolean) {
    let at = await this.step(address);
    for (let steps = 0; at.goesTo !== undefined && steps < 20; steps += 1) {
      if (until?.(new URL(at.goesTo))) return { ...at, url: new URL(at.goesTo) };
      // Our pages are no part of what is asked here.
      if (new URL(at.goesTo).origin === ourOrigin && !new URL(at.goesTo).pathname.startsWith('/api/'))
        return { ...at, url: new URL(at.goesTo) };
      at = await this.step(at.goesTo);
    }
    return at;
  }

  async #askUs(url: URL, { method, headers, body }: Asks): Promise<Answer> {
    const reply = await this.#server.app.inject({
      method,
      url: url.pathname + url.search,
      headers: { ...headers, host: url.host },
      ...(body === undefined ? {} : { payload: body }),
    });
    const { location, 'set-cookie': setCookie = [] } = reply.headers;
    return { status: reply.statusCode, location, body: reply.body, setCookie: [setCookie].flat() };
  }

  async #askThem(url: URL, { method, headers, body }: Asks): Promise<Answer> {
    const reply = await fetch(url, { method, headers, redirect: 'manual', ...(body === undefined ? {} : { body }) });
    return {
      status: reply.status,
      location: reply.headers.get('location') ?? undefined,
      body: await reply.text(),
      setCookie: reply.headers.getSetCookie(),
    };
  }
}

interface Asks {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

interface Answer {
  readonly status: number;
  readonly location: string | undefined;
  readonly body: string;
  readonly setCookie: readonly string[];
}
