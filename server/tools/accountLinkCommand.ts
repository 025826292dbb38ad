import { randomSecrets } from '../access/index.ts';
import { makeAccountLink } from '../accounts/index.ts';
import type { Command } from './command.ts';
import { openPlace, placeOf } from './openPlace.ts';

export const accountLinkCommand: Command = {
  usage: [
    [
      'duk account-link <e-mail>',
      'makes a link by which somebody chooses anew how they sign in: for an hour, and once; what they had ends with it',
    ],
  ],
  async run(args, config) {
    const [email, ...more] = args;
    if (email === undefined || more.length > 0) return undefined;
    const storage = await openPlace(placeOf(config));
    if (!storage.ok) {
      console.error(`Cannot make a link: ${storage.failure}.`);
      return 2;
    }
    try {
      const { accounts, place } = storage.value;
      const path = await makeAccountLink(accounts, email, { secrets: randomSecrets, now: Date.now() });
      if (path === undefined) {
        console.error(`No account that was made in ${place} has that address.`);
        return 1;
      }
      const origin = config.publicUrl?.origin ?? `http://localhost:${config.port}`;
      console.log(`Open this within an hour to choose how to sign in:\n${origin}${path}`);
      return 0;
    } finally {
      await storage.value.close();
    }
  },
};
