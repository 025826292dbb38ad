import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { failed, type Result, succeeded } from '@duken/shared/result';
import { Lane } from './lane.ts';

const derive = promisify(argon2);

/** OWASP's second choice of parameters for argon2id: 19 MiB of memory, two passes, one thread: 30 ms here. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const saltBytes = 16;
const tagBytes = 32;
/** At once, so that those who sign in never take every core, nor more than 38 MiB. */
const maxAtOnce = 2;
/** Some two seconds' work. */
const maxWaiting = 100;

export type PasswordFailure = { readonly kind: 'signInBusy' };

/** Passwords as they are kept, and whether one is right. */
export class Passwords {
  readonly #lane = new Lane(maxAtOnce, maxWaiting);
  /** Of nobody: looked at where there is no account, so that a name that is unknown takes as long as one that is known. */
  readonly #decoy = written(randomBytes(saltBytes), randomBytes(tagBytes));

  /** @returns in the PHC form, as `$argon2id$v=19$m=19456,t=2,p=1$salt$hash` */
  async hash(password: string): Promise<Result<string, PasswordFailure>> {
    const salt = randomBytes(saltBytes);
    const made = await this.#lane.run(() => deriveTag(password, salt));
    return made.ok ? succeeded(written(salt, made.value)) : failed({ kind: 'signInBusy' });
  }

  /**
   * @param hash what is kept; undefined where nothing is, and then it is wrong after as long a time
   * @param isFirst whether it goes before those who wait
   */
  async isRight(
    password: string,
    hash: string | undefined,
    isFirst: boolean,
  ): Promise<Result<boolean, PasswordFailure>> {
    const kept = read(hash ?? this.#decoy);
    const made = await this.#lane.run(() => deriveTag(password, kept.salt), isFirst);
    if (!made.ok) return failed({ kind: 'signInBusy' });
    return succeeded(hash !== undefined && timingSafeEqual(made.value, kept.tag));
  }
}

function deriveTag(password: string, salt: Buffer): Promise<Buffer> {
  // One way to write each letter, whatever keyboard it comes from.
  return derive('argon2id', { ...cost, message: password.normalize('NFC'), nonce: salt, tagLength: tagBytes });
}

const prefix = `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$`;

function written(salt: Buffer, tag: Buffer): string {
  return `${prefix}${unpadded(salt)}$${unpadded(tag)}`;
}

function read(hash: string): { readonly salt: Buffer; readonly tag: Buffer } {
  const [salt, tag] = hash.startsWith(prefix) ? hash.slice(prefix.length).split('$') : [];
  if (salt === undefined || tag === undefined) throw new Error('a password is kept in a form that is not known');
  return { salt: Buffer.from(salt, 'base64'), tag: Buffer.from(tag, 'base64') };
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}
