import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LoginProvider } from '../product/loginProvider.ts';
import { expect, test } from '../product/productTest.ts';
import { freePort, Product } from '../product/startProduct.ts';

test('from the front page by the municipality’s own sign-in to one’s own dukar, and out at both', async ({
  browser,
}) => {
  test.slow();
  const folder = await mkdtemp(join(tmpdir(), 'duken-login-'));
  const providersFile = join(folder, 'providers.json');
  const provider = new LoginProvider(await freePort());
  await writeFile(providersFile, JSON.stringify([provider.settings]));
  const product = await Product.start({ DUK_LOGIN_PROVIDERS: providersFile });
  await provider.start(product.url);
  const context = await browser.newContext({ baseURL: product.url });
  // What the provider's own pages would fetch from elsewhere.
  await context.route(/fonts\.googleapis/, (route) => route.abort());
  const page = await context.newPage();
  const signIn = page.getByRole('link', { name: 'Logg inn med Kommunens innlogging' });
  try {
    // The first account is made with a password.
    const setup = await browser.newContext({ baseURL: product.url });
    const admin = await setup.newPage();
    await admin.goto(`/oppsett${new URL(await product.setupLink()).hash}`);
    await admin.getByLabel('Navnet ditt').fill('Anne');
    await admin.getByLabel('E-postadresse').fill('anne@kommune.no');
    await admin.getByRole('textbox', { name: 'Passord' }).fill('traktor himmel saks onsdag');
    await admin.getByRole('button', { name: 'Lag kontoen' }).click();
    await expect(admin.getByRole('link', { name: 'Anne' })).toBeVisible();

    await page.goto('/');
    await page.getByRole('link', { name: 'Logg inn', exact: true }).click();
    await signIn.click();
    await page.getByRole('button', { name: 'Avbryt' }).click();
    await expect(page.getByRole('alert')).toHaveText('Innloggingen ble avbrutt. Prøv igjen.');

    await signIn.click();
    await page.getByLabel('Brukernavn').fill('per');
    await page.getByRole('button', { name: 'Fortsett' }).click();
    await expect(page.getByRole('alert')).toContainText('kontoen din der gir ikke lov til å lede møter i Duken');

    // The provider remembers who it was; as somebody else they are asked anew.
    await page.getByRole('link', { name: 'Logg inn som en annen' }).click();
    await page.getByLabel('Brukernavn').fill('mona');
    await page.getByRole('button', { name: 'Fortsett' }).click();
    await expect(page.getByRole('link', { name: 'Mona Berg' })).toBeVisible();
    await page.getByRole('button', { name: 'Ny duk' }).click();
    await page.getByLabel('Hva skal duken hete?').fill('Planen til Eirin');
    await page.getByRole('button', { name: 'Lag duken' }).click();
    await page.getByRole('dialog', { name: 'Duken er klar' }).getByRole('button', { name: 'Gå til duken' }).click();
    await expect(page.getByRole('heading', { name: 'Planen til Eirin' })).toBeVisible();

    await admin.goto('/administrasjon');
    const row = admin.getByRole('listitem').filter({ hasText: 'Mona Berg' });
    await expect(row.getByText('leder 1 duk · fra Kommunens innlogging')).toBeVisible();
    await expect(row.getByRole('button', { name: /passord/ })).toHaveCount(0);
    await setup.close();

    await page.goto('/konto');
    await expect(page.getByText('Du logger inn med Kommunens innlogging.')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Bytt passord' })).toHaveCount(0);
    await page.getByRole('button', { name: 'Logg ut', exact: true }).click();
    // There they are asked, and then sent back.
    await page.getByRole('button', { name: 'Yes, sign me out' }).click();
    await expect(page.getByRole('link', { name: 'Logg inn', exact: true })).toBeVisible();
    await expect(page.getByText('Planen til Eirin')).toHaveCount(0);
    expect(new URL(page.url()).origin).toBe(product.url);

    await page.getByRole('link', { name: 'Logg inn', exact: true }).click();
    await signIn.click();
    await page.getByLabel('Brukernavn').fill('mona');
    await page.getByRole('button', { name: 'Fortsett' }).click();
    await page.getByRole('link', { name: 'Planen til Eirin' }).click();
    await expect(page.getByRole('heading', { name: 'Planen til Eirin' })).toBeVisible();
  } finally {
    await context.close();
    await product.remove();
    await provider.stop();
    await rm(folder, { recursive: true, force: true });
  }
});
