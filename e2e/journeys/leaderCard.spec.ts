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

test('a municipality’s own steps stand on the sheet and lead its meetings', async ({ layTable }) => {
  const { leader } = await layTable();
  const { page } = leader;
  const text = (nb: string) => ({ nb, nn: nb, en: nb });
  const step = (id: string, question: string) => ({
    ...{ id, name: text(id), question: text(question), aloud: text('Vi begynner med folk.'), matter: 'notes' },
    ...{ columns: ['works'], byTheme: false, answersIn: 'works', minutes: 10 },
  });
  const steps = [step('tillit', 'Hvem stoler du på?'), step('matters', 'Hva betyr mest?')];
  await page.route('**/api/municipality', (route) => route.fulfill({ json: { steps } }));
  const board = page.url();
  await page.goto('/lederkort');
  await expect(page.getByRole('region', { name: 'Stegene' }).getByRole('listitem')).toHaveCount(2);
  await page.goto(board);
  await leader.openFromMore('Følg møtet');
  await page.getByRole('region', { name: 'Vil dere følge møtet?' }).getByRole('button', { name: 'Følg møtet' }).click();
  const guide = page.getByRole('region', { name: 'Møtet steg for steg' });
  await expect(guide.getByRole('heading').first()).toHaveText('Hvem stoler du på?');
  await expect(guide.getByText('1 av 2')).toBeVisible();
  await guide.getByRole('button', { name: 'Mer om steget' }).click();
  await guide.getByRole('button', { name: 'Hvem har skrevet?' }).click();
  await expect(guide.getByText('Det ligger ingen lapper på duken ennå.')).toBeVisible();
  await expect(guide.getByText('Vi begynner med folk.')).toBeVisible();
});
