import type { Page } from '@playwright/test';
import { DukList } from '../people/dukList.ts';
import { expect, test } from '../product/productTest.ts';

/** Listens as a screen reader does: what comes anew into a live region that was there before. */
async function listen(page: Page): Promise<(words: string) => Promise<number>> {
  await page.evaluate(() => {
    const regions = '[role="status"], [role="alert"], [aria-live]';
    const heard: string[] = [];
    Object.assign(window, { heard });
    new MutationObserver((changes) => {
      for (const { type, target, addedNodes } of changes) {
        const place = target instanceof Element ? target : target.parentElement;
        if (!place?.closest(regions)) continue;
        if (type === 'characterData') heard.push(target.textContent ?? '');
        for (const node of addedNodes) heard.push(node.textContent ?? '');
      }
    }).observe(document.body, { childList: true, characterData: true, subtree: true });
  });
  return (words) =>
    page.evaluate(
      (wanted) => (window as unknown as { heard: string[] }).heard.filter((said) => said.includes(wanted)).length,
      words,
    );
}

test('what happens twice is heard twice, also in the same words', async ({ layTable }) => {
  const { leader } = await layTable();
  const { page, sheet } = leader;
  const list = new DukList(page);
  await page.context().grantPermissions(['clipboard-write']);
  await list.open();
  await list.lay('Ring NAV', 'Jobb', 'Fungerer');
  await list.lay('Ring NAV', 'Jobb', 'Fungerer');
  const timesHeard = await listen(page);

  const layIt = page.getByRole('button', { name: 'Legg på duken' });
  await list.box.fill('Ring NAV');
  await list.choice('Hvor på duken?', 'Fungerer').check();
  await list.choice('Hvilket tema?', 'Jobb').check();
  await layIt.click();
  await expect.poll(() => timesHeard('Lagt på duken')).toBe(1);
  await list.box.fill('Ring NAV');
  await list.choice('Hvor på duken?', 'Fungerer').check();
  await list.choice('Hvilket tema?', 'Jobb').check();
  await layIt.click();
  await expect.poll(() => timesHeard('Lagt på duken')).toBe(2);

  // The last of its cell goes no further down, and says so each time.
  await list.note('Ring NAV').last().getByRole('button', { name: /^Valg/ }).click();
  const down = page.getByRole('button', { name: 'Flytt ned' });
  for (const times of [1, 2]) {
    await down.click();
    await expect.poll(() => timesHeard('Nummer 4 av 4')).toBe(times);
  }
  const bin = list.note('Ring NAV').last().getByRole('button', { name: 'Slett' });
  await bin.click();
  await expect.poll(() => timesHeard('Lappen er slettet')).toBe(1);
  await list.note('Ring NAV').last().getByRole('button', { name: /^Valg/ }).click();
  await bin.click();
  await expect.poll(() => timesHeard('Lappen er slettet')).toBe(2);

  await leader.openInvitation();
  await page.getByRole('button', { name: 'Lag lenke' }).click();
  for (const times of [1, 2]) {
    await page
      .getByRole('button', { name: /Kopier/ })
      .first()
      .click();
    await expect.poll(() => timesHeard('Kopiert')).toBe(times);
  }
  await leader.closeDialog();
  await page.getByRole('link', { name: 'Duk', exact: true }).click();
  // Two with the same words beside each other.
  await sheet.goTo('Ring NAV');
  const before = await timesHeard('Ring NAV');
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => timesHeard('Ring NAV')).toBe(before + 1);
});
