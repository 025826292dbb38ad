import { hashOf, type Secrets } from '../access/index.ts';
import type { Accounts } from '../storage/index.ts';

/** How long the link works, in milliseconds: whoever makes it is about to open it, or to hand it over. */
const accountLinkLivesMs = 60 * 60_000;

/**
 * A link by which somebody chooses anew how they sign in, made where the server runs: for an administrator who is alone, and has lost what they had.
 * @returns the end of the address; undefined when no account of ours has that address
 */
export async function makeAccountLink(
  accounts: Pick<Accounts, 'findByEmail' | 'invite'>,
  email: string,
  { secrets, now }: { readonly secrets: Secrets; readonly now: number },
): Promise<string | undefined> {
  const account = await accounts.findByEmail(email.trim().toLowerCase());
  if (!account) return undefined;
  const secret = secrets.newSecret();
  const link = { secretHash: hashOf(secret), createdAt: now, expiresAt: now + accountLinkLivesMs };
  return (await accounts.invite(account.id, link)) ? `/ny-konto#${secret}` : undefined;
}
