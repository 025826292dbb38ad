import { sizes } from '@duken/shared/sheet';
import type { Page } from '@playwright/test';
import { expect, test } from '../product/productTest.ts';

/** How large a note's words are painted now, in CSS pixels. */
async function wordsOn(page: Page): Promise<number> {
  const percent = Number.parseInt((await page.getByLabel('Størrelse').textContent()) ?? '', 10);
  return (sizes.note.textFont.size * percent) / 100;
}

/** Opens an example as whoever presses it on the front page does. */
async function openExample(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: /^Åpne duken: .?Eirin.?$/ }).click();
  await expect(page).toHaveURL(/\/duk\//);
  await expect(page.getByRole('application')).toBeVisible();
}

test('all of an example is read on a table, and seen whole on laptops, where one key goes to its width and back', async ({
  leader: { page, sheet },
}) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await openExample(page);
  await sheet.showAll();
  // Measured: 51 % on this screen; the painted size is what the percentage says, rounded.
  expect(await wordsOn(page)).toBeGreaterThan(8.5);

  for (const width of [1366, 1024]) {
    await page.setViewportSize({ width, height: 768 });
    await page.reload();
    const column = page.getByRole('button', { name: 'Jobb: vis eller brett sammen' });
    await expect(column).toBeVisible();
    const [dream, works] = [await sheet.placeIn('dream', 'Jobb'), await sheet.placeIn('works', 'Jobb')];
    expect(dream.x, 'what one dreams of is in sight from the start').toBeLessThan(width);
    expect(works.x).toBeGreaterThan(0);
    await sheet.surface.focus();
    const atStart = await page.getByLabel('Størrelse').textContent();
    await page.keyboard.press('0');
    await expect(page.getByRole('button', { name: 'Vis alt' })).toHaveAttribute('aria-pressed', 'true');
    await page.keyboard.press('0');
    await expect(page.getByLabel('Størrelse')).toHaveText(atStart ?? '');
  }
});

test('the bar stays in one row, also where everything is large', async ({ leader }) => {
  await leader.makeBoard('Planen til Eirin');
  const bar = leader.page.getByRole('toolbar', { name: 'Verktøy' });
  for (const [width, height] of [
    [1920, 1080],
    [1280, 800],
    [1024, 768],
    [911, 512],
  ] as const) {
    await leader.page.setViewportSize({ width, height });
    await leader.page.getByRole('button', { name: 'Penn' }).click();
    const box = await bar.boundingBox();
    expect(box?.height, `at ${width} × ${height}, with the pen in hand`).toBeLessThan(70);
    expect(box?.width).toBeLessThanOrEqual(width);
    await leader.page.getByRole('button', { name: 'Penn' }).click();
    await leader.page.getByRole('button', { name: 'Mer', exact: true }).click();
    const menu = await leader.page.locator(':popover-open').boundingBox();
    expect((menu?.y ?? 0) + (menu?.height ?? Number.NaN), `the menu at ${width} × ${height}`).toBeLessThanOrEqual(
      height,
    );
    await leader.page.keyboard.press('Escape');
  }
});

test('one tidies the duk for everybody, and takes it back @servers', async ({ layTable }) => {
  const { leader, join } = await layTable();
  const eirin = await join('Eirin');
  await leader.sheet.newNoteIn('works', 'Jobb', 'Tegne');
  for (const text of ['Sommerjobb', 'Egen nøkkel', 'Tante Gro']) {
    await leader.sheet.goTo('Tegne');
    await leader.page.keyboard.press('n');
    await leader.sheet.type(text);
    await leader.sheet.closeNote();
  }
  await expect.poll(() => eirin.sheet.whereIs('Tante Gro')).not.toBe('');
  const rowOf = async (page: Page) =>
    (await page.getByRole('button', { name: 'Jobb: vis eller brett sammen' }).boundingBox())?.height ?? 0;
  await eirin.sheet.showAll();
  const before = await rowOf(eirin.page);

  await leader.page.getByRole('button', { name: 'Rydd duken' }).click();
  await expect(leader.page.getByText('Duken er ryddet for alle.')).toBeVisible();
  await expect.poll(() => rowOf(eirin.page)).toBeLessThan(before / 1.5);
  await leader.page.getByRole('button', { name: 'Angre', exact: true }).last().click();
  await expect.poll(() => rowOf(eirin.page)).toBeCloseTo(before, 0);
});

test('a theme that does not concern the family is put away for everybody, and comes back with its first note @servers', async ({
  layTable,
}) => {
  const { leader, join } = await layTable();
  const eirin = await join('Eirin');
  const rus = (page: Page) => page.getByRole('button', { name: 'Rus: vis eller brett sammen' });
  await rus(leader.page).click();
  await leader.page.getByRole('button', { name: 'Legg bort temaet for alle' }).click();
  await expect(rus(leader.page)).toHaveCount(0);
  await expect(rus(eirin.page)).toHaveCount(0);

  await eirin.page.getByRole('button', { name: 'Jobb: vis eller brett sammen' }).click();
  await eirin.page.getByRole('button', { name: 'Hent fram Rus' }).click();
  await expect(rus(leader.page)).toBeVisible();

  await leader.sheet.newNoteIn('works', 'Jobb', 'Sommerjobb');
  await leader.page.getByRole('button', { name: 'Jobb: vis eller brett sammen' }).click();
  await expect(leader.page.getByRole('button', { name: 'Legg bort temaet for alle' })).toHaveCount(0);
});

test('what another lays outside one’s view is told at its edge, and one press shows it', async ({ layTable }) => {
  const { leader, join } = await layTable();
  const lea = await join('Lea');
  // As near as one is who reads a note.
  for (let step = 0; step < 6; step++) await leader.page.getByRole('button', { name: 'Større' }).click();
  await lea.sheet.newNoteIn('dream', 'Nettverk', 'Jeg vil ha en hund');
  await expect(leader.page.getByRole('status').getByText('Lea skrev en lapp')).toBeVisible();
  await lea.sheet.newNoteIn('dream', 'Fritid', 'Og en katt');
  await expect(leader.page.getByRole('status').getByText('2 nye lapper')).toBeVisible();

  await leader.page.getByRole('button', { name: 'Vis', exact: true }).click();
  await expect(leader.page.getByText('2 nye lapper')).toHaveCount(0);
  const { x, y } = await leader.sheet.placeIn('dream', 'Nettverk');
  const { width = 0, height = 0 } = leader.page.viewportSize() ?? {};
  expect([x > 0 && x < width, y > 0 && y < height]).toEqual([true, true]);
});
