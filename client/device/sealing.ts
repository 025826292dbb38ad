/** Bytes that only the key opens, for the place that they were sealed for. */
export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly bytes: ArrayBuffer;
}

/** A key that the browser uses for us and never hands out: what a page can be made to tell, it cannot tell. */
export function newKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

/** @param place what it is and where it lies: sealed bytes that somebody has moved open nowhere else */
export async function seal(key: CryptoKey, place: string, bytes: Uint8Array): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  return { iv, bytes: await crypto.subtle.encrypt(howFor(iv, place), key, Uint8Array.from(bytes)) };
}

/** @throws when the key or the place is another, or a bit has changed */
export async function unseal(key: CryptoKey, place: string, { iv, bytes }: Sealed): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.decrypt(howFor(iv, place), key, bytes));
}

function howFor(iv: Uint8Array<ArrayBuffer>, place: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(place) };
}
