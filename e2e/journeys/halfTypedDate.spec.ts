import { expect, test } from '../product/productTest.ts';

test('the day of an open meeting is saved once it is whole, and nothing is called wrong before', async ({
  layTable,
}) => {
  const { leader } = await layTable();
  const { page } = leader;
  await leader.openFromMore('Møtet');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Åpne møtet' }).click();
  await expect(dialog).toHaveCount(0);
  await leader.openFromMore('Møtet');
  const answers: number[] = [];
  page.on('response', (response) => {
    if (response.request().method() === 'PATCH') answers.push(response.status());
  });
  await page.evaluate(() => {
    const alarms: string[] = [];
    Object.assign(window, { alarms });
    new MutationObserver(() => {
      for (const wrong of document.querySelectorAll('[role="alert"], .ds-validation-message'))
        alarms.push(wrong.textContent ?? '');
    }).observe(document.body, { childList: true, subtree: true });
  });
  const date = dialog.getByLabel('Dato');
  await date.focus();
  // Emptied first, as one does who begins anew; this browser's own order is month, day and year.
  await page.keyboard.press('Backspace');
  await page.keyboard.type('12302026');
  await expect(date).toHaveValue('2026-12-30');
  await expect(dialog.getByText('✓ Endringene er lagret.')).toBeVisible();
  expect(await page.evaluate(() => (window as unknown as { alarms: string[] }).alarms)).toEqual([]);
  expect(answers.length).toBeGreaterThan(0);
  expect(new Set(answers)).toEqual(new Set([200]));

  await page.keyboard.press('Backspace');
  await date.blur();
  await expect(dialog.getByText('Velg datoen for møtet.')).toBeVisible();
});
