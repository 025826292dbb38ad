/** What stands behind # in the address: a whole secret, something that was cut off on its way, or nothing. */
export type LinkSecret = { readonly kind: 'whole'; readonly secret: string } | { readonly kind: 'broken' | 'none' };

/** Reads the secret from an address's fragment. It is 32 bytes as base64url (design.md, "Public interface"). */
export function linkSecretIn(fragment: string): LinkSecret {
  const secret = fragment.replace(/^#/, '');
  if (secret === '') return { kind: 'none' };
  return /^[A-Za-z0-9_-]{43}$/.test(secret) ? { kind: 'whole', secret } : { kind: 'broken' };
}

/** Takes the secret out of the address bar, so that it is neither seen over a shoulder nor kept in the history. */
export function forgetLinkSecret(): void {
  history.replaceState(history.state, '', location.pathname + location.search);
}
