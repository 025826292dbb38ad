import type { Page } from '@playwright/test';
import { expect, test } from '../product/productTest.ts';
import { Product } from '../product/startProduct.ts';

/** Signs the first account in, by the pages. */
async function setUp(product: Product, page: Page): Promise<void> {
  await page.goto(`/oppsett${new URL(await product.setupLink()).hash}`);
  await page.getByLabel('Navnet ditt').fill('Mona');
  await page.getByLabel('E-postadresse').fill('mona@kommune.no');
  await page.getByRole('textbox', { name: 'Passord' }).fill('traktor himmel saks onsdag');
  await page.getByRole('button', { name: 'Lag kontoen' }).click();
  await expect(page.getByRole('link', { name: 'Mona' })).toBeVisible();
}

test('from somebody the core team has heard of to a duk with the consent and the team', { tag: '@phone' }, async ({
  newPage,
}) => {
  test.slow();
  const product = await Product.start();
  try {
    const page = await newPage({ url: product.url });
    await page.goto('/inntak');
    await expect(page.getByText('Den finnes når Duken er satt opp med den første kontoen.')).toBeVisible();
    await setUp(product, page);
    await page.getByRole('link', { name: 'Inntak: dem kjerneteamet har hørt om' }).click();
    await expect(page.getByText('Ingen er foreslått ennå.')).toBeVisible();

    // By the keyboard, with one line that is not whole.
    await page.getByRole('link', { name: 'Foreslå noen' }).press('Enter');
    await page.getByRole('button', { name: 'Lagre' }).press('Enter');
    await expect(page.getByText('Skriv et ord dere kjenner dem igjen på.')).toBeVisible();
    const called = page.getByLabel('Hva kaller dere dem?');
    await expect(called).toBeFocused();
    await called.fill('Ungdommen fra praksisplassen');
    await page.getByRole('group', { name: 'Vil de selv ha en endring?' }).getByLabel('Ja').press('Space');
    await page.getByRole('button', { name: 'En til' }).press('Enter');
    const member = page.getByRole('group', { name: 'Nummer 1' });
    await expect(member.getByLabel('Hvem')).toBeFocused();
    await member.getByLabel('Hvem').fill('Tor');
    await member.getByLabel('Tjeneste').fill('NAV');
    await page.getByRole('button', { name: 'Lagre' }).press('Enter');
    await expect(member.getByText('Skriv hvem og hvorfor, eller ta bort linjen.')).toBeVisible();
    await member.getByLabel('Hvorfor').fill('Fant praksisplassen');
    await page.getByRole('button', { name: 'Lagre' }).press('Enter');

    await expect(page.getByRole('heading', { name: 'Ungdommen fra praksisplassen' })).toBeVisible();
    // No window tells whom it is about.
    await expect(page).toHaveTitle('Inntak · Duken');
    await page.getByRole('button', { name: 'De er spurt' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Ført: de er spurt.' })).toBeFocused();

    // Not needed, and taken up again.
    await page.getByRole('button', { name: 'Trengs ikke …' }).click();
    await page.getByRole('button', { name: 'Før at det ikke trengs' }).click();
    await expect(page.getByText('Skriv noe her.')).toBeVisible();
    await page.getByLabel('Hvorfor trengs det ikke?').fill('NAV er nok');
    await page.getByRole('button', { name: 'Før at det ikke trengs' }).click();
    await expect(page.getByText('Hvorfor: NAV er nok')).toBeVisible();
    await page.getByRole('button', { name: 'Ta opp igjen' }).click();

    await page.getByRole('button', { name: 'De har sagt ja …' }).click();
    const yes = page.getByRole('dialog', { name: 'De har sagt ja' });
    await expect(yes.getByLabel('Hvilke tjenester kan dele?')).toHaveValue('NAV');
    await yes.getByRole('button', { name: 'Før at de har sagt ja' }).click();
    await expect(yes.getByLabel('Hvem skal planen være til?')).toBeFocused();
    await yes.getByLabel('Hvem skal planen være til?').fill('Eirin');
    await yes.getByLabel('Ordene dere ble enige om').fill('NAV kan være med og dele det de vet.');
    await yes.getByLabel('Hvem sa ja?').fill('Eirin');
    await yes.getByRole('button', { name: 'Før at de har sagt ja' }).click();
    await expect(page.getByText(/^Eirin sa ja /)).toBeVisible();

    await page.getByRole('button', { name: 'Lag duken …' }).click();
    await page.getByRole('dialog', { name: 'Lag duken til Eirin' }).getByRole('button', { name: 'Lag duken' }).click();
    await expect(page.getByRole('heading', { name: 'Planen til Eirin' })).toBeVisible();
    const duk = page.url().replace(/\?.*/, '');
    await page.goto(`${duk}/team`);
    await expect(page.getByText('Fant praksisplassen')).toBeVisible();
    await expect(page.getByText('Planen gjelder denne personen.')).toBeVisible();
    await page.goto(`${duk}/samtykke`);
    await expect(page.getByText('NAV kan være med og dele det de vet.')).toBeVisible();

    await page.goto('/inntak');
    await expect(page.getByRole('heading', { name: 'Har en sak (1)' })).toBeVisible();
    await expect(page.getByText('Eirin')).toHaveCount(0);
    await page.getByRole('link', { name: /^Ungdommen fra praksisplassen/ }).click();
    await page.getByText('Hvem har sett og gjort hva').click();
    await expect(page.getByText(/Mona laget duken/)).toBeVisible();
    await page.getByRole('link', { name: 'Til duken' }).click();
    await expect(page.getByRole('heading', { name: 'Planen til Eirin' })).toBeVisible();

    // What nothing came of is erased, after it was said what that does.
    await page.goto('/inntak/ny');
    await page.getByLabel('Hva kaller dere dem?').fill('Familien på fire');
    await page.getByRole('button', { name: 'Lagre' }).click();
    await page.getByRole('button', { name: 'Slett …' }).click();
    await page.getByRole('button', { name: 'Slett for godt' }).click();
    await expect(page.getByText('Forslaget er slettet.')).toBeVisible();
    await expect(page.getByText('Familien på fire')).toHaveCount(0);
  } finally {
    await product.remove();
  }
});
