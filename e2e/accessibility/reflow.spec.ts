import type { Page } from '@playwright/test';
import { newExampleBoard } from '../product/newBoard.ts';
import { expect, test } from '../product/productTest.ts';
import { expectEverythingInReach } from './outOfReach.ts';

// As 1280×1024 is at 400 %.
test('at 400 % nothing is covered, and nothing lies beside the screen', async ({ layTable, product }) => {
  const { leader, seat } = await layTable(product, newExampleBoard);
  await leader.page.setViewportSize({ width: 320, height: 256 });
  await expectEverythingInReach(leader, seat.boardId);
});

/** What a page is as wide as, once it is drawn with letters twice as large. */
async function widthWithLargeLetters(page: Page): Promise<number> {
  await page.evaluate(() => {
    const large = new CSSStyleSheet();
    large.replaceSync('html { font-size: 200% !important }');
    document.adoptedStyleSheets = [large];
  });
  await expect(page.locator('main:not(.waiting), .cloth').first()).toBeAttached();
  await expect(page.locator('.waiting')).toHaveCount(0);
  return page.evaluate(() => document.documentElement.scrollWidth);
}

test('with letters twice as large on the smallest phone, nobody reads a page sideways', async ({
  layTable,
  product,
}) => {
  const { leader, seat } = await layTable(product, newExampleBoard);
  const { page } = leader;
  await page.setViewportSize({ width: 320, height: 640 });
  const duk = `/duk/${seat.boardId}`;
  const ofCase = ['plan', 'plan/3/din', 'plan/3/gi', 'plan/3/arkiv', 'plan/3/lovet', 'plan/3/min', 'tidslinje'];
  const rows = ['samtykke', 'kontakt', 'team', 'historie', 'logg', 'ferden', 'rundt', 'puls', 'utdrag', 'barn'];
  const others = ['/', '/uka', '/inntak', '/inntak/ny', '/gevinst', '/rapport', '/lederkort', '/undersokelse'];
  const paths = [duk, `${duk}?vis=liste`, `${duk}?vis=tiltak`, ...others, '/logg-inn'].concat(
    [...ofCase, ...rows].map((name) => `${duk}/${name}`),
  );
  const tooWide: string[] = [];
  for (const path of paths) {
    await page.goto(path);
    const width = await widthWithLargeLetters(page);
    if (width > 321) tooWide.push(`${path.replace(seat.boardId, '…')} ${width}`);
  }
  expect(tooWide).toEqual([]);
});
