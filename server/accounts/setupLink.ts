import { hashOf, type Secrets } from '../access/index.ts';
import type { Accounts } from '../storage/index.ts';

/** How long the link works by which the first account is made, in milliseconds: it stands in a log. */
const setupLinkLivesMs = 60 * 60_000;

export type SetupOffer =
  /** The end of the address: the secret is told this once. */
  | { readonly kind: 'made'; readonly path: string }
  /** One from before works still; whoever started the server then has it. */
  | { readonly kind: 'madeBefore'; readonly worksUntil: number }
  | { readonly kind: 'hasAccounts' };

/**
 * Lays out the link by which the first account is made.
 * @param replaces whether one that works still is taken away for it
 */
export async function offerSetup(
  accounts: Pick<Accounts, 'offerSetup'>,
  { secrets, now, replaces }: { readonly secrets: Secrets; readonly now: number; readonly replaces: boolean },
): Promise<SetupOffer> {
  const secret = secrets.newSecret();
  const expiresAt = now + setupLinkLivesMs;
  const secretHash = hashOf(secret);
  const laidOut = await accounts.offerSetup({ secretHash, createdAt: now, expiresAt }, replaces);
  if (!laidOut) return { kind: 'hasAccounts' };
  if (laidOut.secretHash !== secretHash) return { kind: 'madeBefore', worksUntil: laidOut.expiresAt };
  // In the fragment, which browsers never send.
  return { kind: 'made', path: `/oppsett#${secret}` };
}
