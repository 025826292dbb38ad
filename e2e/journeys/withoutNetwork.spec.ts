import type { Page } from '@playwright/test';
import { DukList } from '../people/dukList.ts';
import { Participant } from '../people/participant.ts';
import { expect, test } from '../product/productTest.ts';

test.use({ serviceWorkers: 'allow' });

/** The program lies on the device, and the page is its own. */
async function expectKept(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready);
}

test('the pages open without a network once the duk was open, and hold nothing of what the server says', async ({
  layTable,
}) => {
  const { leader } = await layTable();
  const { page } = leader;
  await leader.sheet.newNote('Ordet blåveis');
  await leader.sheet.expectSaved();
  await expectKept(page);
  const kept = await page.evaluate(async () => {
    const paths: string[] = [];
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys()) paths.push(new URL(url).pathname);
    return paths;
  });
  expect(kept).toContain('/');
  expect(kept.filter((path) => path !== '/' && !path.startsWith('/assets/'))).toEqual([]);

  await page.context().setOffline(true);
  await page.goto('/lederkort');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  // What was opened here is listed, and opens.
  await page
    .getByRole('region', { name: 'Dine duker' })
    .getByRole('link', { name: /Planen til Eirin/ })
    .click();
  await expect.poll(() => leader.sheet.whereIs('Ordet blåveis')).not.toBe('');
});

/** Everything that the browser keeps of us, as somebody finds it who has taken the machine; of keys, that they are there. */
async function keptOf(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const asked = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const isThere = (await indexedDB.databases()).some(({ name }) => name === 'duken');
    const all: unknown[] = [{ ...localStorage }, { ...sessionStorage }];
    if (isThere) {
      const database = await asked(indexedDB.open('duken'));
      for (const name of database.objectStoreNames)
        all.push(...(await asked(database.transaction(name).objectStore(name).getAll())));
      database.close();
    }
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys()) if (!url.includes('/assets/')) all.push(url);
    return JSON.stringify(all, (_key, value) =>
      value instanceof ArrayBuffer || value instanceof Uint8Array ? new TextDecoder().decode(value) : value,
    );
  });
}

test('three at a duk lose the network: one reloads, one closes the tab, and nothing is lost or doubled', async ({
  layTable,
}) => {
  const { leader, join, seat } = await layTable();
  const [eirin, far] = [await join('Eirin'), await join('Far')];
  for (const { page } of [leader, eirin, far]) await expectKept(page);
  await leader.sheet.newNoteIn('now', 'Jobb', 'Søke om startlån');
  await eirin.sheet.goTo('Søke om startlån');
  await far.sheet.goTo('Søke om startlån');
  for (const { page } of [leader, eirin, far]) await page.context().setOffline(true);

  await leader.sheet.newNoteIn('works', 'Jobb', 'Skrevet av Mona');
  await eirin.sheet.newNoteIn('dream', 'Jobb', 'Skrevet av Eirin');
  await far.sheet.newNoteIn('difficult', 'Jobb', 'Skrevet av Far');
  for (const { sheet } of [eirin, far]) await expect(sheet.waiting).toHaveText('1 lapp venter på å bli lagret.');
  await expect(eirin.page.getByText('blir liggende på denne enheten')).toBeVisible();

  // What is only begun, and for oneself alone, is there too.
  const list = new DukList(eirin.page);
  await list.open();
  await list.box.fill('Halv tanke');
  await expect.poll(() => keptOf(eirin.page)).toContain(`${seat.boardId}/private`);
  await eirin.page.reload();
  await expect(list.box).toHaveValue('Halv tanke');
  await eirin.page.goto(`/duk/${seat.boardId}?vis=duk`);
  await expect(eirin.sheet.surface).toBeVisible();
  await expect.poll(() => eirin.sheet.whereIs('Skrevet av Eirin')).not.toBe('');
  await expect.poll(() => eirin.sheet.whereIs('Søke om startlån')).not.toBe('');
  await expect(eirin.sheet.waiting).toHaveText('1 lapp venter på å bli lagret.');
  await eirin.sheet.openNote('Skrevet av Eirin');
  await eirin.sheet.type(', og mer');
  await eirin.sheet.closeNote();

  const context = far.page.context();
  await far.page.close();
  const again = new Participant(await context.newPage(), 'Far');
  await again.page.goto(`/duk/${seat.boardId}?vis=duk`);
  await expect.poll(() => again.sheet.whereIs('Skrevet av Far')).not.toBe('');

  const people = [leader, eirin, again];
  for (const { page } of people) await page.context().setOffline(false);
  for (const { sheet } of people) await sheet.expectSaved();
  for (const { sheet } of people) {
    await sheet.goTo('Skrevet av Mona');
    await sheet.goTo('Skrevet av Eirin, og mer');
    await sheet.goTo('Skrevet av Far');
    expect(await sheet.readNotes()).toHaveLength(4);
  }
  for (const { page } of people) expect(await keptOf(page)).not.toMatch(/Skrevet av|startlån/);
});

