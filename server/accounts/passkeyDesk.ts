import { isIP } from 'node:net';
import type { AccountId, PasskeyId } from '@duken/shared/access';
import type { MadePasskey, MakePasskeyReply, UsedPasskey, UsePasskeyReply } from '@duken/shared/protocol';
import { failed, type Result, succeeded } from '@duken/shared/result';
import { verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server';
import { decodeAttestationObject } from '@simplewebauthn/server/helpers';
import type { FastifyRequest } from 'fastify';
import { hashOf, type Secrets } from '../access/index.ts';
import type { AccountRow, PasskeyRow, Passkeys } from '../storage/index.ts';

/** How long somebody may take to find the telephone and put a finger on it, in milliseconds. */
const answeredWithinMs = 5 * 60_000;

/** Each is a row: so many from one address, for a whole town hall comes to work at eight, by one. */
export const passkeyAsks = { rateLimit: { max: 600, timeWindow: '1 minute' } } as const;

/** EdDSA, ECDSA with P-256 and RSA, as COSE numbers them: what telephones, security keys and Windows make. */
const algorithms = [-8, -7, -257];

/** What a passkey is bound to: it answers nobody else. */
export interface PasskeySite {
  readonly rpId: string;
  readonly origin: string;
}

export type PasskeyFailure =
  /** There is no name here that a passkey can be bound to. */
  | { readonly kind: 'passkeyNotHere' }
  /** @property reason for the log; nothing of who */
  | { readonly kind: 'passkeyRefused'; readonly reason: string }
  | { readonly kind: 'passkeyKnown' };

/**
 * Where people reach us, as passkeys know it. WebAuthn takes names and no addresses: on this machine itself it is `localhost`.
 *
 * @returns undefined where there is no name
 */
export function passkeySiteWith(publicUrl: URL | undefined): (request: FastifyRequest) => PasskeySite | undefined {
  return (request) => {
    const asked = `${request.protocol}://${request.host}`;
    // Anything can be written in a Host header.
    if (!publicUrl && !URL.canParse(asked)) return undefined;
    const { hostname, origin } = publicUrl ?? new URL(asked);
    const isName = publicUrl ? isIP(hostname.replace(/^\[|\]$/g, '')) === 0 : hostname === 'localhost';
    return isName ? { rpId: hostname, origin } : undefined;
  };
}

/** Where passkeys are made and proved. What they sign is kept here, for one answer, and for as long as it takes. */
export class PasskeyDesk {
  readonly #passkeys: Passkeys;
  readonly #siteOf: (request: FastifyRequest) => PasskeySite | undefined;
  readonly #secrets: Secrets;
  readonly #clock: () => number;

  constructor(options: {
    readonly passkeys: Passkeys;
    readonly siteOf: (request: FastifyRequest) => PasskeySite | undefined;
    readonly secrets: Secrets;
    readonly clock: () => number;
  }) {
    this.#passkeys = options.passkeys;
    this.#siteOf = options.siteOf;
    this.#secrets = options.secrets;
    this.#clock = options.clock;
  }

  /**
   * What a browser is asked for, to make a passkey for an account that there is, or that will be.
   *
   * @param beside those that it will have as well; no device makes two
   */
  async askToMake(
    request: FastifyRequest,
    account: { readonly id: AccountId; readonly name: string; readonly email: string },
    beside: readonly PasskeyRow[] = [],
  ): Promise<Result<MakePasskeyReply, PasskeyFailure>> {
    const site = this.#siteOf(request);
    if (!site) return failed({ kind: 'passkeyNotHere' });
    return succeeded({
      rp: { id: site.rpId, name: 'Duken' },
      user: {
        id: Buffer.from(account.id).toString('base64url'),
        name: account.email || account.name,
        displayName: account.name,
      },
      challenge: await this.#ask('make', account.id),
      pubKeyCredParams: algorithms.map((alg) => ({ type: 'public-key', alg })),
      timeout: answeredWithinMs,
      excludeCredentials: beside.map(({ id }) => ({ id, type: 'public-key' })),
      authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
      // Who made the telephone is nothing to us.
      attestation: 'none',
    });
  }

  /**
   * @param name what it is called
   * @returns the passkey, for the account that it was asked for; not kept yet
   */
  async checkMade(
    request: FastifyRequest,
    made: MadePasskey,
    name: string,
  ): Promise<Result<PasskeyRow, PasskeyFailure>> {
    const site = this.#siteOf(request);
    if (!site) return failed({ kind: 'passkeyNotHere' });
    const asked = await this.#take(made.response.clientDataJSON, 'make');
    if (!asked.ok) return asked;
    if (asked.value.accountId === undefined) throw new Error('a passkey was to be made for nobody');
    const verified = await verdictOf(async () => {
      refuseCertificates(made.response.attestationObject);
      return verifyRegistrationResponse({
        response: { ...made, clientExtensionResults: {} },
        expectedChallenge: asked.value.challenge,
        expectedOrigin: site.origin,
        expectedRPID: site.rpId,
        requireUserVerification: true,
        supportedAlgorithmIDs: algorithms,
      });
    });
    if (!verified.ok) return verified;
    const { registrationInfo } = verified.value;
    if (!registrationInfo) return failed({ kind: 'passkeyRefused', reason: 'it was not verified' });
    const { credential } = registrationInfo;
    const id = credential.id as PasskeyId;
    if (await this.#passkeys.find(id)) return failed({ kind: 'passkeyKnown' });
    return succeeded({
      id,
      accountId: asked.value.accountId,
      name,
      publicKey: Buffer.from(credential.publicKey).toString('base64url'),
      counter: credential.counter,
      madeAt: this.#clock(),
    });
  }

  /** What a browser is asked for, to prove with a passkey who somebody is. @param of whose it must be, if that is known */
  async askToProve(
    request: FastifyRequest,
    of: AccountRow | undefined,
  ): Promise<Result<UsePasskeyReply, PasskeyFailure>> {
    const site = this.#siteOf(request);
    if (!site) return failed({ kind: 'passkeyNotHere' });
    const known = of && (await this.#passkeys.list(of.id));
    return succeeded({
      challenge: await this.#ask('prove', of?.id),
      rpId: site.rpId,
      timeout: answeredWithinMs,
      userVerification: 'required',
      ...(known ? { allowCredentials: known.map(({ id }) => ({ id, type: 'public-key' as const })) } : {}),
    });
  }

  /** Who has proved with which passkey who they are. */
  async checkProved(
    request: FastifyRequest,
    used: UsedPasskey,
  ): Promise<Result<{ readonly account: AccountRow; readonly passkeyId: PasskeyId }, PasskeyFailure>> {
    const site = this.#siteOf(request);
    if (!site) return failed({ kind: 'passkeyNotHere' });
    const asked = await this.#take(used.response.clientDataJSON, 'prove');
    if (!asked.ok) return asked;
    const found = await this.#passkeys.find(used.id as PasskeyId);
    if (!found) return refused('it is not known here');
    const { account, passkey } = found;
    if (asked.value.accountId !== undefined && asked.value.accountId !== account.id)
      return refused('it is of another account than was asked');
    const { userHandle } = used.response;
    // Where nobody said who they are, the passkey does.
    if (typeof userHandle === 'string' ? accountIn(userHandle) !== account.id : asked.value.accountId === undefined)
      return refused('it names another account than its own');
    const verified = await verdictOf(() =>
      verifyAuthenticationResponse({
        response: { ...used, response: proofOf(used), clientExtensionResults: {} },
        expectedChallenge: asked.value.challenge,
        expectedOrigin: site.origin,
        expectedRPID: site.rpId,
        requireUserVerification: true,
        credential: {
          id: passkey.id,
          publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')),
          // Looked at where it is kept, when the signature is known to be right.
          counter: 0,
        },
      }),
    );
    if (!verified.ok) return verified;
    const { verified: isRight, authenticationInfo } = verified.value;
    if (!isRight) return refused('its signature is wrong');
    if (!(await this.#passkeys.use(passkey.id, authenticationInfo.newCounter, this.#clock())))
      return refused('its counter has gone back, so another may have a copy of it');
    return succeeded({ account, passkeyId: passkey.id });
  }

  async #ask(purpose: 'make' | 'prove', accountId: AccountId | undefined): Promise<string> {
    const challenge = this.#secrets.newSecret();
    const now = this.#clock();
    await this.#passkeys.ask(
      { challengeHash: hashOf(challenge), purpose, askedAt: now, ...(accountId === undefined ? {} : { accountId }) },
      now - answeredWithinMs,
    );
    return challenge;
  }

  /** Takes what was asked, whatever comes of it: nothing is answered twice. */
  async #take(
    clientData: string,
    purpose: 'make' | 'prove',
  ): Promise<Result<{ readonly challenge: string; readonly accountId: AccountId | undefined }, PasskeyFailure>> {
    const challenge = challengeIn(clientData);
    const asked = challenge === undefined ? undefined : await this.#passkeys.take(hashOf(challenge));
    if (challenge === undefined || !asked || asked.askedAt <= this.#clock() - answeredWithinMs)
      return refused('it answers nothing that was asked, or what is answered already, or too late');
    if (asked.purpose !== purpose) return refused('it answers something else than was asked');
    return succeeded({ challenge, accountId: asked.accountId });
  }
}

function refused(reason: string): Result<never, PasskeyFailure> {
  return failed({ kind: 'passkeyRefused', reason });
}

/** The library throws for each thing that is wrong in what a browser sent, and says which. */
async function verdictOf<Value>(verify: () => Promise<Value>): Promise<Result<Value, PasskeyFailure>> {
  try {
    return succeeded(await verify());
  } catch (error) {
    return refused(error instanceof Error ? error.message : String(error));
  }
}

/** Nobody asked who made it; and addresses that stand in certificates would be fetched from, by us. */
function refuseCertificates(attestationObject: string): void {
  const attestation = decodeAttestationObject(new Uint8Array(Buffer.from(attestationObject, 'base64url')));
  const format = attestation.get('fmt');
  if (format === 'none' || (format === 'packed' && !attestation.get('attStmt').get('x5c'))) return;
  throw new Error(`it came with an attestation that nobody asked for: ${format}`);
}

function challengeIn(clientData: string): string | undefined {
  try {
    const read: unknown = JSON.parse(Buffer.from(clientData, 'base64url').toString());
    const challenge = typeof read === 'object' && read !== null && 'challenge' in read ? read.challenge : undefined;
    return typeof challenge === 'string' ? challenge : undefined;
  } catch {
    // It is no JSON, so it holds none.
    return undefined;
  }
}

function accountIn(userHandle: string): string {
  return Buffer.from(userHandle, 'base64url').toString();
}

function proofOf({ response: { userHandle, ...proof } }: UsedPasskey) {
  return typeof userHandle === 'string' ? { ...proof, userHandle } : proof;
}
