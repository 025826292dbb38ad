import { test as base } from '@playwright/test';
import { Leader } from '../people/leader.ts';
import { Participant } from '../people/participant.ts';
import { Product } from './startProduct.ts';

interface AtTheTable {
  /** The investeringsleder, with a browser of their own. */
  readonly leader: Leader;
  /** Somebody more, each with a browser of their own. */
  readonly newParticipant: (name: string) => Promise<Participant>;
}

interface Running {
  /** The product this worker's journeys use. */
  readonly product: Product;
}

/** A journey: the product runs, and people come to it. What the server wrote is attached to a failure. */
export const test = base.extend<AtTheTable & { readonly serverLog: undefined }, Running>({
  product: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are wanted from this pattern.
    async ({}, use) => {
      const product = await Product.start();
      await use(product);
      await product.remove();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ product }, use) => use(product.url),
  serverLog: [
    async ({ product }, use, testInfo) => {
      const before = product.log.length;
      await use(undefined);
      if (testInfo.status === testInfo.expectedStatus) return;
      await testInfo.attach('server log', { body: product.log.slice(before), contentType: 'text/plain' });
    },
    { auto: true },
  ],
  newParticipant: async ({ browser, baseURL }, use) => {
    await use(async (name) => {
      const context = await browser.newContext(baseURL === undefined ? {} : { baseURL });
      return new Participant(await context.newPage(), name);
    });
  },
  leader: async ({ page }, use) => use(new Leader(page, 'Mona')),
});

export { expect } from '@playwright/test';
