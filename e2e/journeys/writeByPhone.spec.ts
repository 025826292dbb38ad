import type { Page } from '@playwright/test';
import { DukList } from '../people/dukList.ts';
import { expect, test } from '../product/productTest.ts';

/** A keyboard that lies over the page, as phones have it: the page stays as tall as it was. */
async function raiseKeyboard(page: Page, seenHeight: number): Promise<void> {
  await page.evaluate((height) => {
    Object.defineProperty(visualViewport, 'height', { value: height, configurable: true });
    visualViewport?.dispatchEvent(new Event('resize'));
  }, seenHeight);
}

test('on a phone one writes above the keyboard, chooses where, and stands at one’s own note', {
  tag: '@phone',
}, async ({ layTable }) => {
  const { leader, join } = await layTable();
  const { page } = await join('Ida');
  await page.setViewportSize({ width: 390, height: 844 });
  const list = new DukList(page);
  await list.open();

  // Nothing is chosen beforehand, and what one is asked is on one screen.
  await list.box.click();
  await raiseKeyboard(page, 430);
  await page.keyboard.type('Jeg vil ha egen nøkkel');
  for (const seen of [list.box, page.getByRole('button', { name: 'Velg først hvor lappen hører til' })]) {
    const box = await seen.boundingBox();
    expect(box && box.y >= 0 && box.y + box.height <= 430).toBe(true);
    await expect(seen).toBeInViewport({ ratio: 1 });
  }
  expect(
    await page.getByRole('radio').evaluateAll((all) => all.filter((one) => (one as HTMLInputElement).checked)),
  ).toEqual([]);
  await expect(page.getByText('Bare du ser dette til du legger det på duken.')).toBeVisible();

  // A tap beside the fields takes the keyboard away, and nothing else.
  await raiseKeyboard(page, 844);
  await list.choice('Hvor på duken?', 'Vanskelig').check();
  await list.choice('Hvilket tema?', 'Bosituasjon').check();
  await page.getByRole('button', { name: 'Legg på duken' }).click();

  const own = page.getByRole('listitem').filter({ hasText: 'Jeg vil ha egen nøkkel' });
  await expect(own).toBeInViewport();
  await expect(own.getByRole('button', { name: /^Skriv: / })).toBeFocused();
  await expect(page.getByText('Lagt på duken: Det som er vanskelig, Bosituasjon.')).toBeAttached();
  await expect.poll(() => leader.sheet.whereIs('Jeg vil ha egen nøkkel')).toContain('Bosituasjon');

  // And back to where one writes.
  if (await list.box.evaluate((box) => box.getBoundingClientRect().bottom < 0))
    await page.getByRole('button', { name: 'Ny lapp' }).click();
  else await list.box.click();
  await expect(list.box).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.locator('.composer-full')).toHaveCount(0);
});

test('what one has begun is there after a reload and on another device, and nobody else is sent it', async ({
  layTable,
}) => {
  const { leader, join } = await layTable();
  const eirin = await join('Eirin');
  const { page } = eirin;
  const list = new DukList(page);
  await list.open();
  await list.box.fill('Halvferdig tanke');
  await list.choice('Hvor på duken?', 'Vanskelig').check();
  await list.choice('Hvilket tema?', 'Bosituasjon').check();

  // The same person at another device: it lies among what they write quietly.
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByRole('button', { name: 'Mer', exact: true }).click();
  await other.getByRole('button', { name: 'Skriv stille' }).click();
  await expect(other.getByRole('textbox', { name: 'Lapp 1' })).toHaveValue('Halvferdig tanke');
  await other.close();

  await page.reload();
  await expect(list.box).toHaveValue('Halvferdig tanke');
  await expect(list.choice('Hvilket tema?', 'Bosituasjon')).toBeChecked();
  expect(await leader.sheet.readNotes()).toEqual([]);

  await page.getByRole('button', { name: 'Legg på duken' }).click();
  await expect(list.box).toHaveValue('');
  await expect.poll(() => leader.sheet.readNotes()).toHaveLength(1);
  await eirin.sheet.expectSaved();
  await page.reload();
  await expect(list.note('Halvferdig tanke')).toBeVisible();
  await expect(list.box).toHaveValue('');
  await eirin.openFromMore('Skriv stille');
  await expect(page.getByText('Halvferdig tanke')).toHaveCount(1);
});

test('where Skriv stille covers the page, whoever tabs out of it is in the page that they see', async ({
  layTable,
}) => {
  const { join } = await layTable();
  const ida = await join('Ida');
  const { page } = ida;
  await page.setViewportSize({ width: 390, height: 844 });
  await new DukList(page).open();
  await ida.openFromMore('Skriv stille');
  const panel = page.locator('.quietPanel');
  await panel.getByRole('textbox').fill('Tenker høyt');
  const focused = page.locator(':focus');
  for (let stops = 0; stops < 8 && (await panel.count()) > 0; stops += 1) await page.keyboard.press('Tab');
  await expect(panel).toHaveCount(0);
  await expect(focused).toBeVisible();
  await focused.click({ trial: true });

  await ida.openFromMore('Skriv stille');
  await expect(panel.getByRole('textbox')).toHaveValue('Tenker høyt');
});
