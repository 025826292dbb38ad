import type { Page } from '@playwright/test';
import { expect, test } from '../product/productTest.ts';

/**
 * Does to the page what a browser's translation does: each text goes into an element of its own, now and whenever the page
 * changes. The words stay, so that they can be found.
 */
function translateAsBrowsersDo(): void {
  const translate = (root: Node): void => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node as Text);
    for (const text of texts) {
      const { parentElement } = text;
      if (!parentElement || text.data.trim() === '' || parentElement.closest('font, script, style, textarea, svg'))
        continue;
      const outer = document.createElement('font');
      const inner = document.createElement('font');
      outer.append(inner);
      parentElement.replaceChild(outer, text);
      inner.append(document.createTextNode(text.data));
    }
  };
  const begin = (): void => {
    translate(document.body);
    new MutationObserver((changes) => {
      for (const { target } of changes) if (target.isConnected) translate(target.parentNode ?? target);
    }).observe(document.body, { childList: true, characterData: true, subtree: true });
  };
  if (document.body) begin();
  else document.addEventListener('DOMContentLoaded', begin);
}

const isWhole = (page: Page) => expect(page.getByText('Noe gikk i stykker')).toHaveCount(0);

test('a translated page is used as any other, and its signs stay true', async ({ layTable }) => {
  test.setTimeout(180_000);
  const { leader, join, seat } = await layTable();
  const { page } = leader;
  await page.addInitScript(translateAsBrowsersDo);

  await page.goto(`/duk/${seat.boardId}?vis=liste`);
  await page.getByLabel('Hva vil du legge på duken?').fill('Søke om startlån');
  await page.getByRole('radio', { name: 'Drømmer' }).check();
  await page.getByRole('button', { name: 'Legg på duken' }).click();
  await page.getByRole('button', { name: 'Skriv: Søke om startlån' }).click();
  await page.keyboard.type(' i Husbanken');
  await page.getByRole('button', { name: /^Ferdig: / }).click();
  await page.getByRole('button', { name: /^Valg: / }).click();
  await page.getByRole('button', { name: 'Gjør til tiltak' }).click();
  await page.getByRole('dialog').getByLabel('Hvem gjør det?').fill('Mona');
  await page.getByRole('dialog').getByRole('button', { name: 'Gjør til tiltak' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('button', { name: 'Angre' }).click();
  await page.getByRole('button', { name: 'Gjør om' }).click();
  await isWhole(page);

  await expect(leader.sheet.savedSign).toHaveText(/Lagret/);
  await page.context().setOffline(true);
  await page.getByLabel('Hva vil du legge på duken?').fill('Uten nett');
  await page.getByRole('radio', { name: 'Drømmer' }).check();
  await page.getByRole('button', { name: 'Legg på duken' }).click();
  await expect(leader.sheet.savedSign).toHaveText('○Uten nett');
  await page.context().setOffline(false);
  await expect(leader.sheet.savedSign).toHaveText(/^✓Lagret$/, { timeout: 20_000 });

  for (const view of ['Tiltak', 'Duk', 'Liste']) {
    await page.getByRole('link', { name: view, exact: true }).click();
    await isWhole(page);
  }
  await page.getByRole('link', { name: 'Duk', exact: true }).click();
  await page.context().setOffline(true);
  await leader.sheet.newNote('Skrevet på duken');
  await expect(leader.sheet.savedSign).toContainText(/Frakoblet|Uten nett/);
  await page.context().setOffline(false);
  await expect(leader.sheet.savedSign).toHaveText(/^✓Lagret$/, { timeout: 20_000 });
  await isWhole(page);

  await leader.openInvitation();
  await page.getByRole('button', { name: 'Lag lenke' }).click();
  await page.context().grantPermissions(['clipboard-write']);
  const copy = page.locator('.copyField > button').first();
  await copy.click();
  await expect(copy).toHaveText('✓ Kopiert');
  const eirin = await join('Eirin');
  await expect(page.getByRole('region', { name: 'Rundt bordet' }).getByText('Eirin')).toBeVisible();
  await eirin.page.close();
  await leader.closeDialog();
  await isWhole(page);

  await leader.openFromBar('Frys møtet');
  await page.getByRole('dialog').getByRole('button', { name: 'Frys møtet' }).click();
  await expect(page).toHaveURL(/\/plan\/1$/);
  await expect(page.getByRole('article')).toContainText('Søke om startlån i Husbanken');
  await page.getByRole('link', { name: 'Til forsiden' }).click();
  await page.getByRole('button', { name: 'Ny duk' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Lag duken' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await isWhole(page);
});
