import { writeFileSync } from 'node:fs';
import type { Page, TestInfo } from '@playwright/test';
import { DukList } from '../people/dukList.ts';
import { newExampleBoard } from '../product/newBoard.ts';
import { expect, test } from '../product/productTest.ts';
import { runTool } from '../product/runTool.ts';

/** What comes out of the printer: each page's words. */
async function print(page: Page, testInfo: TestInfo, name: string): Promise<readonly string[]> {
  const file = testInfo.outputPath(`${name}.pdf`);
  writeFileSync(file, await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  return runTool('pdftotext', '-layout', file, '-').split('\f').slice(0, -1);
}

test('list and tiltak print whole and without what is pressed, and the duk as one sheet, in light colours', async ({
  layTable,
}, testInfo) => {
  const { page } = (await layTable(undefined, newExampleBoard)).leader;
  await page.emulateMedia({ colorScheme: 'dark' });
  const list = new DukList(page);
  await list.open();
  const notes = await page.locator('li[data-note] > p[dir]').allTextContents();
  expect(notes.length).toBeGreaterThan(20);

  const pages = await print(page, testInfo, 'list');
  expect(pages.length).toBeGreaterThan(1);
  const words = pages.join(' ').replace(/\s+/g, ' ');
  for (const note of notes) expect(words).toContain(note.trim().replace(/\s+/g, ' ').slice(0, 30));
  expect(words).toContain('Planen til');
  for (const pressed of ['Legg på duken', 'Papirkurv', 'Valg', 'Frys møtet', 'Lagret'])
    expect(words).not.toContain(pressed);

  await page.getByRole('link', { name: 'Tiltak', exact: true }).click();
  const actions = await page.locator('.actionList tbody th').allTextContents();
  expect(actions.length).toBeGreaterThan(3);
  const table = (await print(page, testInfo, 'tiltak')).join(' ').replace(/\s+/g, ' ');
  for (const action of actions) expect(table).toContain(action.trim().split(/\s+/).slice(0, 2).join(' '));
  expect(table).not.toContain('Endre');

  await page.getByRole('link', { name: 'Duk', exact: true }).click();
  await expect(page.getByRole('application')).toBeVisible();
  await page.evaluate(() => {
    const sheet = document.querySelector<HTMLCanvasElement>('.printedSheet');
    window.addEventListener('beforeprint', () => {
      const { width = 0, height = 0 } = sheet ?? {};
      const small = new OffscreenCanvas(64, 32).getContext('2d');
      if (!sheet || !small) return;
      small.drawImage(sheet, 0, 0, 64, 32);
      const { data } = small.getImageData(0, 0, 64, 32);
      Object.assign(window, {
        printed: { width, height, light: data.reduce((sum, part) => sum + part, 0) / data.length },
      });
    });
  });
  expect(await print(page, testInfo, 'duk')).toHaveLength(1);
  const printed = await page.evaluate(
    () => (window as unknown as { printed: { width: number; height: number; light: number } }).printed,
  );
  expect(printed.width).toBeGreaterThan(3000);
  expect(printed.height).toBeGreaterThan(1000);
  expect(printed.light, 'the dim look is dark').toBeGreaterThan(200);
  await expect(page.locator('html')).toHaveAttribute('data-color-scheme', 'dark');
});
