import type { Page } from '@playwright/test';
import { expect, test } from '../product/productTest.ts';

const question = (page: Page) => page.getByRole('region', { name: 'Møtet steg for steg' }).getByRole('heading').first();

/** Goes on with Tab until the keyboard is at a button, as somebody without a mouse does. */
async function tabTo(page: Page, name: string): Promise<void> {
  const button = page.getByRole('button', { name, exact: true });
  for (let presses = 0; presses < 60; presses += 1) {
    if (await button.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not come to ${name}`);
}

test('a meeting is led by keyboard, answered from a phone, and left by whoever wants just the cloth', async ({
  layTable,
}) => {
  const { leader, join } = await layTable();
  const { page } = leader;
  const solveig = await join('Solveig');
  const { page: phone } = await join('Ida');
  await phone.setViewportSize({ width: 390, height: 844 });
  await phone.getByRole('link', { name: 'Liste' }).click();
  await expect(phone.getByLabel('Hva vil du legge på duken?')).toBeVisible();

  // Just the cloth until somebody asks for more.
  await expect(page.locator('.guide')).toHaveCount(0);
  await tabTo(page, 'Mer');
  await page.keyboard.press('Enter');
  await tabTo(page, 'Følg møtet');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Vil dere følge møtet?' })).toBeVisible();
  await tabTo(page, 'Følg møtet');
  await page.keyboard.press('Enter');

  // Nothing was promised last time: the first question is what matters.
  await expect(question(solveig.page)).toHaveText('Hva er viktig for deg?');
  await tabTo(page, 'Neste');
  await page.keyboard.press('Enter');
  await expect(question(page)).toHaveText('Hva fungerer?');
  await page.getByRole('radio', { name: /^Bosituasjon/ }).focus();
  await page.keyboard.press('Space');
  await expect(question(solveig.page)).toHaveText('Hva fungerer? Bosituasjon');

  // On the phone the question is the box's own, and says where the answer goes.
  await phone.getByLabel('Hva fungerer? Bosituasjon').fill('Leiligheten er vår');
  await phone.getByRole('button', { name: 'Legg på duken' }).click();
  await expect(phone.getByText('Lagt på duken: Det som fungerer, Bosituasjon.')).toBeVisible();

  // Anybody says how far it has come, and all see it.
  await solveig.page.getByRole('radio', { name: 'Snakket om', exact: true }).click({ force: true });
  await expect(page.getByRole('radio', { name: /^Bosituasjon.*Snakket om/ })).toBeChecked();

  // Everybody is gathered, but not whoever writes; and one key leaves.
  await phone.getByLabel('Hva fungerer? Bosituasjon').fill('Og den er');
  await phone.getByLabel('Hva fungerer? Bosituasjon').press('End');
  await page.getByRole('button', { name: 'Samle alle' }).focus();
  await page.keyboard.press('Enter');
  await expect(solveig.page.getByText('Du er med.', { exact: false })).toBeVisible();
  await expect(page.getByText('2 av 3 ser det samme nå.')).toBeVisible();
  await expect(solveig.page.getByText('Ser det nå: Mona og Solveig.')).toBeVisible();
  await expect(phone.getByRole('button', { name: 'Bli med' })).toBeVisible();
  await expect(phone.getByLabel('Hva fungerer? Bosituasjon')).toBeFocused();
  await phone.keyboard.type(' varm');
  await expect(phone.getByLabel('Hva fungerer? Bosituasjon')).toHaveValue('Og den er varm');
  await solveig.page.keyboard.press('Escape');
  await expect(solveig.page.getByRole('button', { name: 'Bli med' })).toBeVisible();
  await expect(page.getByText('1 av 3 ser det samme nå.')).toBeVisible();

  // Whoever wants just the cloth puts the question away, and finds it again.
  await solveig.page.getByRole('button', { name: 'Skjul spørsmålet' }).click();
  await expect(question(solveig.page)).toBeHidden();
  await solveig.openFromMore('Vis spørsmålet');
  await expect(question(solveig.page)).toBeVisible();

  // And the leader goes back to just the cloth, for all.
  await tabTo(page, 'Mer om steget');
  await page.keyboard.press('Enter');
  await tabTo(page, 'Bare duken');
  await page.keyboard.press('Enter');
  await expect(solveig.page.locator('.guide')).toHaveCount(0);
  await expect(phone.getByLabel('Hva vil du legge på duken?')).toHaveValue('Og den er varm');
});
