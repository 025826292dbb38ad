import { newExampleBoard } from '../product/newBoard.ts';
import { expect, test } from '../product/productTest.ts';

test('the duk as it was is found by a slider and in words, seen, and told from how it is now @phone', async ({
  layTable,
  product,
}) => {
  const { leader } = await layTable(product, newExampleBoard);
  const { page } = leader;
  await page.getByRole('button', { name: 'Mer', exact: true }).click();
  await page.getByRole('link', { name: 'Tidslinje' }).click();
  await expect(page.getByRole('heading', { name: 'Tidslinje' })).toBeVisible();
  const slider = page.getByRole('slider');
  const first = page.getByRole('button', { name: /^Møtet .*versjon 1/ });
  await first.click();
  await expect(first).toHaveAttribute('aria-pressed', 'true');
  await expect(slider).toHaveAttribute('aria-valuetext', /versjon 1/);
  await expect(page.getByRole('heading', { name: 'Dette er blitt annerledes siden' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Gjort', exact: true }).getByRole('listitem').first()).toBeVisible();

  await slider.focus();
  await page.keyboard.press('End');
  await expect(page.getByRole('heading', { name: /^Nå/ })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Dette er blitt annerledes siden' })).toBeHidden();
  await page.keyboard.press('Home');
  await expect(page.getByRole('heading', { name: 'Dette er blitt annerledes siden' })).toBeVisible();

  await page.getByRole('button', { name: 'Se duken slik den var' }).click();
  const then = page.getByRole('dialog');
  await expect(then.getByRole('application')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(then).toBeHidden();
});

test('a slider that is drawn past moments asks for the one it stays at, and none of them stays on the device', async ({
  layTable,
  product,
}) => {
  const { leader } = await layTable(product, newExampleBoard);
  const { page } = leader;
  await page.getByRole('button', { name: 'Mer', exact: true }).click();
  await page.getByRole('link', { name: 'Tidslinje' }).click();
  const see = page.getByRole('button', { name: 'Se duken slik den var' });
  await expect(see).toBeVisible();
  const asked: string[] = [];
  page.on('request', (request) => {
    if (/\/timeline\/\d+/.test(request.url())) asked.push(request.url());
  });
  const slider = page.getByRole('slider');
  await slider.evaluate((element: HTMLInputElement) => {
    const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    for (const value of [element.max, element.min, element.max, element.min, element.max]) {
      setValue?.call(element, value);
      element.dispatchEvent(new Event('input', { bubbles: true }));
    }
  });
  await expect(page.getByRole('heading', { name: /^Nå/ })).toBeVisible();
  await expect(see).toBeVisible();
  expect(asked).toHaveLength(1);

  await slider.focus();
  await page.keyboard.press('Home');
  await expect(page.getByRole('heading', { name: 'Dette er blitt annerledes siden' })).toBeVisible();
  await page.keyboard.press('End');
  await expect(page.getByRole('heading', { name: /^Nå/ })).toBeVisible();
  await expect(see).toBeVisible();
  await page.context().setOffline(true);
  await page.keyboard.press('Home');
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(see).toBeHidden();
});

test('the duk is set back to a meeting, told in numbers first and to everybody after, and taken back by one press @phone', async ({
  layTable,
  product,
}) => {
  const { leader, join } = await layTable(product, newExampleBoard);
  const kaja = await join('Kaja');
  const { page } = leader;
  await page.getByRole('button', { name: 'Mer', exact: true }).click();
  await page.getByRole('link', { name: 'Tidslinje' }).click();
  await page.getByRole('button', { name: /^Møtet .*versjon 2/ }).click();
  await page.getByRole('button', { name: 'Sett duken tilbake hit …' }).click();
  const asked = page.getByRole('dialog', { name: 'Sette duken tilbake?' });
  await expect(asked.getByRole('listitem').filter({ hasText: /legges i papirkurven/ })).toBeVisible();
  await asked.getByRole('button', { name: 'Avbryt' }).click();
  await expect(kaja.page.getByText(/satte duken tilbake/)).toBeHidden();
  await page.getByRole('button', { name: 'Sett duken tilbake hit …' }).click();
  await asked.getByRole('button', { name: 'Sett tilbake' }).click();
  await expect(asked).toBeHidden();
  await expect(page.getByText('Duken er satt tilbake.')).toBeVisible();
  await expect(kaja.page.getByText(/satte duken tilbake slik den var/)).toBeVisible();
  await expect(
    kaja.page.getByRole('button', { name: 'Angre', exact: true }).and(kaja.page.locator('.notice *')),
  ).toBeHidden();
  await expect(page.getByRole('button', { name: 'Sett duken tilbake hit …' })).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Dette blir som det er nå' })).toBeVisible();

  await page.getByRole('button', { name: 'Angre' }).click();
  await expect(page.getByText('Det er angret.')).toBeVisible();
  await expect(kaja.page.getByText(/angret at duken ble satt tilbake/)).toBeVisible();

  await page.getByText('Hent tilbake bare én lapp').click();
  const notes = page
    .getByRole('list')
    .filter({ has: page.getByRole('button', { name: /^(Hent tilbake|Sett slik den var): / }) });
  const before = await notes.getByRole('button').count();
  await notes.getByRole('button').first().click();
  await expect(page.getByText('Lappen er hentet tilbake.')).toBeVisible();
  await expect(notes.getByRole('button')).toHaveCount(before - 1);
  await expect(kaja.page.getByText(/hentet lapper tilbake/)).toBeVisible();
});
