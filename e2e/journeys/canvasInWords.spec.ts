import type { Page } from '@playwright/test';
import { DukList } from '../people/dukList.ts';
import { Typist } from '../people/typist.ts';
import { newExampleBoard } from '../product/newBoard.ts';
import { expect, test } from '../product/productTest.ts';

/** The sheet as a screen reader has it, when it reads the page from top to bottom. */
const inWords = (page: Page) => page.getByRole('region', { name: 'Duken i ord' });

test('the canvas is there in words: every note under its cell, in the tree that a screen reader reads', async ({
  layTable,
}) => {
  const { leader, join } = await layTable();
  const eirin = await join('Eirin');
  await leader.sheet.newNoteIn('works', 'Jobb', 'Mona svarer når vi ringer');
  await leader.sheet.newNoteIn('now', 'Jobb', 'Søke om startlån');
  await eirin.sheet.newNoteIn('now', 'Bosituasjon', 'Vi flytter ikke før sommeren');
  await expect(inWords(leader.page)).toMatchAriaSnapshot(`
    - region "Duken i ord":
      - region "Jobb":
        - heading "Jobb" [level=2]
        - heading "Det som fungerer" [level=3]
        - list:
          - listitem:
            - button "Mona svarer når vi ringer"
        - heading "Det vi skal gjøre nå" [level=3]
        - list:
          - listitem:
            - button "Søke om startlån"
      - region "Bosituasjon":
        - heading "Bosituasjon" [level=2]
        - heading "Det vi skal gjøre nå" [level=3]
        - list:
          - listitem:
            - button "Vi flytter ikke før sommeren"
            - text: /Innbygger. Eirin/
  `);
  // Phones' screen readers pass over what lies within an application.
  await expect(leader.sheet.surface).toBeEmpty();

  await inWords(leader.page).getByRole('button', { name: 'Søke om startlån' }).press('Enter');
  await expect(leader.sheet.editor).toBeFocused();
  await expect(leader.sheet.editor).toHaveValue('Søke om startlån');
});

test('all that lies on a full duk is said in words, in the order of the list', async ({ layTable, product }) => {
  const { leader } = await layTable(product, newExampleBoard);
  const { page } = leader;
  await expect(inWords(page).getByRole('button')).toHaveCount(29);
  const words = await inWords(page).getByRole('button').allTextContents();
  // What is not laid out until somebody reads it must be in the browser's own tree all the same.
  const tree = await (await page.context().newCDPSession(page)).send('Accessibility.getFullAXTree');
  const names = new Set(tree.nodes.filter(({ ignored }) => !ignored).map(({ name }) => name?.value as unknown));
  expect(words.filter((text) => !names.has(text.trim()))).toEqual([]);
  await new DukList(page).open();
  await expect(page.locator('li[data-note] > p[dir]')).toHaveText(words);
});

test('who stands at a note that another takes away hears who it was, and stands in its cell', async ({ layTable }) => {
  const { leader, join } = await layTable();
  const eirin = await join('Eirin');
  await leader.sheet.newNoteIn('now', 'Jobb', 'Søke om startlån');
  await eirin.sheet.newNoteIn('short', 'Jobb', 'Ringe NAV');
  await eirin.sheet.goTo('Ringe NAV');
  await eirin.page.keyboard.press('Alt+ArrowLeft');
  await eirin.sheet.goTo('Ringe NAV');
  await leader.sheet.goTo('Ringe NAV');
  await leader.page.keyboard.press('Delete');

  await expect
    .poll(() => eirin.sheet.heard())
    .toMatch(/^Lappen ble fjernet av .+: Ringe NAV\. Det vi skal gjøre nå, Jobb\. Lapper her: 1\.$/);
  await expect(eirin.sheet.surface).toBeFocused();
  await eirin.page.keyboard.press('ArrowDown');
  await expect.poll(() => eirin.sheet.heard()).toContain('Søke om startlån');
});

test('what others write is heard on the canvas too, all of it named, and can be gone through', async ({ layTable }) => {
  const { seat, leader } = await layTable();
  const { page } = leader;
  const typist = new Typist('Gro', seat);
  await expect.poll(() => typist.isSynced).toBe(true);
  typist.doc.transact(() => {
    for (let index = 0; index < 20; index += 1)
      typist.layNote({ text: `Lapp nummer ${index}`, column: 'now', theme: 'work', order: `a${index + 10}` });
  });
  const news = new DukList(page).news;
  await expect(news).toContainText('Lapp nummer 0');
  for (let index = 0; index < 20; index += 1) await expect(news).toContainText(`Lapp nummer ${index}`);

  await page.getByRole('button', { name: 'Mer', exact: true }).click();
  await page.getByRole('button', { name: 'Hva er nytt' }).click();
  const dialog = page.getByRole('dialog', { name: 'Hva er nytt' });
  await expect(dialog.getByRole('listitem')).toHaveCount(20);
  await dialog.getByRole('radio', { name: 'Ingenting' }).check();
  await dialog.getByRole('button', { name: 'Jeg har sett det' }).click();
  await expect(dialog).toBeHidden();
  typist.leave();
});
