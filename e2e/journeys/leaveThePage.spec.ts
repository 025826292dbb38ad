import type { Page } from '@playwright/test';
import type { Participant } from '../people/participant.ts';
import { type Installation, startInstallation } from '../product/installation.ts';
import { expect, test } from '../product/productTest.ts';

/** Storage goes away under people's hands: the server must be these journeys' own. */
const own = test.extend<{ readonly server: Installation }>({
  server: async ({ servers }, use) => {
    const server = await startInstallation(servers);
    await use(server);
    await server.remove();
  },
});

const sign = ({ sheet }: Participant) => sheet.savedSign;

/** A note is written while this browser has no network. */
async function writeOffline(participant: Participant, text: string): Promise<void> {
  await participant.page.context().setOffline(true);
  await participant.sheet.newNote(text);
  await expect(participant.sheet.waiting).toContainText('venter');
}

const waysOut: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  'the mark': (page) => page.getByRole('link', { name: 'Til forsiden' }).click(),
  'the plan tab': (page) => page.getByRole('link', { name: 'Plan', exact: true }).click(),
  // To where they came from: the front page, by the browser's own arrow.
  Back: (page) => page.goBack(),
};

for (const [name, leave] of Object.entries(waysOut)) {
  test(`a note waits without a network: leaving by ${name} loses nothing, and it arrives later`, async ({
    layTable,
  }) => {
    const { seat, leader, join } = await layTable();
    const eirin = await join('Eirin');
    await leader.sheet.newNoteIn('now', 'Jobb', 'Til planen');
    await leader.sheet.expectSaved();
    const meeting = await fetch(`${seat.url}/api/boards/${seat.boardId}/meetings`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: seat.cookie },
      body: JSON.stringify({ date: '2026-11-22', present: [] }),
    });
    const { meetingId } = (await meeting.json()) as { meetingId: string };
    await fetch(`${seat.url}/api/boards/${seat.boardId}/meetings/${meetingId}/freeze`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: seat.cookie },
      body: '{}',
    });
    // Every page has been seen, as when one has worked for a while.
    await leader.page.getByRole('link', { name: 'Plan', exact: true }).click();
    await expect(leader.page.getByRole('article')).toBeVisible();
    await leader.page.getByRole('link', { name: 'Til forsiden' }).click();
    await expect(leader.page.getByRole('heading', { name: 'Dine duker' })).toBeVisible();
    await leader.page.getByRole('link', { name: /Investeringsleder/ }).click();
    await leader.sheet.expectSaved();

    await writeOffline(leader, 'Skrevet uten nett');
    await leave(leader.page);
    await expect(leader.sheet.surface).toBeHidden();
    await expect(leader.page.getByRole('status').filter({ hasText: 'venter på å bli lagret' })).toBeVisible();
    await leader.page.context().setOffline(false);

    await expect.poll(() => eirin.sheet.whereIs('Skrevet uten nett'), { timeout: 20_000 }).not.toBe('');
    await expect(leader.page.getByText('venter på å bli lagret')).toBeHidden({ timeout: 20_000 });
  });
}

own(
  'storage is away: the duk stays on screen, and what was written arrives when it is back',
  async ({ server, layTable }) => {
    const { leader, join } = await layTable(server);
    const eirin = await join('Eirin');
    await server.killHard();
    await expect(sign(leader)).toContainText('Uten nett');
    // What stands in for the server answers every question with 503, to the stream of news too.
    let asked = 0;
    await leader.page.route('**/api/**', (route) => {
      asked += 1;
      return route.fulfill({
        status: 503,
        contentType: 'application/problem+json',
        body: JSON.stringify({
          type: '/problems/storageUnavailable',
          title: 'Lageret svarer ikke',
          status: 503,
          detail: 'Serveren får ikke lagret akkurat nå.',
        }),
      });
    });
    await leader.sheet.newNote('Skrevet mens lageret var borte');
    await expect.poll(() => asked, { timeout: 20_000 }).toBeGreaterThan(2);
    await expect(leader.sheet.surface).toBeVisible();
    await expect(leader.sheet.waiting).toContainText('venter');
    await leader.page.unrouteAll();
    await server.startAgain();
    await expect(sign(leader)).toContainText('Lagret', { timeout: 20_000 });
    await expect.poll(() => eirin.sheet.whereIs('Skrevet mens lageret var borte'), { timeout: 20_000 }).not.toBe('');
  },
);

test('a half-written note is still there after a look at another page', async ({ layTable }) => {
  const { leader, seat } = await layTable();
  await leader.page.goto(`/duk/${seat.boardId}?vis=liste`);
  await leader.page.getByLabel('Hva vil du legge på duken?').fill('Halvferdig tanke');
  await leader.page.getByRole('link', { name: 'Til forsiden' }).click();
  await leader.page.getByRole('link', { name: /Investeringsleder/ }).click();
  await leader.page.getByRole('link', { name: 'Liste', exact: true }).click();
  await expect(leader.page.getByLabel('Hva vil du legge på duken?')).toHaveValue('Halvferdig tanke');
});

test('access is taken back while a note waits: it is given back as text to copy', async ({ layTable }) => {
  const { leader, join } = await layTable();
  const eirin = await join('Eirin');
  await writeOffline(eirin, 'Rakk ikke fram');
  await leader.openInvitation();
  await leader.remove('Eirin');
  await eirin.page.context().setOffline(false);
  await expect(eirin.page.getByLabel('Det du skrev')).toHaveValue('Rakk ikke fram', { timeout: 20_000 });
  await eirin.page.getByRole('button', { name: 'Jeg har det jeg trenger' }).click();
  await expect(eirin.page.getByLabel('Det du skrev')).toBeHidden();
});

test('a part of the page that cannot be had says so in its own place, and can be asked for again', async ({
  layTable,
}) => {
  const { leader, seat } = await layTable();
  await leader.page.route('**/CanvasView-*.js', (route) => route.abort());
  await leader.page.goto(`/duk/${seat.boardId}?vis=liste`);
  await leader.page.getByLabel('Hva vil du legge på duken?').fill('Fra listen');
  await leader.page.getByRole('radio', { name: 'Drømmer' }).check();
  await leader.page.getByRole('button', { name: 'Legg på duken' }).click();
  await leader.page.getByRole('link', { name: 'Duk', exact: true }).click();
  await expect(leader.page.getByText('Denne delen av siden kom ikke fram')).toBeVisible();
  await expect(sign(leader)).toContainText('Lagret');
  await leader.page.unrouteAll();
  await leader.page.getByRole('button', { name: 'Prøv igjen' }).click();
  await expect(leader.sheet.surface).toBeVisible();
});
