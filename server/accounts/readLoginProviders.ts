import { createPrivateKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { failed, type Result, succeeded } from '@duken/shared/result';
import { type CryptoKey, importJWK, type JWK } from 'jose';
import { z } from 'zod';

/** What is wrong with the file of providers: of which, and at which field, for whoever edits it. */
export interface LoginProviderFault {
  readonly file: string;
  readonly provider?: string;
  readonly field?: string;
  readonly reason: string;
}

/** What we prove by, to a provider, that it is we who ask. Never to be printed. */
export type ClientProof =
  | { readonly kind: 'secret'; readonly secret: string }
  /** `private_key_jwt`; `kid` tells the provider which of the keys that it knows. */
  | { readonly kind: 'key'; readonly key: CryptoKey; readonly kid: string | undefined };

/** An OpenID Connect provider of the municipality, as the operator has described it. */
export interface LoginProvider {
  /** In the addresses that the provider is told of. */
  readonly id: string;
  /** What is written on the button. */
  readonly label: string;
  readonly issuer: URL;
  readonly clientId: string;
  readonly proof: ClientProof;
  readonly scopes: readonly string[];
  /** Ways of proving who one is that are strong enough; empty where any is. */
  readonly acr: readonly string[];
  /** How long ago they may have proved it there, in seconds. */
  readonly maxAgeSeconds: number | undefined;
  /** Whether what is asked is pushed to the provider first (PAR); undefined: where it can be. */
  readonly par: boolean | undefined;
  /** Who may lead: everybody who can sign in there, or those of whom a claim says one of some values. */
  readonly mayLead: 'everybody' | { readonly claim: string; readonly contains: readonly string[] };
  /** The claim that has their name. */
  readonly nameClaim: string;
  /** The claim whose address the municipality vouches for; undefined: `email`, where the provider says that it is verified. */
  readonly emailClaim: string | undefined;
}

const text = z.string({ error: 'must be text' }).trim().min(1, { error: 'must not be empty' });

const list = z.array(text, { error: 'must be a list of texts: ["…"]' });

const loginProvider = z.strictObject({
  id: z.string({ error: 'must be text' }).regex(/^[a-z0-9-]{1,40}$/, {
    error: 'must be a short name of small letters, numbers and hyphens, such as entra: it stands in addresses',
  }),
  label: text.max(40, { error: 'must be at most 40 signs: it stands on a button' }),
  issuer: z.string({ error: 'must be text' }).refine(isIssuer, {
    error:
      'must be an https:// address without a query, just as the provider writes its issuer (http:// on this machine alone)',
  }),
  clientId: text,
  clientSecret: text.optional(),
  privateKeyFile: text.optional(),
  scopes: list
    .default(['openid', 'profile'])
    .refine((scopes) => scopes.includes('openid'), { error: 'must have openid among them' }),
  acr: list.default([]),
  maxAgeSeconds: z.int({ error: 'must be a whole number' }).min(0, { error: 'must not be negative' }).optional(),
  par: z.boolean({ error: 'must be true or false' }).optional(),
  mayLead: z.union(
    [
      z.literal('everybody'),
      z.strictObject({ claim: text, contains: list.min(1, { error: 'must say in contains who may lead' }) }),
    ],
    {
      error: 'must be "everybody", or {"claim": "groups", "contains": ["…"]}: who may lead',
    },
  ),
  name: text.default('name'),
  email: text.optional(),
});

/** Largest key that is read, in bytes. */
const maxKeyBytes = 64 * 1024;

/** Reads the file that `DUK_LOGIN_PROVIDERS` names: a list of providers. Nothing is asked of them yet. */
export async function readLoginProviders(
  file: string | undefined,
): Promise<Result<readonly LoginProvider[], LoginProviderFault>> {
  if (file === undefined) return succeeded([]);
  const list = await readList(file);
  if (!list.ok) return failed({ file, reason: list.failure });
  const providers: LoginProvider[] = [];
  for (const [at, one] of list.value.entries()) {
    const provider = nameOf(one) ?? `number ${at + 1}`;
    const read = loginProvider.safeParse(one);
    if (!read.success) {
      const [issue] = read.error.issues;
      const unknown = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
      const reason = unknown === undefined ? (issue?.message ?? 'cannot be used') : 'is no setting of a provider';
      return failed({ file, provider, field: unknown ?? String(issue?.path[0] ?? ''), reason });
    }
    const { id, issuer, clientSecret, privateKeyFile, maxAgeSeconds, par, name, email, ...rest } = read.data;
    if (providers.some((other) => other.id === id))
      return failed({ file, provider, field: 'id', reason: 'is there twice' });
    if ((clientSecret === undefined) === (privateKeyFile === undefined))
      return failed({ file, provider, field: 'clientSecret', reason: 'or privateKeyFile must be there, and not both' });
    const proof =
      privateKeyFile === undefined
        ? succeeded({ kind: 'secret' as const, secret: clientSecret ?? '' })
        : await readKey(resolve(dirname(file), privateKeyFile));
    if (!proof.ok) return failed({ file, provider, field: 'privateKeyFile', reason: proof.failure });
    const address = new URL(issuer);
    providers.push({
      id,
      issuer: address,
      proof: proof.value,
      maxAgeSeconds,
      par,
      nameClaim: name,
      emailClaim: email,
      ...rest,
    });
  }
  return succeeded(providers);
}

/** Whether an address is this machine's own, where nobody listens on the way. */
export function isLoopbackUrl({ hostname }: URL): boolean {
  return /^(([a-z0-9-]+\.)*localhost|127(\.\d{1,3}){3}|\[::1\])$/i.test(hostname);
}

async function readList(file: string): Promise<Result<readonly unknown[], string>> {
  let written: string;
  try {
    written = await readFile(file, 'utf8');
  } catch (error) {
    return failed(`it cannot be read (${codeOf(error)})`);
  }
  try {
    const list: unknown = JSON.parse(written.replace(/^\uFEFF/, ''));
    return Array.isArray(list) ? succeeded(list) : failed('it must be a list of providers: [{…}, {…}]');
  } catch {
    // The parser's own words may have a secret of the file in them.
    return failed('it is not JSON');
  }
}

/** Of a private key in PEM or as a JWK, whose algorithm follows from its kind unless the JWK says it. */
async function readKey(file: string): Promise<Result<ClientProof, string>> {
  let written: string;
  try {
    written = await readFile(file, 'utf8');
  } catch (error) {
    return failed(`${file} cannot be read (${codeOf(error)})`);
  }
  if (written.length > maxKeyBytes) return failed(`${file} is too large to be a key`);
  try {
    const jwk: JWK = written.trimStart().startsWith('{')
      ? JSON.parse(written)
      : createPrivateKey(written).export({ format: 'jwk' });
    const key = await importJWK({ ...jwk, key_ops: ['sign'] }, jwk.alg ?? algorithmOf(jwk));
    if (key instanceof Uint8Array || key.type !== 'private') return failed(`${file} is not a private key`);
    return succeeded({ kind: 'key', key, kid: jwk.kid });
  } catch {
    return failed(`${file} must be a private key of RSA, P-256 or Ed25519, in PEM without a password or as a JWK`);
  }
}

function algorithmOf({ kty, crv }: JWK): string {
  if (kty === 'RSA') return 'RS256';
  return crv === 'Ed25519' ? 'Ed25519' : 'ES256';
}

function isIssuer(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopbackUrl(url));
  return isSafe && url.search + url.hash + url.username + url.password === '';
}

function nameOf(one: unknown): string | undefined {
  const read = z.object({ id: z.string().min(1).max(60) }).safeParse(one);
  return read.success ? read.data.id : undefined;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
