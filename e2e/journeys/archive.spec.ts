import { newExampleBoard } from '../product/newBoard.ts';
import { expect, test } from '../product/productTest.ts';

test('closing a case asks for the archive’s answer: the leader takes the package there, and notes what it said', async ({
  layTable,
  product,
}) => {
  const { leader, seat } = await layTable(product, newExampleBoard);
  const { page } = leader;
  const about = page.getByRole('dialog', { name: 'Om duken' });
  await leader.openFromMore('Om duken');
  await expect(about.getByText('Arkivet har ikke svart for versjon 3 av planen.')).toBeVisible();
  await about.getByRole('link', { name: 'Til arkivet med versjon 3' }).click();

  await expect(page.getByRole('heading', { name: 'Til arkivet: versjon 3' })).toBeVisible();
  await expect(page.getByText('Arkivet har ikke svart ennå.')).toBeVisible();
  const began = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Last ned pakken (ZIP)' }).click();
  expect((await began).suggestedFilename()).toBe('arkiv-versjon-3.zip');
  expect(await (await began).failure()).toBeNull();

  await page.getByRole('button', { name: 'Lagre svaret' }).click();
  await expect(page.getByText('Skriv det arkivet kaller den.')).toBeVisible();
  await page.getByLabel('Hva kaller arkivet den?').fill('2026/1234-5');
  await page.getByRole('button', { name: 'Lagre svaret' }).press('Enter');
  await expect(page.getByRole('listitem').filter({ hasText: '2026/1234-5' })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'Svaret er lagret.' })).toBeVisible();

  await page.goto(`/duk/${seat.boardId}`);
  await leader.openFromMore('Om duken');
  // Comes with the same answer as what is asked for.
  await expect(about.getByRole('link', { name: 'Last ned planen, versjon 3, før du avslutter' })).toBeVisible();
  await expect(about.getByText('Arkivet har ikke svart')).toBeHidden();
});
