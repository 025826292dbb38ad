import type { LoginProviderReply } from '@duken/shared/protocol';
import type { AccountRow, SignedIn } from '../storage/index.ts';
import { OpenIdProvider } from './openIdProvider.ts';
import type { LoginProvider } from './readLoginProviders.ts';

/** The municipality's providers, side by side. */
export class LoginProviders {
  readonly all: readonly OpenIdProvider[];

  constructor(settings: readonly LoginProvider[], clock: () => number) {
    this.all = settings.map((one) => new OpenIdProvider(one, clock));
  }

  find(id: string | undefined): OpenIdProvider | undefined {
    return this.all.find(({ settings }) => settings.id === id);
  }

  /** Which of them an account comes from, if any; one that is none any more is called by its id. */
  madeBy({ providerId }: AccountRow): { readonly provider?: LoginProviderReply } {
    if (providerId === undefined) return {};
    return { provider: { providerId, label: this.find(providerId)?.settings.label ?? providerId } };
  }

  /** Where whoever is signed in signs out at their provider too. */
  async signOutUrl(signedIn: SignedIn | undefined, goesBackTo: string): Promise<string | undefined> {
    return signedIn && this.find(signedIn.signIn.providerId)?.signOutUrl(signedIn.signIn, goesBackTo);
  }
}
