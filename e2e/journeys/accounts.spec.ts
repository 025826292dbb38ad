import { expect, test } from '../product/productTest.ts';
import { Product } from '../product/startProduct.ts';

const password = 'traktor himmel saks onsdag';

test('from the first start to an account, a duk, out, and in again', async ({ browser }) => {
  test.slow();
  const product = await Product.start();
  const context = await browser.newContext({ baseURL: product.url });
  const page = await context.newPage();
  try {
    await page.goto('/');
    await expect(page.getByText('Duken er åpen for utprøving på denne maskinen.')).toBeVisible();
    await page.getByRole('link', { name: 'Sett den opp' }).click();
    await expect(page.getByRole('heading', { name: 'Sett opp Duken' })).toBeVisible();
    await expect(page.getByLabel('Kommandoen')).toHaveValue('npx -y pnpm duk setup-link');

    const { hash } = new URL(await product.setupLink());
    // Into the window that says how.
    await page.goto(`/oppsett${hash}`);
    await page.getByLabel('Navnet ditt').fill('Mona');
    await page.getByLabel('E-postadresse').fill('mona@kommune.no');
    await page.getByRole('textbox', { name: 'Passord' }).fill('kort');
    await page.getByRole('button', { name: 'Lag kontoen' }).click();
    await expect(page.getByText('Passordet er for kort.')).toBeVisible();
    await page.getByRole('textbox', { name: 'Passord' }).fill(password);
    await page.getByRole('button', { name: 'Lag kontoen' }).click();

    await expect(page.getByRole('link', { name: 'Mona' })).toBeVisible();
    await expect(page.getByText('Duken er åpen for utprøving')).toHaveCount(0);
    expect(page.url()).not.toContain('#');
    await page.getByRole('button', { name: 'Ny duk' }).click();
    await page.getByLabel('Hva skal duken hete?').fill('Planen til Eirin');
    await page.getByRole('button', { name: 'Lag duken' }).click();
    const made = page.getByRole('dialog', { name: 'Duken er klar' });
    await expect(made.getByText('Nøkkelen din')).toHaveCount(0);
    const link = await made.getByLabel('Invitasjon til de andre').inputValue();
    await made.getByRole('button', { name: 'Gå til duken' }).click();
    await expect(page.getByRole('heading', { name: 'Planen til Eirin' })).toBeVisible();

    // A guest is let in by who leads.
    const guest = await (await browser.newContext({ baseURL: product.url })).newPage();
    await guest.goto(link);
    await expect(guest.getByText('Investeringslederen slipper deg inn når du har sagt hvem du er.')).toBeVisible();
    await guest.context().close();

    await page.goto('/konto');
    await expect(page.getByText('· denne nettleseren')).toBeVisible();
    await page.getByRole('button', { name: 'Logg ut', exact: true }).click();
    await expect(page.getByRole('link', { name: 'Logg inn', exact: true })).toBeVisible();
    await expect(page.getByText('Planen til Eirin')).toHaveCount(0);

    await page.getByRole('link', { name: 'Logg inn', exact: true }).click();
    await page.getByLabel('E-postadresse').fill('mona@kommune.no');
    await page.getByRole('textbox', { name: 'Passord' }).fill('feil passord helt sikkert');
    await page.getByRole('button', { name: 'Logg inn', exact: true }).click();
    await expect(page.getByText('E-postadressen eller passordet stemmer ikke.')).toBeVisible();
    await page.getByRole('textbox', { name: 'Passord' }).fill(password);
    await page.getByRole('button', { name: 'Logg inn', exact: true }).click();
    await page.getByRole('link', { name: 'Planen til Eirin' }).click();
    await expect(page.getByRole('heading', { name: 'Planen til Eirin' })).toBeVisible();
  } finally {
    await context.close();
    await product.remove();
  }
});
