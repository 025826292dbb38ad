import type { Locator, Page } from '@playwright/test';
import { seriousFindings } from '../accessibility/findings.ts';
import { newExampleBoard } from '../product/newBoard.ts';
import { expect, test } from '../product/productTest.ts';

/** Everything that comes to a window by the network from now on, as text. */
function onTheWire(page: Page): () => Promise<string> {
  const seen: Promise<string>[] = [];
  page.on('response', (response) => seen.push(response.text().catch(() => '')));
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => seen.push(Promise.resolve(payload.toString()))),
  );
  return async () => (await Promise.all(seen)).join('\n');
}

test('somebody tells it once, lets one newcomer read it, and takes that back while they read', {
  tag: '@phone',
}, async ({ layTable, product }) => {
  const { leader, seat, join } = await layTable(product, newExampleBoard);
  const [eirin, hanne] = [await join('Eirin'), await join('Hanne')];
  const board = `/api/boards/${seat.boardId}`;
  const duk = `/duk/${seat.boardId}`;
  const { personId } = await (await eirin.page.request.get(`${board}/me`)).json();
  await leader.page.request.patch(`${board}/people/${personId}`, { data: { isSubject: true } });
  const wires = [onTheWire(leader.page), onTheWire(hanne.page)];

  // Told at the own page, which the duk leads to, and saved as one stops to think.
  const own = eirin.page;
  await own.goto(duk);
  await own.getByRole('button', { name: 'Mer', exact: true }).click();
  await own.getByRole('link', { name: 'Min historie' }).click();
  await expect(own.getByText('Ingen andre ser den, heller ikke den som leder saken')).toBeVisible();
  const words = own.getByLabel('Historien din');
  await words.fill('Jeg heter Eirin. Vaktordhistorie.');
  await expect(own.getByText('Lagret', { exact: true })).toBeVisible();
  // What is on its way is saved as one leaves, and stands there when one comes back.
  await words.press('ControlOrMeta+End');
  await words.pressSequentially(' Jeg tegner.');
  await own.getByRole('link', { name: 'Til duken' }).click();
  await expect(own.getByRole('heading', { level: 1 })).toBeVisible();
  await own.goto(`${duk}/historie`);
  await expect(words).toHaveValue('Jeg heter Eirin. Vaktordhistorie. Jeg tegner.');

  // The leader and a newcomer learn that it is there, and no more.
  await leader.page.goto(`${duk}/historie`);
  await expect(leader.page.getByText('Eirin har en historie. Spør om du kan lese den.')).toBeVisible();
  const reader = hanne.page;
  await reader.goto(duk);
  await expect(reader.getByText('Eirin har en historie. Spør om du kan lese den.')).toBeVisible();
  await reader.getByRole('button', { name: 'Spør om å lese' }).click();
  await expect(reader.getByText('Eirin har en historie. Spør om du kan lese den.')).toHaveCount(0);

  // Eirin is told without doing anything, and says no first.
  const row = own.getByRole('listitem').filter({ hasText: 'Hanne' });
  await expect(row).toContainText('Spør om å få lese den');
  await reader.goto(`${duk}/historie`);
  await expect(reader.getByText('Du har spurt om å få lese den.')).toBeVisible();
  await row.getByRole('button', { name: 'Ikke nå for Hanne' }).click();
  await expect(reader.getByText('Du kan ikke lese den nå.')).toBeVisible();
  for (const wire of wires) expect(await wire()).not.toContain('Vaktordhistorie');

  await row.getByRole('button', { name: 'Si ja til Hanne' }).click();
  await expect(reader.getByText('Jeg heter Eirin. Vaktordhistorie. Jeg tegner.')).toBeVisible();
  await row.getByRole('button', { name: 'Ta tilbake fra Hanne' }).click();
  await expect(reader.getByText('Vaktordhistorie')).toHaveCount(0);
  await expect(reader.getByText('Du kan ikke lese den nå.')).toBeVisible();
  await expect(leader.page.getByText('Eirin har en historie. Spør om du kan lese den.')).toBeVisible();
  expect(await wires[0]?.()).not.toContain('Vaktordhistorie');

  // Who has read it, Eirin sees; and takes all of it away, after it was said what that does.
  await own.getByRole('link', { name: 'Se når noen har lest den' }).click();
  await expect(own.getByText('Hanne leste historien til Eirin')).toBeVisible();
  await own.goto(`${duk}/historie`);
  const download = own.waitForEvent('download');
  await own.getByRole('button', { name: 'Last ned' }).click();
  expect((await download).suggestedFilename()).toBe('Min historie.txt');
  await own.getByRole('button', { name: 'Slett historien …' }).click();
  await own.getByRole('dialog').getByRole('button', { name: 'Slett historien' }).click();
  await expect(words).toHaveValue('');
  await expect(words).toBeFocused();
  await expect(reader.getByText('Ingen har skrevet noen historie her.')).toBeVisible();
});

