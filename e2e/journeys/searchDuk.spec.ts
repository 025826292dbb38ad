import { seriousFindings } from '../accessibility/findings.ts';
import { DukList } from '../people/dukList.ts';
import { expect, test } from '../product/productTest.ts';

test('search counts its hits and goes to the note, on the canvas and in the list', async ({ layTable }) => {
  const { leader } = await layTable();
  const { page, sheet } = leader;
  await sheet.newNoteIn('now', 'Jobb', 'Ringe NAV');
  await sheet.newNoteIn('long', 'Nettverk', 'Møte med NAV');
  await sheet.newNoteIn('works', 'Økonomi', 'Sparer litt');
  await page.keyboard.press('Control+f');
  const box = page.getByRole('searchbox', { name: 'Søk på duken' });
  await expect(box).toBeFocused();
  await page.keyboard.type('nav');
  await expect(page.getByText('1 av 2')).toBeVisible();
  const tools = page.getByRole('toolbar', { name: 'Verktøy for lappen', exact: true });
  await expect(tools, 'the note it came to is chosen').toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByText('2 av 2')).toBeVisible();
  expect(await seriousFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(box).toBeHidden();
  expect(await sheet.surface.evaluate((surface) => document.activeElement === surface)).toBe(true);
  await page.keyboard.press('Enter');
  await expect(sheet.editor, 'the keyboard is at what was found').toHaveValue('Møte med NAV');
  await sheet.closeNote();

  const list = new DukList(page);
  await list.open();
  await page.getByRole('button', { name: 'Søk', exact: true }).click();
  await page.keyboard.type('litt');
  await expect(page.getByText('1 av 1')).toBeVisible();
  await expect(list.note('Sparer litt')).toBeInViewport();
  await page.keyboard.type('x');
  await expect(page.getByText('Ingen treff')).toBeVisible();
});

test('a question mark tells what the keys do', async ({ layTable }) => {
  const { leader } = await layTable();
  await leader.sheet.surface.focus();
  await leader.page.keyboard.press('?');
  const keys = leader.page.getByRole('dialog', { name: 'Taster på duken' });
  await expect(keys).toContainText('Velg flere lapper');
  expect(await seriousFindings(leader.page)).toEqual([]);
});
