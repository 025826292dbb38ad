import { createHmac } from 'node:crypto';
import { failed, type Result, succeeded } from '@duken/shared/result';
import { cleanLine } from '@duken/shared/text';
import { createRemoteJWKSet } from 'jose';
import * as openId from 'openid-client';
import { hashOf } from '../access/index.ts';
import type { ProvidedPerson, SignInRow } from '../storage/index.ts';
import { checkLogoutToken, type SignedOutThere } from './logoutToken.ts';
import { isLoopbackUrl, type LoginProvider } from './readLoginProviders.ts';

/** How long a provider may take to answer us, in seconds. */
const answersWithinSeconds = 5;
/** How long what a provider says of itself is gone by, in milliseconds: whoever would be sent to one that is away is told so instead. */
const knownForMs = 60_000;
/** By how much its clock may differ from ours, in seconds. */
const clockDiffersSeconds = 30;
/** ID tokens that are held to sign out by, each of some kilobytes. */
const maxHeldTokens = 2_000;
const longestName = 60;
const longestEmail = 200;

/** Why nobody is signed in, and for the log where it showed: codes, and nothing of the person. */
export interface ProviderFailure {
  readonly kind: 'cancelled' | 'refused' | 'tooWeak' | 'providerAway';
  readonly reason: string;
}

/** Whom a provider vouches for. */
export interface Vouched {
  readonly person: ProvidedPerson;
  readonly providerSessionHash: string | undefined;
  /** When they proved who they are, in milliseconds; 0 where it does not say. */
  readonly authenticatedAt: number;
  /** To sign out by. Holds what the provider knows of them: never written down. */
  readonly idToken: string;
}

/** A way to a provider and back, which nobody else can go: all of it follows from a secret that the browser keeps. */
export interface LoginWay {
  readonly secret: string;
  /** Our address that it sends the browser back to. */
  readonly callbackUrl: string;
  /** How long ago they may have proved who they are, in seconds; undefined where it is all the same. */
  readonly maxAgeSeconds: number | undefined;
  /** Whether they must prove it anew, whatever the provider remembers. */
  readonly isAnew: boolean;
}

/** One of the municipality's OpenID Connect providers, by the library that talks with it. It need not be up before somebody asks. */
export class OpenIdProvider {
  readonly settings: LoginProvider;
  readonly #clock: () => number;
  readonly #idTokens = new Map<string, string>();
  #known: { readonly until: number; readonly configuration: Promise<openId.Configuration> } | undefined;
  #keys: { readonly of: string; readonly keys: ReturnType<typeof createRemoteJWKSet> } | undefined;

  constructor(settings: LoginProvider, clock: () => number) {
    this.settings = settings;
    this.#clock = clock;
  }

  /** Where the browser goes to sign in. */
  async begin({ secret, callbackUrl, maxAgeSeconds, isAnew }: LoginWay): Promise<Result<URL, ProviderFailure>> {
    const { scopes, acr, par } = this.settings;
    try {
      const configuration = await this.#configuration();
      const asked = {
        redirect_uri: callbackUrl,
        scope: scopes.join(' '),
        state: derived(secret, 'state'),
        nonce: derived(secret, 'nonce'),
        code_challenge: await openId.calculatePKCECodeChallenge(derived(secret, 'verifier')),
        code_challenge_method: 'S256',
        ui_locales: 'nb nn en',
        ...(acr.length > 0 ? { acr_values: acr.join(' ') } : {}),
        ...(maxAgeSeconds === undefined ? {} : { max_age: String(maxAgeSeconds) }),
        ...(isAnew ? { prompt: 'login' } : {}),
      };
      const pushes = par ?? configuration.serverMetadata().pushed_authorization_request_endpoint !== undefined;
      return succeeded(
        pushes
          ? await openId.buildAuthorizationUrlWithPAR(configuration, asked)
          : openId.buildAuthorizationUrl(configuration, asked),
      );
    } catch (error) {
      return failed({ kind: 'providerAway', reason: reasonOf(error) });
    }
  }

  /** Whether a browser comes back by the way that this secret began, and not by one of another tab or of somebody else. */
  isWayBack(url: URL, secret: string): boolean {
    return url.searchParams.get('state') === derived(secret, 'state');
  }

