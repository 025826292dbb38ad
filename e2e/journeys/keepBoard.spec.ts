import { expect, test } from '../product/productTest.ts';

test('the leader renames the duk, closes the case for a reason and opens it again: all see it, and nobody writes meanwhile', async ({
  layTable,
}) => {
  const { leader, join } = await layTable();
  const eirin = await join('Eirin');
  const about = leader.page.getByRole('dialog', { name: 'Om duken' });
  await leader.openFromMore('Om duken');
  await about.getByLabel('Hva heter duken?').fill('Ida og barna');
  await about.getByRole('button', { name: 'Gi nytt navn' }).click();
  await expect(about.getByText('Duken har fått nytt navn.')).toBeVisible();
  await expect(eirin.page.getByRole('heading', { name: 'Ida og barna' })).toBeVisible();

  await about.getByRole('button', { name: 'Avslutt saken' }).click();
  await expect(about.getByText('Skriv en grunn')).toBeVisible();
  await about.getByLabel('Hvorfor avsluttes saken?').fill('Familien har flyttet');
  await about.getByRole('button', { name: 'Avslutt saken' }).click();
  for (const { page } of [leader, eirin]) {
    await expect(page.getByText('Saken er avsluttet.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Ny lapp' })).toHaveCount(0);
  }
  await leader.page.getByRole('link', { name: 'Til forsiden' }).click();
  const mine = leader.page.getByRole('region', { name: 'Dine duker' });
  await expect(mine.getByRole('link', { name: 'Ida og barna' })).toBeHidden();
  await mine.getByText('Arkivert duk (1)').click();
  await mine.getByRole('link', { name: 'Ida og barna' }).click();

  await leader.openFromMore('Om duken');
  await expect(about.getByText('Grunn: Familien har flyttet')).toBeVisible();
  await about.getByRole('button', { name: 'Åpne saken igjen' }).click();
  for (const { page } of [leader, eirin]) await expect(page.getByRole('button', { name: 'Ny lapp' })).toBeVisible();
});

test('the leader deletes the duk, by writing its name, and it is gone for everybody', async ({ layTable }) => {
  const { leader, seat, join } = await layTable();
  const eirin = await join('Eirin');
  await eirin.sheet.newNote('Dette skal bort');
  await eirin.sheet.expectSaved();
  await leader.openFromMore('Om duken');
  await leader.page.getByRole('button', { name: 'Slett duken …' }).click();
  const question = leader.page.getByRole('dialog', { name: 'Slette «Planen til Eirin» for godt?' });
  await expect(question).toContainText('Alle lapper, planversjoner, møter');
  await question.getByRole('button', { name: 'Slett for godt' }).click();
  await expect(question.getByText('Det er ikke navnet på duken.')).toBeVisible();
  await question.getByLabel('Skriv «Planen til Eirin» for å slette').fill('planen til eirin');
  await question.getByRole('button', { name: 'Slett for godt' }).click();

  await expect(leader.page.getByRole('heading', { name: 'Alle rundt samme duk' })).toBeVisible();
  await expect(leader.page.getByRole('link', { name: /Planen til Eirin/ })).toHaveCount(0);
  await expect(eirin.page.getByRole('heading', { name: 'Duken er ikke her lenger' })).toBeVisible();
  await leader.page.goto(`/duk/${seat.boardId}`);
  await expect(leader.page.getByRole('heading', { name: 'Du trenger en lenke' })).toBeVisible();
});
