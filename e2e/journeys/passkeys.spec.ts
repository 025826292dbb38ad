import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from '../product/productTest.ts';
import { Product } from '../product/startProduct.ts';

const password = 'traktor himmel saks onsdag';

/**
 * A telephone that is held to the page, with a finger on it whenever it is asked.
 * @returns takes the finger away
 */
async function holdPhone(context: BrowserContext, page: Page): Promise<() => Promise<void>> {
  const cdp = await context.newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return async () => {
    await cdp.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled: false });
  };
}

test('a password is not enough from elsewhere: a passkey is added, and lets in from then on', async ({ browser }) => {
  test.slow();
  const product = await Product.start();
  const context = await browser.newContext({ baseURL: `http://localhost:${product.port}` });
  const page = await context.newPage();
  try {
    await holdPhone(context, page);
    await page.goto(`/oppsett${new URL(await product.setupLink()).hash}`);
    await page.getByLabel('Navnet ditt').fill('Mona');
    await page.getByLabel('E-postadresse').fill('mona@kommune.no');
    await page.getByRole('textbox', { name: 'Passord' }).fill(password);
    await page.getByRole('button', { name: 'Lag kontoen' }).click();
    await expect(page.getByRole('link', { name: 'Mona' })).toBeVisible();

    // Through a proxy it is not this machine that asks.
    await page.setExtraHTTPHeaders({ via: '1.1 proxy' });
    await page.goto('/konto');
    await expect(page.getByRole('heading', { name: 'Ett steg til: passnøkkel' })).toBeVisible();
    await page.getByLabel('Hva vil du kalle passnøkkelen?').fill('Mobilen min');
    await page.getByRole('button', { name: 'Legg til passnøkkel' }).click();
    await page.getByRole('link', { name: 'Mona' }).click();
    const passkeys = page.getByRole('region', { name: 'Passnøkler' });
    await expect(passkeys.getByText('Mobilen min')).toBeVisible();
    await expect(passkeys.getByText('ikke brukt ennå')).toBeVisible();

    await page.getByRole('button', { name: 'Logg ut', exact: true }).click();
    await page.getByRole('link', { name: 'Logg inn', exact: true }).click();
    await page.getByRole('button', { name: 'Logg inn med passnøkkel' }).click();
    await page.getByRole('link', { name: 'Mona' }).click();
    await expect(passkeys.getByText('sist brukt')).toBeVisible();

    // The last one stays, and it is said why.
    await passkeys.getByRole('button', { name: 'Fjern passnøkkelen Mobilen min' }).click();
    const asked = page.getByRole('dialog', { name: 'Fjerne passnøkkelen Mobilen min?' });
    await asked.getByRole('button', { name: 'Fjern' }).click();
    await expect(asked.getByRole('alert')).toContainText('Legg til en ny først.');

    await page.goto(`${product.url}/logg-inn`);
    await expect(page.getByRole('link', { name: `http://localhost:${product.port}` })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Logg inn med passnøkkel' })).toHaveCount(0);
  } finally {
    await context.close();
    await product.remove();
  }
});

test('whoever turns round while a passkey is asked for has nothing done, and is asked no longer', async ({
  browser,
}) => {
  test.slow();
  const product = await Product.start();
  const context = await browser.newContext({ baseURL: `http://localhost:${product.port}` });
  const page = await context.newPage();
  try {
    const takeAway = await holdPhone(context, page);
    await page.goto(`/oppsett${new URL(await product.setupLink()).hash}`);
    await page.getByLabel('Navnet ditt').fill('Mona');
    await page.getByLabel('E-postadresse').fill('mona@kommune.no');
    await page.getByRole('radio', { name: 'Passnøkkel' }).check();
    await page.getByRole('button', { name: 'Lag kontoen' }).click();
    await page.getByRole('link', { name: 'Mona' }).click();

    // As when it is long since she signed in.
    let removals = 0;
    await page.route('**/api/account/passkeys/*', async (route) => {
      if (route.request().method() !== 'DELETE') return route.fallback();
      removals += 1;
      const problem = { type: '/problems/freshSignInNeeded', title: 'Logg inn på nytt', status: 403, detail: 'Nå.' };
      return route.fulfill({ status: 403, contentType: 'application/problem+json', json: problem });
    });
    const asking = await page.evaluateHandle(() => {
      const asked: AbortSignal[] = [];
      const get = navigator.credentials.get.bind(navigator.credentials);
      navigator.credentials.get = (options) => {
        if (options?.signal) asked.push(options.signal);
        return get(options);
      };
      return asked;
    });
    await page.getByRole('button', { name: /^Fjern passnøkkelen/ }).click();
    const dialog = page.getByRole('dialog', { name: /^Fjerne passnøkkelen/ });
    await dialog.getByRole('button', { name: 'Fjern' }).click();
    await expect(dialog.getByText('Bekreft med passnøkkelen din.')).toBeVisible();
    await takeAway();
    await dialog.getByRole('button', { name: 'Fjern' }).click();
    await expect.poll(() => asking.evaluate((asked) => asked.map(({ aborted }) => aborted))).toEqual([false]);
    await dialog.getByRole('button', { name: 'Avbryt' }).click();
    await expect.poll(() => asking.evaluate((asked) => asked.map(({ aborted }) => aborted))).toEqual([true]);
    expect(removals).toBe(1);
  } finally {
    await context.close();
    await product.remove();
  }
});
