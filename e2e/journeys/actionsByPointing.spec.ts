import { expect, test } from '../product/productTest.ts';

test('a tiltak is made from its own page, dated at one press, and leads back to its note @phone', async ({
  layTable,
}) => {
  const { leader } = await layTable();
  const { page } = leader;
  await page.getByRole('link', { name: 'Tiltak' }).click();
  await page.getByRole('button', { name: 'Nytt tiltak' }).click();
  const asked = page.getByRole('dialog', { name: 'Nytt tiltak' });
  await asked.getByRole('button', { name: 'Neste: hvem og når' }).click();
  await expect(asked.getByText('Skriv hva som skal gjøres.')).toBeVisible();
  await asked.getByLabel('Hva skal gjøres?').fill('Ringe boligkontoret');
  await asked.getByLabel('Hvilken del av livet gjelder det?').selectOption('Bosituasjon');
  await asked.getByRole('button', { name: 'Neste: hvem og når' }).click();

  const who = page.getByRole('dialog', { name: 'Tiltak' });
  await who.getByLabel('Hvem gjør det?').fill('Mona');
  await who.getByRole('button', { name: 'Om to uker' }).click();
  await expect(who.getByRole('button', { name: 'Om to uker' })).toHaveAttribute('aria-pressed', 'true');
  await who.getByRole('button', { name: 'Lagre' }).click();
  await expect(who).toBeHidden();
  const row = page.getByRole('row').filter({ hasText: 'Ringe boligkontoret' });
  await expect(row).toContainText('Mona');
  await expect(row.getByRole('time')).toBeVisible();

  await row.getByRole('button', { name: 'Ringe boligkontoret. Vis på duken' }).click();
  await expect(page).toHaveURL(/lapp=/);
  if ((page.viewportSize()?.width ?? 0) < 700) {
    await expect(page.getByRole('listitem').filter({ hasText: 'Ringe boligkontoret' })).toBeInViewport();
  } else {
    await expect.poll(() => leader.sheet.heard()).toContain('Ringe boligkontoret');
    await test.step('how far it has come, and by when, are changed where they stand on the note', async () => {
      const { x, y } = await leader.sheet.placeIn('now', 'Bosituasjon');
      await page.mouse.click(x, y);
      await page.getByRole('button', { name: 'Status: Avtalt. Endre' }).click();
      await page.getByRole('button', { name: 'Gjort' }).click();
      await expect(page.getByRole('button', { name: 'Status: Gjort. Endre' })).toBeFocused();
      await page.getByRole('button', { name: /^Innen: .*Endre$/ }).click();
      await page.getByRole('button', { name: 'Om en måned' }).click();
      await expect.poll(() => leader.sheet.heard()).toContain('Gjort');
      await page.getByRole('button', { name: 'Hvem gjør det: Mona. Endre' }).click();
      await expect(page.getByRole('dialog', { name: 'Tiltak' }).getByText('Mona')).toBeVisible();
    });
  }
});
