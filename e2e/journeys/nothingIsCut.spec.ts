import { DukList } from '../people/dukList.ts';
import { expect, test } from '../product/productTest.ts';

test('a long text lands whole on the duk, on as many notes as it takes, and waits until it is laid', async ({
  layTable,
}) => {
  const { page, sheet } = (await layTable()).leader;
  const words = Array.from({ length: 900 }, (_, number) => `ord${number}`);
  await sheet.newNoteIn('now', 'Jobb', 'En lapp til å slette');
  await sheet.takeAndLay('long', 'Bosituasjon');
  await page.keyboard.insertText(words.join(' '));
  const lay = page.getByRole('button', { name: 'Legg resten på en ny lapp' });
  await expect(lay).toBeVisible();
  await sheet.closeNote();

  // What holds the only copy stays when something else is told, and across a look at another page.
  await sheet.goTo('En lapp til å slette');
  await page.keyboard.press('Delete');
  await expect(page.getByText('Lappen er slettet')).toBeVisible();
  await expect(lay).toBeVisible();
  await page.getByRole('link', { name: 'Til forsiden' }).click();
  await page.goBack();
  await lay.click();
  await expect(lay).toHaveCount(0);

  await new DukList(page).open();
  await page.getByRole('button', { name: /^Ferdig: / }).click();
  await expect(page.locator('li[data-note] > p[dir]')).toHaveCount(4);
  const laid = (await page.locator('li[data-note] > p[dir]').allTextContents()).join(' ').split(/\s+/);
  expect(laid.toSorted()).toEqual(words.toSorted());
});

test('a name that is too long stands whole until somebody has made it shorter', async ({ leader }) => {
  const { page } = leader;
  const long = 'Planen til '.repeat(12);
  await page.goto('/');
  await page.getByRole('button', { name: 'Ny duk' }).click();
  const title = page.getByLabel('Hva skal duken hete?');
  await title.focus();
  await page.keyboard.insertText(long);
  await expect(title).toHaveValue(long);
  await expect(page.getByText('Det er 11 tegn for langt.')).toBeVisible();
  await page.getByLabel('Hva heter du?').fill('Mona');
  await page.getByRole('button', { name: 'Lag duken' }).click();
  await expect(title).toBeFocused();
  await title.fill('Planen til Eirin');
  await page.getByRole('button', { name: 'Lag duken' }).click();
  await expect(page.getByRole('dialog', { name: 'Duken er klar' })).toBeVisible();
});
