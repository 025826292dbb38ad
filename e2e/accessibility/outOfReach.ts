import type { Page } from '@playwright/test';
import type { Leader } from '../people/leader.ts';
import { expect } from '../product/productTest.ts';

/**
 * What of a page cannot be reached by whoever sees only so much of it: what makes it scroll sideways, and controls that something
 * else lies over also when they are scrolled into sight.
 */
function outOfReach(): readonly string[] {
  const faults: string[] = [];
  const nameOf = (element: Element): string =>
    `${element.tagName.toLowerCase()}.${element.className} «${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)}»`;
  const root = document.querySelector(':modal, :popover-open, .quietPanel, .composer-full') ?? document.body;
  const isSideways = (element: Element): boolean => element.scrollWidth > element.clientWidth + 1;
  const seen = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });
  for (const part of document.querySelectorAll('html, .boardMain:not(:has(> .canvasView)), .modal-body')) {
    if (!seen(part) || !isSideways(part)) continue;
    const edge = part.getBoundingClientRect().left + part.clientWidth;
    const wide = [...part.querySelectorAll('*')].filter(
      (one) => seen(one) && one.getBoundingClientRect().right > edge + 1,
    );
    // The innermost ones are those that will not bend.
    const stiff = wide.filter((one) => !wide.some((other) => other !== one && one.contains(other)));
    faults.push(`sideways in ${part.className || 'the page'}: ${stiff.slice(0, 4).map(nameOf).join(', ')}`);
  }
  const controls = root.querySelectorAll<HTMLElement>(
    'a[href], button, input, select, textarea, summary, [tabindex="0"]',
  );
  for (const control of controls) {
    if (!control.checkVisibility({ visibilityProperty: true, opacityProperty: false })) continue;
    if (
      // The way past the bar is seen when one has come to it.
      control.closest('.ds-sr-only, .skipLink:not(:focus), [inert]') ||
      control.matches(':disabled, .canvasView-surface, .canvasView-surface *')
    )
      continue;
    control.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    const { left, top, width, height } = control.getBoundingClientRect();
    const hit = document.elementFromPoint(left + width / 2, top + Math.min(height / 2, 20));
    const own = control.closest('label') ?? control;
    if (!hit || !(own.contains(hit) || hit.contains(control)))
      faults.push(`under ${hit ? nameOf(hit) : 'the edge'}: ${nameOf(control)}`);
  }
  return faults.slice(0, 12);
}

async function expectAllInReach(page: Page, what: string): Promise<void> {
  expect.soft(await page.evaluate(outOfReach), what).toEqual([]);
}

/** Goes through every view of a duk, and its dialogs. */
export async function expectEverythingInReach(leader: Leader, boardId: string): Promise<void> {
  const { page } = leader;
  const go = async (path: string, until: string): Promise<void> => {
    await page.goto(path);
    await expect(page.getByText(until).first()).toBeAttached();
  };
  const duk = `/duk/${boardId}`;

  await go('/', 'Dine duker');
  await expectAllInReach(page, 'front page');
  await go(`${duk}?vis=liste`, 'Hva vil du legge på duken?');
  await expectAllInReach(page, 'list');
  await page.getByLabel('Hva vil du legge på duken?').focus();
  await page.keyboard.type('Jeg vil ha egen nøkkel');
  await expectAllInReach(page, 'composer');
  await page.keyboard.press('Escape');
  await page
    .getByRole('button', { name: /^Skriv: / })
    .first()
    .press('Enter');
  await expect(page.getByRole('textbox', { name: /^Skriv: / })).toBeFocused();
  await expectAllInReach(page, 'list with an open note');
  await page
    .getByRole('button', { name: /^Valg: / })
    .last()
    .press('Enter');
  await expectAllInReach(page, 'options of a note');
  await page.getByRole('button', { name: 'Mer', exact: true }).press('Enter');
  await expect(page.locator(':popover-open')).toBeVisible();
  await expectAllInReach(page, 'more');

  await go(`${duk}?vis=tiltak`, 'Nytt tiltak');
  await expectAllInReach(page, 'tiltak');
  await go(`${duk}?vis=duk`, 'Papirkurv');
  await expectAllInReach(page, 'canvas');
  await go(`${duk}/plan`, 'Planen til');
  await expectAllInReach(page, 'plan');
  for (const item of ['Møtet', 'Inviter', 'Frys møtet', 'Papirkurv', 'Skriv stille'] as const) {
    await go(`${duk}?vis=liste`, 'Hva vil du legge på duken?');
    await page.getByRole('button', { name: 'Mer', exact: true }).press('Enter');
    await page.locator(':popover-open').getByRole('button', { name: item, exact: true }).press('Enter');
    await expect(
      page.getByRole(item === 'Skriv stille' ? 'heading' : 'dialog', { name: new RegExp(item) }).first(),
    ).toBeVisible();
    await expectAllInReach(page, item);
  }
}
