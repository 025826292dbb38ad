import { z } from 'zod';
import type { PasskeyId } from '../access/index.ts';
import { oneLine } from './httpSchemas.ts';

/** Passkeys as browsers speak of them: WebAuthn Level 3, «JSON» of each value. */

const base64url = (longest: number) =>
  z
    .string()
    .min(1)
    .max(longest)
    .regex(/^[A-Za-z0-9_-]+$/);
/** An authenticator's own name of a key is at most 1,023 bytes. */
const credentialId = base64url(1_364);
const type = z.literal('public-key');
const moment = z.int().min(0);

/** What a browser says when a passkey has been made. */
export const madePasskeySchema = z.object({
  id: credentialId,
  rawId: credentialId,
  type,
  response: z.object({ clientDataJSON: base64url(4_000), attestationObject: base64url(20_000) }),
});
export type MadePasskey = z.output<typeof madePasskeySchema>;

/** What a browser says when somebody has proved with a passkey that it is theirs. */
export const usedPasskeySchema = z.object({
  id: credentialId,
  rawId: credentialId,
  type,
  response: z.object({
    clientDataJSON: base64url(4_000),
    authenticatorData: base64url(4_000),
    signature: base64url(8_000),
    userHandle: base64url(200).nullish(),
  }),
});
export type UsedPasskey = z.output<typeof usedPasskeySchema>;

const described = z.array(z.object({ id: z.string(), type }));

/** What a browser is asked for to make a passkey: for this site, kept where it is found without a name, behind a finger, face or code. */
export const makePasskeyReply = z.object({
  rp: z.object({ id: z.string(), name: z.string() }),
  user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
  challenge: z.string(),
  pubKeyCredParams: z.array(z.object({ type, alg: z.int() })),
  timeout: z.int(),
  excludeCredentials: described,
  authenticatorSelection: z.object({
    residentKey: z.literal('required'),
    requireResidentKey: z.literal(true),
    userVerification: z.literal('required'),
  }),
  attestation: z.literal('none'),
});
export type MakePasskeyReply = z.output<typeof makePasskeyReply>;

/** What a browser is asked for to use one. */
export const usePasskeyReply = z.object({
  challenge: z.string(),
  rpId: z.string(),
  timeout: z.int(),
  userVerification: z.literal('required'),
  /** Left out where anybody's will do. */
  allowCredentials: described.optional(),
});
export type UsePasskeyReply = z.output<typeof usePasskeyReply>;

/** `POST /api/session/passkey/options`: `anew` asks for one of whoever is signed in. */
export const usePasskeyRequest = z.object({ anew: z.boolean().default(false) });
/** `POST /api/session/passkey` */
export const passkeySignInRequest = z.object({ passkey: usedPasskeySchema });

/** `POST /api/account/passkeys` */
export const newPasskeyRequest = z.object({ name: oneLine(60), passkey: madePasskeySchema });
export const passkeyParams = z.object({ passkeyId: credentialId.transform((value) => value as PasskeyId) });

export const passkeySchema = z.object({
  passkeyId: z.string(),
  /** What its owner calls it; of one that was made with the account, which browser that was in, '' where it is not known. */
  name: z.string(),
  madeAt: moment,
  usedAt: moment.optional(),
});
export type PasskeyReply = z.output<typeof passkeySchema>;
/** `GET /api/account/passkeys` */
export const passkeysReply = z.object({ passkeys: z.array(passkeySchema) });
