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
