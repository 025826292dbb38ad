import type { Page } from '@playwright/test';
import { expect, test } from '../product/productTest.ts';

test('whoever leaves a duk is out of it in this browser, and the back button leads to nothing of it', async ({
  layTable,
}) => {
  const { leader } = await layTable();
  const { page } = leader;
  const duk = page.url();
  await leader.sheet.newNote('Bare for oss');
  await leader.sheet.expectSaved();
  await leader.openFromMore('Skriv stille');
  await page.getByLabel('Hva tenker du på?').fill('Hemmelig kladd');
  await page.getByRole('button', { name: 'Ta vare på' }).click();
  await expect.poll(() => rowsOnDevice(page)).toBeGreaterThan(0);
  await page.reload();
  await expect(leader.sheet.surface).toBeVisible();
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
  expect(await rowsOnDevice(page)).toBe(0);
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
});

/** How much this browser keeps in its databases, of drafts and all else. */
function rowsOnDevice(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const done = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    let rows = 0;
    for (const { name } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name ?? ''));
      for (const store of database.objectStoreNames)
        rows += await done(database.transaction(store).objectStore(store).count());
      database.close();
    }
    return rows;
  });
}
