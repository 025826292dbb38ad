import { newExampleBoard } from '../product/newBoard.ts';
import { expect, test } from '../product/productTest.ts';

test('a plan is a draft until whom it is about has read it on a phone, answered, and said yes', {
  tag: '@phone',
}, async ({ layTable, product }) => {
  const { leader, seat, join } = await layTable(product, newExampleBoard);
  const citizen = await join('Eirin');
  const { page } = leader;
  // The newest of this example is approved: they meet again.
  await page.goto(`/duk/${seat.boardId}`);
  await leader.openFromBar('Frys møtet');
  const freeze = page.getByRole('dialog', { name: 'Frys møtet' });
  await expect(freeze).toContainText('Planen er bare et utkast helt til innbyggeren har sagt ja.');
  await freeze.getByRole('button', { name: 'Frys møtet' }).click();
  await expect(page).toHaveURL(/\/plan\/4$/);
  await expect(page.getByText('UTKAST', { exact: true })).toBeVisible();
  // Whose plan it is, the leader says of a person of the case.
  const board = `/api/boards/${seat.boardId}`;
  const { personId } = await (await citizen.page.request.get(`${board}/me`)).json();
  await page.request.patch(`${board}/people/${personId}`, { data: { isSubject: true } });

  await citizen.page.goto(`/duk/${seat.boardId}/plan/4/din`);
  await expect(citizen.page.getByText('2 av 4 tiltak er dine')).toBeVisible();
  const asked = citizen.page.getByRole('listitem').filter({ has: citizen.page.getByRole('group') });
  const first = citizen.page.getByRole('listitem').filter({ hasText: 'betalingsplan' });
  await asked.nth(1).getByRole('button', { name: 'Ja', exact: true }).click();
  await expect(page.getByText('Eirin: ja')).toBeVisible();
  await first.getByRole('button', { name: 'Jeg trenger tid' }).click();
  await first.getByLabel('Vil du si noe mer?').fill('Må snakke med Gro først');
  await first.getByRole('button', { name: 'Lagre', exact: true }).click();
  await expect(page.getByText('Må snakke med Gro først')).toBeVisible();
  // The button is gone, and focus is at what was said.
  await expect(first.getByRole('status')).toBeFocused();

  // What leaves as a file says so too, and nobody is sent what they said yes to.
  const letter = async () => (await page.request.get(`${board}/plans/4.txt`)).text();
  expect(await letter()).toContain('UTKAST');
  const links = `${board}/people/${personId}/answer-links`;
  expect((await page.request.post(links, { data: {} })).status()).toBe(409);
  const archive = `${board}/plans/4/arkiv.zip`;
  expect((await page.request.get(archive)).status()).toBe(409);

  // It waits among what needs the leader this week, until there is a yes.
  const week = await page.context().newPage();
  await week.goto('/uka');
  const waiting = week.getByRole('region', { name: 'Planer som venter på ja' });
  await expect(waiting.getByRole('link')).toHaveAttribute('href', `/duk/${seat.boardId}/plan/4`);

  // What is typed and not saved is no less said.
  await asked.nth(1).getByLabel('Vil du si noe mer?').fill('Jeg gleder meg');
  await citizen.page.getByRole('button', { name: 'Ja, jeg godkjenner planen' }).click();
  const sure = citizen.page.getByRole('dialog', { name: 'Vil du si ja til planen?' });
  await expect(sure).toContainText('ett tiltak ikke er greit ennå');
  await sure.getByRole('button', { name: 'Ja, jeg sier ja' }).click();
  await expect(citizen.page.getByText('Takk. Planen er godkjent.')).toBeVisible();
  await expect(citizen.page.getByText('Takk. Planen er godkjent.')).toBeFocused();
  await expect(first).toContainText('Du sa: Jeg trenger tid');
  await expect(page.getByText('Jeg gleder meg')).toBeVisible();
  await expect(page.getByText(/^Godkjent av Eirin /)).toBeVisible();
  await expect(page.getByText('UTKAST', { exact: true })).toBeHidden();
  await expect(waiting).toBeHidden();
  expect(await letter()).toContain('Godkjent av');
  expect(await letter()).not.toContain('UTKAST');
  expect((await page.request.post(links, { data: {} })).status()).toBe(201);

  // The family has its page for the fridge, and the archivist the package.
  await citizen.page.goto(`/duk/${seat.boardId}/plan/4/min`);
  await expect(citizen.page.locator('.minPlan').getByRole('heading', { level: 1 })).toBeVisible();
  const fridge = await citizen.page.request.get(`${board}/plans/4.pdf?form=minplan`);
  expect([fridge.status(), fridge.headers()['content-type']]).toEqual([200, 'application/pdf']);
  const taken = await page.request.get(archive);
  expect([taken.status(), taken.headers()['content-type']]).toEqual([200, 'application/zip']);
});
