import { isSealed, type NumberedKey, open, type SealPlace, seal } from './seal.ts';

/** How a sealed text begins in its column. No field of ours takes a control character, so nothing kept before looks like it. */
const textMark = '\u0001';
/** Texts are as long as a multiple of this before they are sealed: else the length alone would tell a child's voice from a service's. */
const paddedTo = 32;

/** Whether it says that it is sealed. */
export function isSealedText(text: string): boolean {
  return text.startsWith(textMark);
}

/** How every sealed text begins, for finding those that are not. */
export const sealedTextMark = textMark;

export function sealText(text: string, key: NumberedKey, place: SealPlace): string {
  return textMark + Buffer.from(seal(padded(text), key, place)).toString('base64url');
}

/** @throws SealBroken when it is not what was sealed there with this key */
export function openText(sealed: string, key: NumberedKey, place: SealPlace): string {
  const bytes = open(sealedBytesOf(sealed), key, place);
  let end = bytes.length - 1;
  while (end > 0 && bytes[end] === 0) end--;
  return Buffer.from(bytes.buffer, bytes.byteOffset, end).toString('utf8');
}

/** The bytes of a sealed text, as they were sealed. */
function sealedBytesOf(sealed: string): Uint8Array {
  const bytes = Buffer.from(sealed.slice(textMark.length), 'base64url');
  // Other letters than its alphabet's would be left out without a word, and two texts mean the same.
  return isSealed(bytes) && bytes.toString('base64url').length === sealed.length - textMark.length
    ? bytes
    : Buffer.alloc(0);
}

/** A one bit, and zeros up to the next multiple (ISO/IEC 7816-4). */
function padded(text: string): Uint8Array {
  const bytes = Buffer.byteLength(text);
  const whole = Buffer.alloc((Math.floor(bytes / paddedTo) + 1) * paddedTo);
  whole.write(text);
  whole[bytes] = 0x80;
  return whole;
}