  /** Whom it vouches for, when a browser comes back. @param url the whole address that it came back to */
  async finish(
    url: URL,
    { secret, maxAgeSeconds }: Pick<LoginWay, 'secret' | 'maxAgeSeconds'>,
  ): Promise<Result<Vouched, ProviderFailure>> {
    try {
      const configuration = await this.#configuration();
      const tokens = await openId.authorizationCodeGrant(configuration, url, {
        expectedState: derived(secret, 'state'),
        expectedNonce: derived(secret, 'nonce'),
        pkceCodeVerifier: derived(secret, 'verifier'),
        idTokenExpected: true,
        ...(maxAgeSeconds === undefined ? {} : { maxAge: maxAgeSeconds }),
      });
      const claims = tokens.claims();
      if (!claims || tokens.id_token === undefined) return failed({ kind: 'refused', reason: 'noIdToken' });
      const { acr } = this.settings;
      if (acr.length > 0 && !acr.includes(String(claims.acr))) return failed({ kind: 'tooWeak', reason: 'acr' });
      const said = await this.#allThatIsSaid(configuration, claims, tokens.access_token);
      return succeeded({
        person: this.#personOf(claims, said),
        providerSessionHash: typeof claims.sid === 'string' ? hashOf(claims.sid) : undefined,
        authenticatedAt: (claims.auth_time ?? 0) * 1000,
        idToken: tokens.id_token,
      });
    } catch (error) {
      return failed({ kind: failureKindOf(error), reason: reasonOf(error) });
    }
  }

