import { createHash, randomBytes } from 'node:crypto';

/** Where ids and secrets come from; a test can make them predictable. */
export interface Secrets {
  /** An id nobody can guess: 16 random bytes as base64url. */
  newId(): string;
  /** A secret that lets somebody in: 32 random bytes as base64url. */
  newSecret(): string;
}

export const randomSecrets: Secrets = {
  newId: () => randomBytes(16).toString('base64url'),
  newSecret: () => randomBytes(32).toString('base64url'),
};

/** What is stored of a secret: SHA-256 as lower-case hex. Enough, for a secret of 256 random bits. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
