import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { open, SealBroken, seal } from './seal.ts';

/** The installation's key, and what it is known by: a short hash, from which it cannot be told. */
export interface InstallationKey {
  readonly id: string;
  readonly key: KeyObject;
}

/** The key of a case as it is kept: sealed with an installation's key, which is named. */
export interface WrappedKey {
  readonly by: string;
  readonly bytes: Uint8Array;
}

export const keyBytes = 32;

export function installationKeyOf(secret: Uint8Array): InstallationKey {
  const id = createHmac('sha256', secret).update('the name of an installation key').digest('hex').slice(0, 16);
  return { id, key: createSecretKey(secret) };
}

export function wrapKey(secret: Uint8Array, { id, key }: InstallationKey, caseId: string, number: number): WrappedKey {
  return { by: id, bytes: seal(secret, { key, number }, wrappedOf(caseId)) };
}

/** @throws SealBroken when it was altered, or is another case's */
export function unwrapKey(wrapped: WrappedKey, { key }: InstallationKey, caseId: string, number: number): KeyObject {
  const secret = open(wrapped.bytes, { key, number }, wrappedOf(caseId));
  if (secret.length !== keyBytes) throw new SealBroken('a wrapped key', 'is no key');
  const unwrapped = createSecretKey(secret);
  secret.fill(0);
  return unwrapped;
}

const wrappedOf = (caseId: string) => [caseId, 'wrapped_keys', 'bytes'] as const;