test('nothing that is written of a story is lost on the way', async ({ layTable, product }) => {
  const { leader, seat, join } = await layTable(product, newExampleBoard);
  const { page } = await join('Eirin');
  const { personId } = await (await page.request.get(`/api/boards/${seat.boardId}/me`)).json();
  await leader.page.request.patch(`/api/boards/${seat.boardId}/people/${personId}`, { data: { isSubject: true } });
  const story = `/duk/${seat.boardId}/historie`;
  const words = page.getByLabel('Historien din');
  const toWrite = '**/api/boards/*/me/story';

  // It was saved, and the answer never came: what comes after it is saved too.
  await page.goto(story);
  await page.route(
    toWrite,
    async (route) => {
      await route.fetch();
      await route.abort();
    },
    { times: 1 },
  );
  await words.fill('En.');
  await expect(page.getByRole('alert').first()).toBeVisible();
  await words.fill('En. To.');
  await expect(page.getByText('Lagret', { exact: true })).toBeVisible({ timeout: 12_000 });

  // One leaves while something is on its way: what was written since then follows it.
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(
    toWrite,
    async (route) => {
      await held;
      await route.continue();
    },
    { times: 1 },
  );
  const onItsWay = page.waitForRequest(toWrite);
  await words.fill('En. To. Tre.');
  await onItsWay;
  await words.fill('En. To. Tre. Fire.');
  await page.getByRole('link', { name: 'Til duken' }).click();
  await expect(words).toHaveCount(0);
  letGo();
  await expect
    .poll(async () => (await (await page.request.get(`/api/boards/${seat.boardId}/stories`)).json()).own.words)
    .toBe('En. To. Tre. Fire.');

  // One leaves without a network: the words are there when one comes back to the page, and are saved then.
  await page.goto(story);
  await expect(words).toHaveValue('En. To. Tre. Fire.');
  await page.route(toWrite, (route) => route.abort());
  await words.fill('En. To. Tre. Fire. Fem.');
  await page.getByRole('link', { name: 'Til duken' }).click();
  await expect(words).toHaveCount(0);
  await page.unroute(toWrite);
  await page.goBack();
  await expect(words).toHaveValue('En. To. Tre. Fire. Fem.');
  await expect(page.getByText('Lagret', { exact: true })).toBeVisible({ timeout: 12_000 });
});

test('who has written in two windows at once keeps both texts until they choose, and a story told anew is not written over', async ({
  layTable,
  product,
}) => {
  const { leader, seat, join } = await layTable(product, newExampleBoard);
  const { page } = await join('Eirin');
  const { personId } = await (await page.request.get(`/api/boards/${seat.boardId}/me`)).json();
  await leader.page.request.patch(`/api/boards/${seat.boardId}/people/${personId}`, { data: { isSubject: true } });
  const story = `/duk/${seat.boardId}/historie`;
  const other = await page.context().newPage();
  const [here, there] = [page, other].map((window) => window.getByLabel('Historien din')) as [Locator, Locator];
  const isSaved = async (window: Page) => {
    await expect(window.getByText('Lagret', { exact: true })).toBeVisible({ timeout: 12_000 });
  };
  await page.goto(story);
  await here.fill('Jeg heter Eirin.');
  await isSaved(page);
  await other.goto(story);
  await expect(there).toHaveValue('Jeg heter Eirin.');

  await test.step('both write on, and nothing is saved over the other', async () => {
    // The other window hears nothing while it writes, as on a train.
    await other.route('**/api/boards/*/me/story', (route) => route.abort());
    await there.fill('Jeg heter Eirin. Jeg tegner.');
    await expect(other.getByText('Ikke lagret ennå.', { exact: false })).toBeVisible();
    await here.fill('Jeg heter Eirin. Jeg har en sønn.');
    await isSaved(page);
    await other.unroute('**/api/boards/*/me/story');
    const choice = other.getByRole('alert', { name: 'Du har skrevet i et annet vindu også' });
    await expect(choice.getByText('Jeg heter Eirin. Jeg har en sønn.')).toBeVisible({ timeout: 12_000 });
    await expect(there).toHaveValue('Jeg heter Eirin. Jeg tegner.');
    expect(await seriousFindings(other)).toEqual([]);
    await choice.getByRole('button', { name: 'Behold begge, etter hverandre' }).click();
    await expect(there).toHaveValue('Jeg heter Eirin. Jeg har en sønn.\n\nJeg heter Eirin. Jeg tegner.');
    await isSaved(other);
    await expect(here).toHaveValue(await there.inputValue());
  });

  await test.step('it is erased in one while the other writes, and the writer chooses', async () => {
    await other.route('**/api/boards/*/me/story', (route) => route.abort());
    await there.fill('Jeg heter Eirin, og tegner.');
    await page.getByRole('button', { name: 'Slett historien …' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Slett historien' }).click();
    await expect(here).toHaveValue('');
    await other.unroute('**/api/boards/*/me/story');
    const choice = other.getByRole('alert', { name: 'Historien er slettet i et annet vindu' });
    await choice.getByRole('button', { name: 'Behold det jeg har her' }).click({ timeout: 12_000 });
    await isSaved(other);
    await expect(here).toHaveValue('Jeg heter Eirin, og tegner.');
  });
});
