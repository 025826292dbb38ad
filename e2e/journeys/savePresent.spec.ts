import { expect, test } from '../product/productTest.ts';

test('two names added at once, and one in another window, are all present, whichever answer is late', async ({
  layTable,
  newPage,
}) => {
  const { leader, seat } = await layTable();
  const request = async (path: string, body?: object) =>
    fetch(`${seat.url}/api/boards/${seat.boardId}/${path}`, {
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
      headers: { 'content-type': 'application/json', cookie: seat.cookie },
    });
  await request('meetings', { date: '2026-11-22', present: [{ name: 'Mona' }] });
  const other = await newPage(seat);
  await other.goto(`/duk/${seat.boardId}?vis=liste`);

  // The first save is held back until the second name stands there.
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let saves = 0;
  await leader.page.route('**/meetings/*', async (route) => {
    saves += 1;
    if (saves === 1) await held;
    await route.continue();
  });
  const add = async (page: typeof other, name: string): Promise<void> => {
    await page.getByRole('dialog').getByLabel('Legg til navn').fill(name);
    await page.getByRole('dialog').getByRole('button', { name: 'Legg til', exact: true }).click();
  };
  await leader.openFromMore('Møtet');
  await add(leader.page, 'Ola');
  await add(leader.page, 'Kari');
  await other.getByRole('button', { name: 'Mer', exact: true }).click();
  await other.locator(':popover-open').getByRole('button', { name: 'Møtet', exact: true }).click();
  await add(other, 'Gro');
  await expect(other.getByText('Endringene er lagret.')).toBeVisible();
  await expect(leader.page.getByText('Endringene er lagret.')).toBeHidden();
  letGo();
  await expect(leader.page.getByText('Endringene er lagret.')).toBeVisible();

  const { meetings } = (await (await request('meetings')).json()) as {
    meetings: { present: { name: string }[] }[];
  };
  expect(meetings[0]?.present.map(({ name }) => name).sort()).toEqual(['Gro', 'Kari', 'Mona', 'Ola']);
  await expect(leader.page.getByRole('dialog').getByText('Gro')).toBeVisible();
});
