import { createCipheriv, createDecipheriv, type KeyObject, randomFillSync } from 'node:crypto';

/** Why something sealed cannot be opened. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';

  /** @param where the table and column, never what stands there */
  constructor(where: string, fault: string) {
    super(`What is sealed in ${where} ${fault}`);
  }
}

/**
 * Where a sealed value belongs: the case, then table, column, and whatever tells its row and kind. It opens nowhere else.
 */
export type SealPlace = readonly [caseId: string, table: string, column: string, ...rest: readonly string[]];

/** A key, and its number among those that a case has had: 1, 2, 3 … */
export interface NumberedKey {
  readonly number: number;
  readonly key: KeyObject;
}

const cipherName = 'aes-256-gcm';
const formatVersion = 1;
const nonceBytes = 12;
const tagBytes = 16;
/** How many clients no Yjs update can have: so what was kept before there were seals is told from what is sealed by its first bytes. */
const mark = Buffer.from([0xff, 0xff, 0xff, 0xff, 0x7f]);

/** How all that is sealed begins, for finding what is not. */
export const sealMark: Uint8Array = mark;

const numberAt = mark.length + 1;
const nonceAt = numberAt + 2;
const headBytes = nonceAt + nonceBytes;

/** By how many bytes what is sealed is longer. */
export const sealBytes = headBytes + tagBytes;

/** Whether it says that it is sealed. */
export function isSealed(bytes: Uint8Array): boolean {
  return bytes.length >= mark.length && mark.every((byte, index) => bytes[index] === byte);
}

/** The number of the key that it was sealed with. Only for what `isSealed`. */
function keyNumberOf(sealed: Uint8Array): number {
  return ((sealed[numberAt] ?? 0) << 8) | (sealed[numberAt + 1] ?? 0);
}

/**
 * Seals bytes with AES-256-GCM: mark, format, number of the key, nonce, ciphertext, tag. Nonces are random: at 2^32 of them a key
 * is used up (NIST SP 800-38D), which is eight edits a second for seventeen years; counted ones would come again after an older
 * copy of the data was put back.
 */
export function seal(bytes: Uint8Array, { key, number }: NumberedKey, place: SealPlace): Uint8Array {
  const sealed = Buffer.allocUnsafe(bytes.byteLength + sealBytes);
  mark.copy(sealed);
  sealed[mark.length] = formatVersion;
  sealed.writeUInt16BE(number, numberAt);
  putNonce(sealed);
  const cipher = createCipheriv(cipherName, key, sealed.subarray(nonceAt, headBytes));
  cipher.setAAD(boundTo(place, number));
  cipher.update(bytes).copy(sealed, headBytes);
  cipher.final();
  cipher.getAuthTag().copy(sealed, headBytes + bytes.length);
  return sealed;
}

/** @throws SealBroken when it is not what was sealed there with this key */
export function open(sealed: Uint8Array, { key, number }: NumberedKey, place: SealPlace): Uint8Array {
  const decipher = decipherOf(sealed, key, place);
  if (keyNumberOf(sealed) !== number) throw broken(place, 'was altered');
  decipher.setAAD(boundTo(place, number));
  decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes));
  try {
    const bytes = decipher.update(sealed.subarray(headBytes, sealed.length - tagBytes));
    decipher.final();
    return plain(bytes);
  } catch (error) {
    throw broken(place, 'was altered', error);
  }
}

/**
 * What stands there, whether or not it is what was sealed: only for salvaging what a bad disk has left, never to be shown as it
 * is. A byte that is another makes one byte of it another.
 */
export function openUnproven(sealed: Uint8Array, { key }: NumberedKey, place: SealPlace): Uint8Array {
  return plain(decipherOf(sealed, key, place).update(sealed.subarray(headBytes, sealed.length - tagBytes)));
}

/** A Buffer calls itself bytes, and prints and slices as none do. */
function plain(buffer: Buffer): Uint8Array {
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length);
}

function decipherOf(sealed: Uint8Array, key: KeyObject, place: SealPlace) {
  if (sealed.length < sealBytes || sealed[mark.length] !== formatVersion) throw broken(place, 'was altered');
  return createDecipheriv(cipherName, key, sealed.subarray(nonceAt, headBytes), { authTagLength: tagBytes });
}

function broken([, table, column]: SealPlace, fault: string, cause?: unknown): SealBroken {
  const error = new SealBroken(`${table}.${column}`, fault);
  error.cause = cause;
  return error;
}

/** The place as bytes, each part with its length before it, so that no two places give the same. */
function boundTo(place: SealPlace, number: number): Uint8Array {
  let text = `${formatVersion} ${number}`;
  for (const part of place) text += `\n${part.length} ${part}`;
  return Buffer.from(text);
}

/** Random bytes fetched many at a time: asking the system for twelve takes as long as sealing a note. */
const pool = Buffer.allocUnsafe(nonceBytes * 512);
let poolAt = pool.length;

function putNonce(sealed: Buffer): void {
  if (poolAt === pool.length) {
    randomFillSync(pool);
    poolAt = 0;
  }
  pool.copy(sealed, nonceAt, poolAt, poolAt + nonceBytes);
  poolAt += nonceBytes;
}
