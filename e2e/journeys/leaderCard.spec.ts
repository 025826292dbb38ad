import { seriousFindings } from '../accessibility/findings.ts';
import { expect, test } from '../product/productTest.ts';

test('whoever is to lead finds how a meeting goes on one sheet, printed as one A4 page', { tag: '@phone' }, async ({
  page,
}) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Slik går et møte, på ett ark' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Slik går et møte' })).toBeVisible();
  const steps = page.getByRole('region', { name: 'Stegene' }).getByRole('listitem');
  await expect(steps).toHaveCount(10);
  await expect(steps.nth(1)).toContainText('Hva er viktig for deg?');
  expect(await seriousFindings(page)).toEqual([]);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wider).toBeLessThanOrEqual(0);
  for (const language of ['nb', 'nn', 'en']) {
    await page.getByRole('combobox', { name: /Språk|Language/ }).selectOption(language);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect([language, /\/Type\s*\/Pages[^>]*\/Count (\d+)/.exec(pdf)?.[1]]).toEqual([language, '1']);
  }
});