test('whoever leaves leaves nothing on the device, and whoever is removed has nothing to open there', async ({
  layTable,
}) => {
  const { leader, join, seat } = await layTable();
  const eirin = await join('Eirin');
  await leader.sheet.newNote('Ordet blåveis');
  await eirin.sheet.goTo('Ordet blåveis');
  for (const { page } of [leader, eirin]) {
    await expectKept(page);
    await expect.poll(() => keptOf(page)).toContain(seat.boardId);
    expect(await keptOf(page)).not.toContain('blåveis');
  }

  await leader.openInvitation();
  await leader.remove('Eirin');
  await expect(eirin.sheet.surface).toBeHidden();
  await expect.poll(() => keptOf(eirin.page)).not.toContain(seat.boardId);
  await eirin.page.context().setOffline(true);
  await eirin.page.goto(`/duk/${seat.boardId}`);
  await expect(eirin.page.getByRole('button', { name: 'Prøv igjen' })).toBeVisible();
  await expect(eirin.page.getByText('Ordet blåveis')).toHaveCount(0);

  await leader.closeDialog();
  await leader.page.getByRole('button', { name: 'Mer', exact: true }).click();
  await leader.page.locator(':popover-open').getByRole('link', { name: 'Forlat duken' }).click();
  await leader.page.getByRole('button', { name: 'Forlat duken' }).click();
  await expect(leader.page).toHaveURL(/\/$/);
  expect(await keptOf(leader.page)).not.toContain(seat.boardId);
});

test('whoever loses the network is seen to be away, and named before the meeting is frozen; whoever leaves is not', async ({
  layTable,
}) => {
  const { leader, join } = await layTable();
  const [far, mor] = [await join('Far'), await join('Mor')];
  const here = leader.page.getByRole('img', { name: /er her nå/ });
  await expect(here).toHaveAccessibleName(/Far.*Mor|Mor.*Far/);
  await leader.sheet.newNoteIn('now', 'Jobb', 'Søke om startlån');
  await far.page.close();
  await expect(here).not.toHaveAccessibleName(/Far/);
  // As when a phone dies: its socket says nothing more.
  const url = mor.page.url();
  await mor.page.goto('chrome://crash').catch(() => undefined);
  await expect(here).toHaveAccessibleName(/Mor: uten nett siden \d+\.\d\d$/, { timeout: 20_000 });
  await expect(here).not.toHaveAccessibleName(/Far/);

  await leader.page.getByRole('button', { name: 'Frys møtet' }).click();
  await expect(leader.page.getByText(/^Mor har vært uten nett siden/)).toBeVisible();
  await expect(leader.page.getByText(/^Far har vært uten nett siden/)).toHaveCount(0);
  await (await mor.page.context().newPage()).goto(url);
  await expect(leader.page.getByText(/^Mor har vært uten nett siden/)).toBeHidden();
});
