import { randomSecrets } from '../access/index.ts';
import { offerSetup } from '../accounts/index.ts';
import type { Command } from './command.ts';
import { openPlace, placeOf } from './openPlace.ts';

export const setupLinkCommand: Command = {
  usage: [['duk setup-link', 'makes the link by which the first account is made: for an hour, and once']],
  async run(args, config) {
    if (args.length > 0) return undefined;
    const storage = await openPlace(placeOf(config));
    if (!storage.ok) {
      console.error(`Cannot make a link: ${storage.failure}.`);
      return 2;
    }
    try {
      const { accounts, place } = storage.value;
      const offer = await offerSetup(accounts, { secrets: randomSecrets, now: Date.now(), replaces: true });
      if (offer.kind !== 'made') {
        console.error(`There are accounts in ${place} already: an administrator makes more of them.`);
        return 1;
      }
      const origin = config.publicUrl?.origin ?? `http://localhost:${config.port}`;
      console.log(`Open this within an hour to make the first account of ${place}:\n${origin}${offer.path}`);
      return 0;
    } finally {
      await storage.value.close();
    }
  },
};
