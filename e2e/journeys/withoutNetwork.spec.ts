import type { Page } from '@playwright/test';
import { expect, test } from '../product/productTest.ts';

test.use({ serviceWorkers: 'allow' });

/** The program lies on the device, and the page is its own. */
async function expectKept(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready);
}

test('the pages open without a network once the duk was open, and hold nothing of what the server says', async ({
  layTable,
}) => {
  const { leader } = await layTable();
  const { page } = leader;
  await leader.sheet.newNote('Ordet blåveis');
  await leader.sheet.expectSaved();
  await expectKept(page);
  const kept = await page.evaluate(async () => {
    const paths: string[] = [];
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys()) paths.push(new URL(url).pathname);
    return paths;
  });
  expect(kept).toContain('/');
  expect(kept.filter((path) => path !== '/' && !path.startsWith('/assets/'))).toEqual([]);

  await page.context().setOffline(true);
  await page.goto('/lederkort');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});
