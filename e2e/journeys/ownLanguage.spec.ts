import { seriousFindings } from '../accessibility/findings.ts';
import { DukList } from '../people/dukList.ts';
import { expect, test } from '../product/productTest.ts';

test('somebody who reads Arabic finds their language before the name, and writes in the same cell as the Norwegian table', async ({
  leader,
  newParticipant,
}) => {
  await leader.makeBoard('Planen til Selam');
  const link = await leader.inviteTo('Skrive på duken');
  await leader.closeDialog();
  const { page } = await newParticipant('Amal');
  await page.setViewportSize({ width: 390, height: 844 });

  await test.step('chooses it at the door', async () => {
    await page.goto(link);
    const arabic = page.getByRole('button', { name: /^العربية/ });
    await arabic.click();
    await expect(arabic).toHaveAttribute('aria-pressed', 'true');
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
    await expect(page.getByText('غير مراجَعة')).toBeVisible();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('textbox').fill('أمل');
    await page.getByRole('radio', { name: 'صاحب الخطة' }).check();
    await page.getByRole('button', { name: 'انضم' }).click();
  });

  await test.step('lays a note, and reads what the table lays', async () => {
    await page.getByRole('textbox', { name: 'ماذا تريد أن تضع على المفرش؟' }).fill('أريد مفتاحي الخاص');
    await page.getByRole('radio', { name: 'صعب' }).check();
    await page.getByRole('radio', { name: 'السكن' }).check();
    await page.getByRole('button', { name: 'ضعها على المفرش' }).click();
    const table = new DukList(leader.page);
    await table.open();
    await table.lay('Egen nøkkel', 'Bosituasjon', 'Vanskelig');
    await expect.poll(() => table.textsIn('Bosituasjon')).toEqual(['أريد مفتاحي الخاص', 'Egen nøkkel']);
    await expect(table.note('أريد مفتاحي').locator('p[lang="ar"]')).toBeVisible();
    const home = page.getByRole('region', { name: 'السكن', exact: true });
    await expect(home.getByRole('heading', { name: 'ما هو صعب' })).toBeVisible();
    await expect(home.locator('p[lang="nb"]')).toHaveText('Egen nøkkel');
  });

  await test.step('on a page that reads from the right, with nothing beside it', async () => {
    expect(await seriousFindings(page)).toEqual([]);
    const { scroll, width } = await page.evaluate(() => ({
      scroll: document.documentElement.scrollWidth,
      width: document.documentElement.clientWidth,
    }));
    expect(scroll).toBe(width);
    await page.reload();
    await expect(page.getByRole('link', { name: 'المفرش' })).toBeVisible();
  });
});
