import { seriousFindings } from '../accessibility/findings.ts';
import { DukList } from '../people/dukList.ts';
import { newExampleBoard } from '../product/newBoard.ts';
import { expect, test } from '../product/productTest.ts';

test('an interpreter goes through twenty notes by keyboard alone, and the table sees how far they have come', async ({
  layTable,
  newParticipant,
  product,
}) => {
  const { leader } = await layTable(product, newExampleBoard);
  const link = await leader.inviteTo('Tolke');
  await leader.closeDialog();
  const { page, ...amira } = await newParticipant('Amira');
  const sign = leader.page.getByRole('status').filter({ hasText: /^Tolken er/ });
  const behind = async () => Number(/\d+/.exec((await sign.textContent()) ?? '')?.[0]);

  await test.step('is told what is asked of them, and not of a child', async () => {
    await page.goto(link);
    await expect(page.getByText('Et barn i familien skal ikke tolke.')).toBeVisible();
    await page.getByLabel('Hva heter du?').fill(amira.name);
    await page.keyboard.press('Enter');
    await page.getByRole('combobox', { name: 'Velg språk' }).selectOption('ar');
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Begynn' }).press('Enter');
  });

  const box = page.getByRole('textbox', { name: 'Oversett til arabisk' });
  await expect(box).toBeFocused();
  expect(await seriousFindings(page)).toEqual([]);
  await expect(sign).toBeVisible();
  const atFirst = await behind();
  const first = await page.locator('blockquote').textContent();

  await test.step('passes one over, goes back to it, and translates twenty', async () => {
    await page.keyboard.press('Alt+ArrowDown');
    await expect(page.locator('blockquote')).not.toHaveText(first ?? '');
    await page.keyboard.press('Alt+ArrowUp');
    await expect(page.locator('blockquote')).toHaveText(first ?? '');
    for (let done = 1; done <= 20; done += 1) {
      await page.keyboard.type(`ترجمة ${done}`);
      await page.keyboard.press('Control+Enter');
      await expect(page.getByText(`${atFirst - done} lapper igjen.`, { exact: true })).toBeVisible();
      await expect(box).toBeFocused();
      await expect(box).toHaveValue('');
    }
    await expect.poll(behind).toBe(atFirst - 20);
  });

  await test.step('whoever reads the language is shown it, with the original one press away', async () => {
    const list = new DukList(leader.page);
    await list.open();
    await leader.page.getByLabel('Les lappene på').selectOption('ar');
    const note = list
      .note('ترجمة 1')
      .filter({ hasText: /ترجمة 1$|ترجمة 1\D/ })
      .first();
    await expect(note.locator('p[lang="ar"]')).toBeVisible();
    await note.getByRole('button', { name: 'Vis originalen' }).click();
    await expect(note).toContainText(first ?? '');
    expect(await seriousFindings(leader.page)).toEqual([]);
    await leader.page.getByLabel('Les lappene på').selectOption('nb');
  });

  await test.step('a changed note is to be looked at again, within a second, before what is new', async () => {
    const list = new DukList(leader.page);
    await list
      .note(first ?? '')
      .getByRole('button', { name: /^Skriv/ })
      .click();
    await leader.page.keyboard.type(' nå');
    await expect(page.getByText('Må ses på')).toBeVisible();
    await page.getByRole('button', { name: /Må ses på$/ }).press('Enter');
    await expect(page.getByText(`Før stod det: ${first}`)).toBeVisible();
    await expect(box).toHaveValue('ترجمة 1');
  });

  await test.step('freezing says what is not translated', async () => {
    await leader.openFromBar('Frys møtet');
    const dialog = leader.page.getByRole('dialog', { name: 'Frys møtet' });
    await expect(dialog.getByText(/lapper er ikke oversatt til arabisk ennå/)).toBeVisible();
  });
});
