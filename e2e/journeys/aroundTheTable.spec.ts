import type { CDPSession, Locator, Page } from '@playwright/test';
import { seriousFindings } from '../accessibility/findings.ts';
import { DukList } from '../people/dukList.ts';
import { expect, test } from '../product/productTest.ts';

const edges = ['Øvre kant', 'Høyre kant', 'Nedre kant', 'Venstre kant'] as const;

test.describe('round a screen that lies on the table', { tag: '@table' }, () => {
  test.use({ hasTouch: true, viewport: { width: 1920, height: 1080 } });

  test('four write at once, each at an edge and the right way up, and what they lay is seen by all', async ({
    layTable,
  }) => {
    const { leader, join } = await layTable();
    const eirin = await join('Eirin');
    const list = new DukList(eirin.page);
    await list.open();
    const { page } = leader;
    const fingers = await page.context().newCDPSession(page);
    await sitAround(page);

    const trayOf = (edge: string) => page.getByRole('region', { name: edge });
    for (const edge of edges) await page.getByRole('button', { name: `Skriv her ${edge}` }).tap();
    expect(await seriousFindings(page)).toEqual([]);

    // One letter after the other from each of them, and always in the same moment.
    const words = { 'Øvre kant': 'hus', 'Høyre kant': 'ball', 'Nedre kant': 'båt', 'Venstre kant': 'øl' };
    for (let at = 0; at < 4; at += 1) {
      const keys = edges.flatMap((edge) => {
        const letter = words[edge][at];
        if (letter === undefined) return [];
        const name = at === 0 ? letter.toLocaleUpperCase('nb') : letter;
        return trayOf(edge).getByRole('button', { name, exact: true });
      });
      await pressTogether(fingers, keys);
    }
    for (const edge of edges) {
      const word = words[edge];
      await expect(trayOf(edge).getByRole('textbox')).toHaveValue(
        `${word[0]?.toLocaleUpperCase('nb')}${word.slice(1)}`,
      );
    }
    expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('TEXTAREA');

    // Whose words they are, and where they lie, is for each to say.
    const top = trayOf('Øvre kant');
    await top.getByRole('button', { name: 'Legg på duken' }).tap();
    await expect(top.getByText('Velg farge først: hvem sine ord er det?')).toBeVisible();
    await top.getByRole('button', { name: 'Innbygger' }).tap();
    await top.getByRole('button', { name: 'Legg på duken' }).tap();
    await top.getByRole('radio', { name: 'Vanskelig' }).tap();
    await top.getByRole('radio', { name: 'Bosituasjon' }).tap();
    await expect(list.theme('Bosituasjon').getByRole('listitem').filter({ hasText: 'Hus' })).toContainText('Innbygger');
    await expect(top.getByRole('textbox')).toHaveValue('');
    // The others' words are where they were.
    await expect(trayOf('Høyre kant').getByRole('textbox')).toHaveValue('Ball');

    await trayOf('Høyre kant').getByRole('button', { name: 'Lukk' }).tap();
    await page.getByRole('button', { name: 'Skriv her Høyre kant' }).tap();
    await expect(trayOf('Høyre kant').getByRole('textbox')).toHaveValue('Ball');
  });

  test('the sheet is turned to an edge for a moment, and a note to whoever sits nearest', async ({ layTable }) => {
    const { leader } = await layTable();
    const { page, sheet } = leader;
    await sitAround(page);
    await page.getByRole('button', { name: 'Skriv her Øvre kant' }).tap();
    const top = page.getByRole('region', { name: 'Øvre kant' });
    await top.getByRole('button', { name: 'Vend duken hit' }).tap();
    await expect(page.locator('.canvasView-surface')).toHaveCSS('rotate', '180deg');
    await page.getByRole('button', { name: 'Trykk for å snu tilbake' }).tap();
    await expect(page.locator('.canvasView-surface')).toHaveCSS('rotate', 'none');
    await top.getByRole('button', { name: 'Lukk' }).tap();

    await sheet.takeAndLay('works', 'Jobb');
    const turned = sheet.editor;
    await expect(turned).toBeFocused();
    const before = await turned.evaluate((box) => getComputedStyle(box).rotate);
    await page.getByRole('button', { name: 'Snu lappen' }).tap();
    await expect.poll(() => turned.evaluate((box) => getComputedStyle(box).rotate)).not.toBe(before);
    await sheet.type('Skrevet på tvers');
    await sheet.closeNote();
    await sheet.expectSaved();

    await leader.openFromMore('Slutt med rundt bordet');
    await expect(page.getByRole('button', { name: /^Skriv her/ })).toHaveCount(0);
  });
});

async function sitAround(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Mer', exact: true }).click();
  await page.getByRole('button', { name: 'Rundt bordet' }).click();
  await expect(page.getByRole('button', { name: /^Skriv her/ })).toHaveCount(4);
}

/** Several fingers come down in one moment, and are lifted in one. */
async function pressTogether(fingers: CDPSession, keys: readonly Locator[]): Promise<void> {
  const touchPoints = await Promise.all(
    keys.map(async (key, id) => {
      const box = await key.boundingBox();
      if (!box) throw new Error('the key is not there');
      return { id, x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }),
  );
  await fingers.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
  await fingers.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}
