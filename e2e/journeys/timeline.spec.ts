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
