import { createDecipheriv } from 'node:crypto';
import { installationKey } from '../product/installationKey.ts';

/** Mark, format, number of the key; then nonce, ciphertext and tag. */
const [headBytes, nonceBytes, tagBytes] = [8, 12, 16];

/** Opens an entry of a journal past the product, as its record of decisions says that it is sealed (0056). */
export function openEntry(
  documentId: string,
  { data, lengths }: { readonly data: Uint8Array; readonly lengths: Uint8Array | null },
  wrappedKey: Uint8Array,
): { readonly data: Uint8Array; readonly lengths: Uint8Array | null } {
  const [boardId = ''] = documentId.split('/');
  const key = open(wrappedKey, Buffer.from(installationKey, 'base64url'), [boardId, 'wrapped_keys', 'bytes']);
  const cut = lengths === null ? [] : [Buffer.from(lengths.subarray(-tagBytes)).toString('hex')];
  for (const origin of ['beat', 'fold'])
    try {
      return {
        data: open(data, key, [boardId, 'journal', 'data', documentId, origin, ...cut]),
        lengths: lengths && open(lengths, key, [boardId, 'journal', 'lengths', documentId, origin]),
      };
    } catch (error) {
      if (origin === 'fold') throw error;
    }
  throw new Error('not reached');
}

function open(sealed: Uint8Array, key: Uint8Array, place: readonly string[]): Uint8Array {
  const number = Buffer.from(sealed).readUInt16BE(headBytes - 2);
  const boundTo = [`1 ${number}`, ...place.map((part) => `${part.length} ${part}`)].join('\n');
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(headBytes, headBytes + nonceBytes));
  decipher.setAAD(Buffer.from(boundTo));
  decipher.setAuthTag(sealed.subarray(-tagBytes));
  return Buffer.concat([decipher.update(sealed.subarray(headBytes + nonceBytes, -tagBytes)), decipher.final()]);
}
