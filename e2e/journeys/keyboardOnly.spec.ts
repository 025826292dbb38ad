import type { Page } from '@playwright/test';
import { newExampleBoard } from '../product/newBoard.ts';
import { expect, test } from '../product/productTest.ts';

/** Walks with Tab to the control of this name, and sees on the way that every stop shows where one is. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let stops = 0; stops < 80; stops += 1) {
    await page.keyboard.press('Tab');
    const focused = await focusedThing(page);
    if (!focused) continue; // The browser's own bar, or one more part of the same date.
    expect(focused.isSeen, `focus is seen on «${focused.name}»`).toBe(true);
    if (name.test(focused.name)) return;
  }
  throw new Error(`Tab never came to ${name}`);
}

/** Goes with Tab from the top of a page until it begins again. @returns how many stops it has, each of which showed where one is */
async function walkThrough(page: Page): Promise<number> {
  const seen = new Set<string>();
  for (let stops = 0; stops < 150; stops += 1) {
    await page.keyboard.press('Tab');
    const focused = await focusedThing(page);
    if (!focused && seen.size > 0 && (await page.evaluate(() => document.activeElement === document.body))) break;
    if (!focused) continue;
    expect.soft(focused.isSeen, `focus is seen on «${focused.name}»`).toBe(true);
    seen.add(`${stops} ${focused.name}`);
  }
  return seen.size;
}

/** What has the keyboard: what it is called, and whether it looks different from when it has not. */
function focusedThing(page: Page): Promise<{ name: string; isSeen: boolean } | undefined> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body || element.dataset.isLastStop) return undefined;
    for (const last of document.querySelectorAll<HTMLElement>('[data-is-last-stop]')) delete last.dataset.isLastStop;
    element.dataset.isLastStop = 'true';
    const labels = 'labels' in element ? [...((element.labels as NodeListOf<HTMLElement> | null) ?? [])] : [];
    const name = [
      element.getAttribute('aria-label'),
      ...labels.map(({ textContent }) => textContent),
      element.textContent,
    ]
      .filter(Boolean)
      .join(' ');
    const marks = (style: CSSStyleDeclaration) =>
      `${style.outline} ${style.boxShadow} ${style.borderColor} ${style.backgroundColor}`;
    const focused = [element, element.closest('label'), ...labels].filter((each) => each !== null);
    const withFocus = focused.map((each) => marks(getComputedStyle(each)));
    element.blur();
    const without = focused.map((each) => marks(getComputedStyle(each)));
    element.focus({ preventScroll: true });
    return { name, isSeen: withFocus.some((mark, index) => mark !== without[index]) };
  });
}

test('without a pointer: from the link to a note made, moved and turned into a tiltak on the canvas', async ({
  leader,
  newParticipant,
}) => {
  await leader.makeBoard('Planen til Eirin');
  const link = await leader.inviteTo('Skrive på duken');
  const eirin = await newParticipant('Eirin');
  const { page, sheet } = eirin;
  await eirin.openLink(link);
  await tabTo(page, /Hva heter du/);
  await page.keyboard.type('Eirin');
  await tabTo(page, /Innbygger/);
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(sheet.surface).toBeVisible();
  await sheet.expectSaved();

  await tabTo(page, /^Duken\. Piltaster/);
  for (const arrow of ['ArrowDown', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(arrow);
  const cell = (await sheet.heard()).replace('. Ingen lapper. Trykk Enter for å skrive en.', '');
  expect(cell).toContain('Det vi skal gjøre nå');
  await page.keyboard.press('Enter');
  await expect(sheet.editor).toBeFocused();
  await page.keyboard.type('Ringe om startlån');
  await page.keyboard.press('Escape');
  await expect(sheet.surface).toBeFocused();
  expect(await sheet.heard()).toContain(`Ringe om startlån Innbygger: Eirin. ${cell}, lapp 1 av 1.`);

  await page.keyboard.press('Alt+ArrowRight');
  await expect.poll(() => sheet.heard()).toContain('På kort sikt');
  await page.keyboard.press('m');
  const move = page.getByRole('dialog', { name: 'Flytt lappen' });
  await expect(move).toBeVisible();
  await tabTo(page, /Kolonne/);
  await page.keyboard.type('Det vi');
  await tabTo(page, /^Flytt$/);
  await page.keyboard.press('Enter');
  await expect(move).toBeHidden();
  await expect.poll(() => sheet.heard()).toContain('Det vi skal gjøre nå');

  await expect(sheet.surface).toBeFocused();
  await page.keyboard.press('t');
  const action = page.getByRole('dialog', { name: 'Nytt tiltak' });
  await expect(action).toBeVisible();
  await tabTo(page, /Hvem gjør det/);
  await page.keyboard.type('Mona');
  await tabTo(page, /^Gjør til tiltak$/);
  await page.keyboard.press('Enter');
  await expect(action).toBeHidden();
  await expect.poll(() => sheet.heard()).toContain('Tiltak: Mona, uten dato, Avtalt.');
  await expect(sheet.surface).toBeFocused();
});

test('every stop of Tab can be seen, in the list, among the tiltak, in the plan and on the front page', async ({
  layTable,
  product,
}) => {
  const { leader, seat } = await layTable(product, newExampleBoard);
  const { page } = leader;
  for (const [address, ready] of [
    [`/duk/${seat.boardId}?vis=liste`, 'Hva vil du legge på duken?'],
    [`/duk/${seat.boardId}?vis=tiltak`, 'Gjort og stoppet'],
    [`/duk/${seat.boardId}/plan/3`, 'Siden forrige møte'],
    ['/', 'Dine duker'],
  ] as const) {
    await page.goto(address);
    await expect(page.getByText(ready).first()).toBeVisible();
    expect(await walkThrough(page)).toBeGreaterThan(8);
  }
});

test("the bar's first stop leads past it", async ({ layTable, product }) => {
  const { leader, seat } = await layTable(product, newExampleBoard);
  const { page } = leader;
  for (const address of ['/', `/duk/${seat.boardId}?vis=liste`, `/duk/${seat.boardId}/plan/3`, '/personvern']) {
    await page.goto(address);
    await expect(page.getByRole('main')).toBeVisible();
    const skip = page.getByRole('button', { name: 'Hopp til innholdet' });
    await expect(page.locator('.topBar').locator('a, button').first()).toHaveText('Hopp til innholdet');
    await skip.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('main')).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(page.locator('main :focus')).toHaveCount(1);
  }
});
