import type { Page } from '@playwright/test';
import { expect, test } from '../product/productTest.ts';

/** On how many lines a word stands, wherever it stands on the page. */
function linesOf(page: Page, word: string): Promise<readonly number[]> {
  return page.evaluate((wanted) => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const lines: number[] = [];
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const at = (text as Text).data.indexOf(wanted);
      if (at === -1 || text.parentElement?.closest('script, option')) continue;
      const range = document.createRange();
      range.setStart(text, at);
      range.setEnd(text, at + wanted.length);
      const tops = [...range.getClientRects()].map(({ top }) => Math.round(top));
      if (tops.length > 0) lines.push(new Set(tops).size);
    }
    return lines;
  }, word);
}

test('«Skolen/utdanning» breaks after its slash on a phone, and not in the middle of a word', async ({ layTable }) => {
  const { leader, seat } = await layTable();
  const { page } = leader;
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(`/duk/${seat.boardId}?vis=liste`);
  await page.getByRole('button', { name: 'Investeringsferden' }).click();
  await page.getByRole('button', { name: 'Vis hvert tema' }).click();
  for (const word of ['Skolen', 'utdanning']) {
    const lines = await linesOf(page, word);
    expect(lines.length).toBeGreaterThan(1);
    expect(new Set(lines)).toEqual(new Set([1]));
  }
});
