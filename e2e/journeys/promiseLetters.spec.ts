import { newExampleBoard } from '../product/newBoard.ts';
import { expect, test } from '../product/productTest.ts';

test('each who has promised something gets a letter: seen, with a link to answer by, and as files; who has nothing is named @phone', async ({
  layTable,
  product,
}) => {
  const { leader, seat } = await layTable(product, newExampleBoard);
  const { page } = leader;
  await page.goto(`/duk/${seat.boardId}/plan/3`);
  await page.getByRole('link', { name: 'Hvem har lovet hva: ett brev til hver' }).click();
  await expect(page.getByRole('heading', { name: 'Dette har dere sagt ja til' })).toBeVisible();
  await expect(page.getByText('Var med, og har ingen oppgave: Marit, Henning og Tor.')).toBeVisible();

  await page.getByRole('button', { name: /^Kaja/ }).click();
  // What leaves is looked over once.
  const words = page.getByLabel('Det Kaja skal gjøre');
  await expect(words).toHaveValue(/^Avtale karriereveiledning/);
  await words.fill('Avtale karriereveiledning i liten gruppe');
  await page.getByRole('button', { name: 'Ordene er greie' }).click();
  const letter = page.getByRole('article', { name: 'Dette har du sagt ja til' });
  await expect(letter).toContainText('Avtale karriereveiledning i liten gruppe');
  await expect(letter).toContainText('Be Marit om en lenke');
  await expect(letter).not.toContainText('Eirin');
  const plain = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Last ned som PDF' }).click();
  expect((await plain).suggestedFilename()).toBe('Dette har du sagt ja til Kaja versjon 3.pdf');

  await page.getByRole('button', { name: 'Lag lenke å svare med' }).click();
  await expect(page.getByText('Lenken til Kaja er laget, og vises bare nå.')).toBeVisible();
  const url = await page.getByRole('textbox', { name: 'Lenken' }).inputValue();
  const withLink = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Last ned Word med lenken' }).click();
  expect((await withLink).suggestedFilename()).toBe('Dette har du sagt ja til Kaja.docx');
  expect(await (await withLink).failure()).toBeNull();

  await page.goto('about:blank');
  await page.goto(url);
  await expect(page.getByText('Avtale karriereveiledning i liten gruppe')).toBeVisible();
});
