import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { Leader } from '../people/leader.ts';
import { Participant } from '../people/participant.ts';
import { joinBoard, newBoard, type Seat } from './newBoard.ts';
import { Product } from './startProduct.ts';

type Role = 'editor' | 'viewer';

/** People at one duk, each with a browser of their own. */
export interface Table {
  /** The leader's way in, for programs that sit down too. */
  readonly seat: Seat;
  readonly leader: Leader;
  /** Lets somebody in by a link of their own, with the duk before them. */
  readonly join: (name: string, role?: Role) => Promise<Participant>;
}

interface AtTheTable {
  /** The investeringsleder, with a browser of their own. */
  readonly leader: Leader;
  /** Somebody more, each with a browser of their own. */
  readonly newParticipant: (name: string) => Promise<Participant>;
  /** Lays a duk by the public interface, at once, with the leader before it: for journeys that are not about coming in. */
  readonly layTable: (at?: Product, lay?: (at: Product) => Promise<Seat>) => Promise<Table>;
}

interface Behind {
  readonly serverLog: undefined;
  /** A page in a browser of its own, at this address and with this cookie. */
  readonly newPage: (at: { readonly url: string; readonly cookie?: string }) => Promise<Page>;
}

interface Running {
  /** The product this worker's journeys use. */
  readonly product: Product;
}

/** A journey: the product runs, and people come to it. What the server wrote is attached to a failure. */
export const test = base.extend<AtTheTable & Behind, Running>({
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
  newPage: async ({ browser }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (at) => {
      const context = await browser.newContext({ baseURL: at.url });
      contexts.push(context);
      if (at.cookie) {
        const [name = '', value = ''] = at.cookie.split('=');
        await context.addCookies([{ name, value, url: at.url }]);
      }
      return context.newPage();
    });
    // A browser that is left at the duk keeps drawing, and takes the machine from the next journey.
    await Promise.all(contexts.map((context) => context.close()));
  },
  newParticipant: async ({ newPage, product }, use) => {
    await use(async (name) => new Participant(await newPage({ url: product.url }), name));
  },
  layTable: async ({ newPage, product }, use) => {
    await use(async (at = product, lay = newBoard) => {
      const seat = await lay(at);
      const leader = new Leader(await newPage(seat), 'Mona');
      await sitDown(leader, seat);
      const join = async (name: string, role?: Role) => {
        const theirs = await joinBoard(seat, name, role);
        const participant = new Participant(await newPage(theirs), name);
        await sitDown(participant, seat);
        return participant;
      };
      return { seat, leader, join };
    });
  },
  leader: async ({ page }, use) => use(new Leader(page, 'Mona')),
});

async function sitDown(participant: Participant, { boardId }: Seat): Promise<void> {
  await participant.page.goto(`/duk/${boardId}?vis=duk`);
  await expect(participant.sheet.surface).toBeVisible();
  await participant.sheet.expectSaved();
}

export { expect };
