import { newExampleBoard } from '../product/newBoard.ts';
import { expect, test } from '../product/productTest.ts';

test.describe('who has looked', { tag: '@phone' }, () => {
  test('NAV reads the plan; the leader sees it, and so does the one whom the plan is about, and nobody else', async ({
    layTable,
    product,
  }, testInfo) => {
    const { leader, seat, join } = await layTable(product, newExampleBoard);
    const api = `/api/boards/${seat.boardId}`;
    const eirin = await join('Eirin ved bordet');
    const gro = await join('Gro');
    const { people } = await (await leader.page.request.get(`${api}/people`)).json();
    const personId = (name: string) =>
      people.findLast((person: { name: string }) => person.name === name).personId as string;
    const say = async (name: string, data: object) =>
      expect((await leader.page.request.patch(`${api}/people/${personId(name)}`, { data })).status()).toBe(200);
    await say('Eirin ved bordet', { isSubject: true });
    await say('Gro', { service: 'NAV', readsPlans: true });

    await gro.page.goto(`/duk/${seat.boardId}/plan/3`);
    await expect(gro.page.getByRole('heading', { level: 1 })).toBeVisible();
    expect((await gro.page.request.get(`${api}/plans/3.csv`)).status()).toBe(200);

    await eirin.page.getByRole('button', { name: 'Mer', exact: true }).click();
    await eirin.page.getByRole('link', { name: 'Hvem har sett' }).click();
    await expect(eirin.page.getByRole('heading', { name: 'Hvem har sett', level: 1 })).toBeVisible();
    const today = eirin.page.getByRole('list').first();
    await expect(today.getByRole('listitem').filter({ hasText: 'Gro fra NAV leste planen, versjon 3' })).toHaveCount(1);
    await expect(today.getByText('Gro fra NAV lastet ned planen, versjon 3, som CSV')).toBeVisible();
    await expect(today.getByText('som SVG')).toHaveCount(0);
    // Where she works was not said yet then.
    await expect(today.getByText('Gro var på duken')).toBeVisible();
    await expect(today.getByText(/^kl\. \d\d?(\.\d\d)?$/).first()).toBeVisible();
    await eirin.page.screenshot({ path: testInfo.outputPath('who-has-looked.png'), fullPage: true });

    const { page } = leader;
    await page.getByRole('button', { name: 'Mer', exact: true }).click();
    await page.getByRole('link', { name: 'Hvem har sett' }).click();
    await expect(page.getByText('Eirin ved bordet var på duken')).toBeVisible();
    // By keyboard, as anybody may.
    await page.getByLabel('Vis', { exact: true }).focus();
    await page.getByLabel('Vis', { exact: true }).selectOption('Gro (NAV)');
    await expect(page.getByText('Eirin ved bordet var på duken')).toHaveCount(0);
    await expect(page.getByText('Gro var på duken')).toBeVisible();
    await page.screenshot({ path: testInfo.outputPath('who-has-looked-of-one.png'), fullPage: true });

    await gro.page.goto(`/duk/${seat.boardId}/logg`);
    await expect(gro.page.getByText('Bare investeringslederen og den planen handler om')).toBeVisible();
    expect((await gro.page.request.get(`${api}/log`)).status()).toBe(403);
  });

  test('older lines are shown when asked for, and a failure has a way out', async ({ layTable }) => {
    const { leader, seat } = await layTable();
    const { page } = leader;
    const api = `/api/boards/${seat.boardId}`;
    for (let made = 0; made < 105; made++) await page.request.post(`${api}/links`, { data: { role: 'viewer' } });
    await page.route(`**${api}/log`, (route) => route.abort(), { times: 1 });
    await page.goto(`/duk/${seat.boardId}/logg`);
    await page.getByRole('button', { name: 'Prøv igjen' }).click();
    const made = page.getByText('laget en delingslenke: Kan lese');
    await expect(made).toHaveCount(100);
    await page.getByRole('button', { name: 'Vis eldre' }).press('Enter');
    await expect(page.getByRole('status').filter({ hasText: 'Det er ikke flere linjer.' })).toBeFocused();
    await expect(made).toHaveCount(105);
  });
});
