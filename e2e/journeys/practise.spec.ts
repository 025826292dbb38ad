import { DukList } from '../people/dukList.ts';
import { expect, test } from '../product/productTest.ts';

test('somebody who never led a meeting practises one, task by task, until there is a plan', async ({
  page,
  product,
}) => {
  await page.goto(product.url);
  await page.getByRole('button', { name: 'Begynn å øve' }).click();
  const bar = page.getByRole('region', { name: 'Øv på et møte' });
  const task = bar.getByRole('heading');
  await expect(task).toHaveText('Åpne møtet');
  await bar.getByRole('button', { name: 'Åpne møtet' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Åpne møtet' }).click();
  await page.keyboard.press('Escape');

  await expect(task).toHaveText('Skriv en lapp');
  const list = new DukList(page);
  await list.open();
  await list.lay('Emil spiller fotball med naboen.', 'Fritid', 'Fungerer');
  await expect(task).toHaveText('Legg lappen der den hører hjemme');
  // What is behind stays so when one comes back.
  await page.reload();
  await expect(task).toHaveText('Legg lappen der den hører hjemme');
  await list.note('hente Emil').getByRole('button', { name: /^Valg/ }).click();
  await page.getByRole('button', { name: 'Flytt til …' }).click();
  const move = page.getByRole('dialog', { name: 'Flytt lappen' });
  await move.getByLabel('Tema').selectOption('Nettverk');
  await move.getByRole('button', { name: 'Flytt', exact: true }).click();

  await expect(task).toHaveText('Hvem gjør det, og når?');
  await list.note('kommunal bolig').getByRole('button', { name: /^Valg/ }).click();
  await page.getByRole('button', { name: 'Gjør til tiltak' }).click();
  const action = page.getByRole('dialog', { name: 'Nytt tiltak' });
  await action.getByLabel('Hvem gjør det?').fill('Jon');
  await action.getByLabel('Innen').fill('2027-01-15');
  await action.getByRole('button', { name: 'Gjør til tiltak' }).click();

  await expect(task).toHaveText('La duken stille spørsmålene');
  await bar.getByRole('button', { name: 'Møtet steg for steg' }).click();
  const guide = page.getByRole('region', { name: 'Vil dere følge møtet?' });
  await guide.getByRole('button', { name: 'Følg møtet' }).click();

  await expect(task).toHaveText('Hvor er Maria på ferden?');
  await bar.getByRole('button', { name: 'Hopp over' }).click();
  await expect(task).toHaveText('Frys møtet');
  await bar.getByRole('button', { name: 'Frys møtet' }).click();
  await page.getByRole('dialog', { name: 'Frys møtet' }).getByRole('button', { name: 'Frys møtet' }).click();
  await expect(page).toHaveURL(/\/plan\/1$/);
  await page.goBack();
  await expect(task).toHaveText('Du har ledet et møte');
  await bar.getByRole('button', { name: 'Avslutt øvingen' }).click();
  await expect(bar).toHaveCount(0);
  await page.reload();
  await expect(page.getByText('Dette er et eksempel.')).toBeVisible();
  await expect(bar).toHaveCount(0);
});
