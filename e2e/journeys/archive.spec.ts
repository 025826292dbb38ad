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

  await test.step('a line of the contact log goes along when it is chosen', async () => {
    const written = await page.request.post(`/api/boards/${seat.boardId}/contacts`, {
      data: { day: '2026-01-02', words: 'Ringte barnevernet' },
    });
    expect(written.status()).toBe(201);
    await page.getByText('Ta med noe fra kontaktloggen').click();
    await page.getByRole('checkbox', { name: /Ringte barnevernet/ }).check();
    const link = page.getByRole('link', { name: 'Last ned pakken (ZIP)' });
    await expect(link).toHaveAttribute('href', /\?notater=/);
    const withNote = page.waitForEvent('download');
    await link.click();
    expect(await (await withNote).failure()).toBeNull();
  });

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