  /** Holds an ID token for as long as this server runs, to sign out by: the provider then knows whom, and asks nothing. */
  holdIdToken(signInId: string, idToken: string): void {
    this.#idTokens.set(signInId, idToken);
    const [oldest] = this.#idTokens.keys();
    if (this.#idTokens.size > maxHeldTokens && oldest !== undefined) this.#idTokens.delete(oldest);
  }

  /** Where the browser goes to be signed out there too; undefined where the provider has no such page, or is away. */
  async signOutUrl({ id }: SignInRow, goesBackTo: string): Promise<string | undefined> {
    const idToken = this.#idTokens.get(id);
    this.#idTokens.delete(id);
    try {
      const configuration = await this.#configuration();
      if (configuration.serverMetadata().end_session_endpoint === undefined) return undefined;
      return openId.buildEndSessionUrl(configuration, {
        post_logout_redirect_uri: goesBackTo,
        ...(idToken === undefined ? {} : { id_token_hint: idToken }),
      }).href;
    } catch {
      // Here they are signed out all the same.
      return undefined;
    }
  }

  /** Whom it says that it has signed out, by a token of its own. */
  async readLogoutToken(token: string): Promise<Result<SignedOutThere, ProviderFailure>> {
    try {
      const metadata = (await this.#configuration()).serverMetadata();
      return succeeded(
        await checkLogoutToken(token, {
          issuer: metadata.issuer,
          clientId: this.settings.clientId,
          keys: this.#keysAt(metadata.jwks_uri ?? ''),
          now: new Date(this.#clock()),
        }),
      );
    } catch (error) {
      return failed({ kind: 'refused', reason: reasonOf(error) });
    }
  }

  /** Whom it calls by a subject. */
  identityOf(subject: string): string {
    return hashOf(JSON.stringify([this.settings.issuer.href, subject]));
  }

  isIssuer(issuer: string): boolean {
    return URL.canParse(issuer) && new URL(issuer).href === this.settings.issuer.href;
  }

  #configuration(): Promise<openId.Configuration> {
    const now = this.#clock();
    if (this.#known && now < this.#known.until) return this.#known.configuration;
    const { issuer, clientId, proof } = this.settings;
    const configuration = openId.discovery(
      issuer,
      clientId,
      { [openId.clockTolerance]: clockDiffersSeconds },
      proof.kind === 'secret' ? openId.ClientSecretBasic(proof.secret) : openId.PrivateKeyJwt(keyOf(proof)),
      {
        timeout: answersWithinSeconds,
        // Without it the library trusts the line, and reads no signature.
        execute: [openId.enableNonRepudiationChecks, ...(this.#isOnThisMachine ? [openId.allowInsecureRequests] : [])],
      },
    );
    this.#known = { until: now + knownForMs, configuration };
    // Asked anew the next time.
    configuration.catch(() => {
      this.#known = undefined;
    });
    return configuration;
  }

  get #isOnThisMachine(): boolean {
    return isLoopbackUrl(this.settings.issuer);
  }

  #keysAt(address: string): ReturnType<typeof createRemoteJWKSet> {
    const url = new URL(address);
    if (url.protocol !== 'https:' && !this.#isOnThisMachine) throw new Error('keys by an open line');
    if (this.#keys?.of !== address)
      this.#keys = { of: address, keys: createRemoteJWKSet(url, { timeoutDuration: answersWithinSeconds * 1000 }) };
    return this.#keys.keys;
  }

  /** What it says of them, in the ID token and, where something is missing there, when asked. */
  async #allThatIsSaid(
    configuration: openId.Configuration,
    claims: openId.IDToken,
    accessToken: string,
  ): Promise<Readonly<Record<string, unknown>>> {
    const { mayLead, nameClaim, emailClaim, scopes } = this.settings;
    const wanted = [
      nameClaim,
      ...(mayLead === 'everybody' ? [] : [mayLead.claim]),
      ...(emailClaim === undefined && !scopes.includes('email') ? [] : [emailClaim ?? 'email']),
    ];
    if (wanted.every((claim) => claim in claims) || configuration.serverMetadata().userinfo_endpoint === undefined)
      return claims;
    return { ...(await openId.fetchUserInfo(configuration, accessToken, claims.sub)), ...claims };
  }

  #personOf({ sub }: openId.IDToken, said: Readonly<Record<string, unknown>>): ProvidedPerson {
    const { id, label, mayLead, nameClaim, emailClaim } = this.settings;
    const email = emailClaim === undefined ? (said.email_verified === true ? said.email : '') : said[emailClaim];
    const name = [lineOf(said[nameClaim]), lineOf(`${lineOf(said.given_name)} ${lineOf(said.family_name)}`), label];
    return {
      identityHash: this.identityOf(sub),
      providerId: id,
      name: cut(name.find((words) => words !== '') ?? label),
      email: addressOf(lineOf(email)),
      mayLead:
        mayLead === 'everybody' || valuesOf(said[mayLead.claim]).some((value) => mayLead.contains.includes(value)),
    };
  }
}

/** Parts of the way that must not follow from one another, from the one secret. */
function derived(secret: string, part: 'state' | 'nonce' | 'verifier'): string {
  return createHmac('sha256', secret).update(part).digest('base64url');
}

function keyOf({ key, kid }: Extract<LoginProvider['proof'], { kind: 'key' }>) {
  return kid === undefined ? key : { key, kid };
}

function valuesOf(claim: unknown): readonly string[] {
  return (Array.isArray(claim) ? claim : [claim]).map(String);
}

function lineOf(claim: unknown): string {
  return typeof claim === 'string' ? cleanLine(claim) : '';
}

function cut(name: string): string {
  let short = '';
  for (const { segment } of new Intl.Segmenter('nb').segment(name)) {
    if (short.length + segment.length > longestName) break;
    short += segment;
  }
  return short.trim();
}

function addressOf(email: string): string {
  return email.length <= longestEmail && /^[^\s@]+@[^\s@]+$/.test(email) ? email.toLowerCase() : '';
}

function failureKindOf(error: unknown): ProviderFailure['kind'] {
  if (error instanceof openId.AuthorizationResponseError)
    return ['access_denied', 'login_required', 'interaction_required'].includes(error.error) ? 'cancelled' : 'refused';
  return isAway(error) ? 'providerAway' : 'refused';
}

/** No answer, or one from something before it. */
function isAway(error: unknown): boolean {
  if (error instanceof openId.ClientError)
    return error.code === 'OAUTH_TIMEOUT' || (error.cause instanceof Response && error.cause.status >= 500);
  // What `fetch` throws where there is no connection; the library's own have a code.
  return error instanceof TypeError && !('code' in error);
}

/** Codes of the library, and which claim: never what stood in it. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  const said = 'error' in error && typeof error.error === 'string' ? error.error : undefined;
  return [code, said ?? claimIn(error)].filter((part) => part !== undefined).join(' ');
}

function claimIn(error: Error): string | undefined {
  for (let cause: unknown = error; cause !== null && typeof cause === 'object'; ) {
    if ('claim' in cause && typeof cause.claim === 'string') return cause.claim;
    cause = 'cause' in cause ? cause.cause : undefined;
  }
  return undefined;
}
