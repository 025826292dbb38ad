import type { Locator, Page } from '@playwright/test';
import type { Participant } from '../people/participant.ts';
import { newExampleBoard } from '../product/newBoard.ts';
import { expect, test } from '../product/productTest.ts';

/** As they come where something was promised last time. */
const questions = [
  'Hvordan gikk det med det vi ble enige om sist?',
  'Hva er viktig for deg?',
  'Hva fungerer?',
  'Hva er vanskelig?',
  'Hva drømmer du om?',
  'Hva må være på plass for å komme dit?',
  'Hva gjør vi nå, hvem og når?',
  'Hvor er du på ferden i dag?',
  'Når møtes vi igjen?',
  'Er dette planen din?',
] as const;

/** What somebody does to a control, with what they have. */
type Press = (control: Locator) => Promise<void>;

const byTap: Press = (control) => control.tap();

/** Goes on with Tab until the keyboard is there, as somebody without a mouse does. */
const byKeyboard: Press = async (control) => {
  await expect(control).toBeVisible();
  for (let presses = 0; presses < 200; presses += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return control.press('Enter');
    await control.page().keyboard.press('Tab');
  }
  throw new Error(`Tab does not come to ${control}`);
};

const guideOf = (page: Page): Locator => page.getByRole('region', { name: 'Møtet steg for steg' });

/** The question as it stands before somebody: above the duk, or over the box where they write. */
const isAsked = (page: Page, question: string): Promise<void> =>
  expect(
    guideOf(page)
      .getByRole('heading', { name: question, exact: true })
      .or(page.getByLabel(question, { exact: true }))
      .first(),
  ).toBeVisible();

/**
 * Leads a whole meeting from *Følg møtet* to the plan. At what works, one of the guests lays a note.
 * @returns where the plan stands
 */
async function lead(leader: Participant, guests: readonly Participant[], press: Press, version: number): Promise<void> {
  const { page } = leader;
  const [first] = guests;
  if (!first) throw new Error('nobody is there');
  await press(page.getByRole('button', { name: 'Mer', exact: true }));
  await press(page.locator(':popover-open').getByRole('button', { name: 'Følg møtet', exact: true }));
  await press(page.getByRole('region', { name: 'Vil dere følge møtet?' }).getByRole('button', { name: 'Følg møtet' }));
  for (const question of questions) {
    for (const { page: each } of [leader, ...guests]) await isAsked(each, question);
    if (question === 'Hva er vanskelig?') {
      await first.page.getByRole('button', { name: 'Skriv stille', exact: true }).first().click();
      await first.page.getByLabel('Ditt svar: Hva er vanskelig?').fill('Jeg sover dårlig');
      await first.page.getByRole('button', { name: 'Ta vare på' }).click();
      await expect(first.page.getByRole('textbox', { name: 'Egen lapp 1' })).toHaveValue('Jeg sover dårlig');
      await first.page.getByRole('button', { name: 'Lukk', exact: true }).first().click();
    }
    if (question !== questions.at(-1)) await press(guideOf(page).getByRole('button', { name: 'Neste', exact: true }));
  }
  await press(guideOf(page).getByRole('button', { name: 'Frys møtet', exact: true }));
  const freeze = page.getByRole('dialog', { name: 'Frys møtet' });
  await press(freeze.getByRole('button', { name: 'Frys møtet', exact: true }));
  await expect(page).toHaveURL(new RegExp(`/plan/${version}$`));
  // What was written quietly and not laid is in nobody's plan.
  await expect(page.getByRole('article').getByText('Jeg sover dårlig')).toHaveCount(0);
  for (const { page: each } of guests) await expect(each.getByText('Planen er klar').first()).toBeVisible();
}

test('a whole meeting with Eirin is led by keyboard alone, and five see every question', async ({
  layTable,
  product,
}) => {
  test.slow();
  const { leader, join } = await layTable(product, newExampleBoard);
  const guests: Participant[] = [];
  for (const name of ['Eirin', 'Tor', 'Kaja', 'Henning']) guests.push(await join(name));
  const sizes = [
    { width: 390, height: 844 },
    { width: 820, height: 1180 },
    { width: 1280, height: 800 },
    { width: 1920, height: 1080 },
  ];
  for (const [at, { page }] of guests.entries()) await page.setViewportSize(sizes[at] ?? { width: 390, height: 844 });
  await guests[0]?.page.getByRole('link', { name: 'Liste' }).click();
  await lead(leader, guests, byKeyboard, 4);
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, viewport: { width: 820, height: 1180 } });
  test('a whole meeting with Selam and Dawit is led from a tablet', async ({ layTable, product }) => {
    test.slow();
    const { leader, join } = await layTable(product, (at) => newExampleBoard(at, 'selam-dawit'));
    await lead(leader, [await join('Selam')], byTap, 4);
  });
});

test.describe('by phone', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });
  test('a whole meeting with Sander is led from a phone, and followed on one', async ({ layTable, product }) => {
    test.slow();
    const { leader, join } = await layTable(product, (at) => newExampleBoard(at, 'sander'));
    const sander = await join('Sander');
    await sander.page.getByRole('link', { name: 'Liste' }).click();
    await lead(leader, [sander], byTap, 3);
  });
});
