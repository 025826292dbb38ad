/** Whether passkeys can be used on a page. */
export type PasskeyPlace =
  | { readonly kind: 'here' }
  /** WebAuthn takes names and no addresses: on this machine itself there is one. */
  | { readonly kind: 'byName'; readonly url: string }
  | { readonly kind: 'nowhere' };

/** @param isSupported whether the browser has passkeys, which it also has not where the page is not safe */
export function passkeyPlace(page: URL, isSupported: boolean): PasskeyPlace {
  const { hostname } = page;
  if (/^127(\.\d+){3}$|^\[::1\]$/.test(hostname)) {
    const named = new URL(page);
    named.hostname = 'localhost';
    return { kind: 'byName', url: named.origin };
  }
  const isAddress = /^\d+(\.\d+){3}$|^\[/.test(hostname);
  return { kind: isSupported && !isAddress ? 'here' : 'nowhere' };
}
