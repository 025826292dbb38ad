import { expect, test } from '../product/productTest.ts';

test('the leader writes down a consent, NAV comes in by it, and is out at once when it is withdrawn', async ({
  layTable,
  newParticipant,
}) => {
  const { leader, seat } = await layTable();
  const { page } = leader;
  await page.getByRole('button', { name: 'Mer', exact: true }).click();
  await page.getByRole('link', { name: 'Samtykke til å dele' }).click();
  await expect(page.getByText('Det er ikke registrert noe samtykke ennå.')).toBeVisible();
  await page.getByRole('button', { name: 'Registrer samtykke' }).click();
  const form = page.getByRole('dialog', { name: 'Registrer samtykke' });
  await form.getByRole('button', { name: 'Registrer', exact: true }).click();
  await expect(form.getByText('Skriv minst én tjeneste.')).toBeVisible();
  await form.getByLabel('Hvilke tjenester kan dele med hverandre?').fill('NAV, Åsly skole');
  await form.getByRole('checkbox', { name: 'Økonomi' }).check();
  await form.getByLabel('Hva ble dere enige om?').fill('NAV og skolen kan snakke sammen om økonomien vår.');
  await form.getByLabel('Hvem gir samtykket?').fill('Eirin');
  await form.getByRole('button', { name: 'Registrer', exact: true }).click();
  await expect(page.getByRole('article', { name: 'NAV og Åsly skole' })).toContainText('Muntlig av Eirin');

  await page.getByRole('link', { name: 'Til duken' }).click();
  await expect(page.getByRole('note')).toContainText('NAV og Åsly skole kan se Økonomi');
  const link = await leader.inviteTo('Skrive på duken');
  const gro = await newParticipant('Gro');
  await gro.joinBy(link, 'Tjeneste');
  const knocking = page.getByRole('region', { name: 'Én venter på å bli sluppet inn' });
  await knocking.getByLabel('Hvilken tjeneste?').fill('Barnevernet');
  await knocking.getByRole('button', { name: 'Slipp inn Gro', exact: true }).click();
  await expect(knocking.getByText('Samtykkene i saken nevner ikke tjenesten.')).toBeVisible();
  await knocking.getByLabel('Hvilken tjeneste?').fill('NAV');
  await knocking.getByRole('button', { name: 'Slipp inn Gro', exact: true }).click();
  await expect(gro.page.getByRole('note')).toContainText('NAV og Åsly skole kan se Økonomi');

  await page.goto(`/duk/${seat.boardId}/samtykke`);
  await page.getByRole('button', { name: 'Trekk tilbake samtykket for NAV og Åsly skole' }).click();
  const question = page.getByRole('dialog', { name: 'Trekke tilbake samtykket?' });
  await expect(question).toContainText('mister tilgangen med én gang');
  await question.getByRole('button', { name: 'Trekk tilbake', exact: true }).click();
  await expect(page.getByText('NAV og Åsly skole har ikke lenger tilgang.')).toBeVisible();
  await expect(gro.page.getByRole('heading', { name: 'Samtykket gjelder ikke tjenesten din nå' })).toBeVisible();
  await expect(gro.page.getByText('Planen til Eirin')).toHaveCount(0);
});
