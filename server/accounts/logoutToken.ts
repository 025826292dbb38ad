import { type JWTVerifyGetKey, jwtVerify } from 'jose';

/** Whom a provider has signed out: by one of its sessions, somebody everywhere, or somebody in one session. */
export interface SignedOutThere {
  readonly session: string | undefined;
  readonly subject: string | undefined;
}

const logoutEvent = 'http://schemas.openid.net/event/backchannel-logout';
/** Kinds of signatures that the provider alone can make; no `none`, and none by a secret that we have too. */
const algorithms = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];
/** How old a token may be, in seconds: one that was picked up signs nobody out the day after. */
const worksForSeconds = 5 * 60;
const clockDiffersSeconds = 30;

/**
 * Reads a logout token as OpenID Connect Back-Channel Logout 1.0, section 2.6, asks for.
 * @throws when it is not one of this provider to us
 */
export async function checkLogoutToken(
  token: string,
  expected: {
    readonly issuer: string;
    readonly clientId: string;
    readonly keys: JWTVerifyGetKey;
    readonly now: Date;
  },
): Promise<SignedOutThere> {
  const { payload, protectedHeader } = await jwtVerify(token, expected.keys, {
    issuer: expected.issuer,
    audience: expected.clientId,
    algorithms,
    requiredClaims: ['iat', 'jti', 'events'],
    maxTokenAge: worksForSeconds,
    clockTolerance: clockDiffersSeconds,
    currentDate: expected.now,
  });
  const { typ } = protectedHeader;
  if (typ !== undefined && !/^((application\/)?logout\+jwt|JWT)$/i.test(typ)) throw new Error('another kind of token');
  // An ID token has one, and signs nobody out.
  if ('nonce' in payload) throw new Error('a nonce in a logout token');
  const { events, sid, sub } = payload;
  if (typeof events !== 'object' || events === null || !(logoutEvent in events)) throw new Error('another event');
  const session = typeof sid === 'string' ? sid : undefined;
  const subject = typeof sub === 'string' ? sub : undefined;
  if (session === undefined && subject === undefined) throw new Error('a logout token that names nobody');
  return { session, subject };
}
