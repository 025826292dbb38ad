import { newExampleBoard } from '../product/newBoard.ts';
import { expect, test } from '../product/productTest.ts';

test('a tiltak waits for another, is to be settled with somebody, and says who pays; in the list by person, and in the week @phone', async ({
  layTable,
  product,
}) => {
  const { leader, seat } = await layTable(product, newExampleBoard);
  const { page } = leader;
  await page.goto(`/duk/${seat.boardId}?vis=tiltak`);
  const rows = page.getByRole('row').filter({ has: page.getByRole('combobox') });
  const open = rows.filter({ has: page.getByRole('option', { name: 'Avtalt', selected: true }) });
  await expect(open.first()).toBeVisible();
  const textOf = async (index: number) =>
    (
      (await open
        .nth(index)
        .getByRole('button', { name: /Vis på duken/ })
        .textContent()) ?? ''
    ).trim();
  const [waiting, first] = [await textOf(0), await textOf(1)];

  const row = page.getByRole('row').filter({ hasText: waiting });
  await row.getByRole('button', { name: /^Endre/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Tiltak' });
  await dialog.getByText('Mer om tiltaket: rekkefølge, avklaring, betaling').click();
  const follows = dialog.getByLabel('Gjøres etter at dette er gjort');
  const option = follows.getByRole('option').filter({ hasText: first.slice(0, 15) });
  await follows.selectOption((await option.getAttribute('value')) ?? '');
  await dialog.getByLabel('Må avklares med').fill('Elif på Boligkontoret');
  await dialog.getByLabel('Hvem betaler?').fill('NAV og kommunen');
  await dialog.getByRole('button', { name: 'Lagre tiltaket' }).click();
  await expect(dialog).toBeHidden();
  await expect(row).toContainText(`Venter på: «${first.slice(0, 15)}`);
  await expect(row).toContainText('Må avklares med Elif på Boligkontoret');
  await expect(row).toContainText('Betales av NAV og kommunen');

  await test.step('the one that is waited for cannot be made to wait for it', async () => {
    await page
      .getByRole('row')
      .filter({ hasText: first })
      .last()
      .getByRole('button', { name: /^Endre/ })
      .click();
    await dialog.getByText('Mer om tiltaket: rekkefølge, avklaring, betaling').click();
    await expect(dialog.getByLabel('Gjøres etter at dette er gjort')).toBeVisible();
    await expect(
      dialog
        .getByLabel('Gjøres etter at dette er gjort')
        .getByRole('option')
        .filter({ hasText: waiting.slice(0, 15) }),
    ).toHaveCount(0);
    await dialog.getByRole('button', { name: 'Avbryt' }).click();
  });

  await page.getByRole('button', { name: 'Etter person' }).click();
  await expect(page.getByRole('button', { name: 'Etter person' })).toHaveAttribute('aria-pressed', 'true');
  await expect(row.first()).toContainText('Venter på');

  await page.goto('/uka');
  const group = page.getByRole('region', { name: /Venter på noe annet/ });
  await expect(group.getByText(`Venter på: «${first.slice(0, 15)}`)).toBeVisible();
});
