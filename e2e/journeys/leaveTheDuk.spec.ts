import { expect, test } from '../product/productTest.ts';

test('whoever leaves a duk is out of it in this browser, and the back button leads to nothing of it', async ({
  layTable,
}) => {
  const { leader } = await layTable();
  const { page } = leader;
  const duk = page.url();
  await leader.sheet.newNote('Bare for oss');
  await leader.sheet.expectSaved();
  await page.getByRole('button', { name: 'Mer', exact: true }).click();
  await page.locator(':popover-open').getByRole('link', { name: 'Forlat duken' }).click();
  await expect(page.getByText(/lederlenken/)).toBeVisible();
  await page.getByRole('button', { name: 'Forlat duken' }).click();

  await expect(page).toHaveURL(/\/$/);
  await expect(page.getByRole('button', { name: 'Ny duk' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Du trenger en lenke' })).toBeVisible();
  await page.goto(duk);
  await expect(page.getByRole('heading', { name: 'Du trenger en lenke' })).toBeVisible();
  await expect(page.getByText('Bare for oss')).toHaveCount(0);
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
});
