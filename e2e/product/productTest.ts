import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { Leader } from '../people/leader.ts';
import { Participant } from '../people/participant.ts';
import { type Installation, startInstallation } from './installation.ts';
import { type Guest, joinBoard, newBoard, type Seat } from './newBoard.ts';
import { userAgentAt } from './seatBalancer.ts';

/** People at one duk, each with a browser of their own. */
export interface Table {
  /** The leader's way in, for programs that sit down too. */
  readonly seat: Seat;
  readonly leader: Leader;
  /** Lets somebody in by a link of their own, with the duk before them. */
  readonly join: (...who: Guest) => Promise<Participant>;
}

interface AtTheTable {
  /** The investeringsleder, with a browser of their own. */
  readonly leader: Leader;
  /** Somebody more, each with a browser of their own. */
  readonly newParticipant: (name: string) => Promise<Participant>;
  /** Lays a duk by the public interface, at once, with the leader before it: for journeys that are not about coming in. */
  readonly layTable: (at?: Installation, lay?: (at: Installation) => Promise<Seat>) => Promise<Table>;
}

interface Behind {
  readonly serverLog: undefined;
  /** A page in a browser of its own, at this address and with this cookie. */
  readonly newPage: (at: { readonly url: string; readonly cookie?: string }) => Promise<Page>;
}

interface Running {
  /** How many servers people meet without knowing it: neighbours at the table sit at different ones. */
  readonly servers: number;
  /** The product this worker's journeys use. */
  readonly product: Installation;
}

/** A journey: the product runs, and people come to it. What the server wrote is attached to a failure. */
export const test = base.extend<AtTheTable & Behind, Running>({
  servers: [1, { option: true, scope: 'worker' }],
  product: [
    async ({ servers }, use) => {
      const product = await startInstallation(servers);
      await use(product);
      await product.remove();
    },
    { scope: 'worker' },
  ],
  userAgent: async ({ servers, userAgent }, use) => use(servers === 1 ? userAgent : userAgentAt(0)),
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
  newPage: async ({ browser, servers }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (at) => {
      // The page that a journey begins with sits at 0.
      const seat = servers === 1 ? {} : { userAgent: userAgentAt(contexts.length + 1) };
      const context = await browser.newContext({ baseURL: at.url, ...seat });
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
      const join = async (...who: Guest) => {
        const theirs = await joinBoard(seat, ...who);
        const participant = new Participant(await newPage(theirs), who[0]);
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
