import { seriousFindings } from '../accessibility/findings.ts';
import { DukList } from '../people/dukList.ts';
import { expect, test } from '../product/productTest.ts';

test('what a service writes is explained at a press, without the net too; what others write is not remarked on', async ({
  layTable,
}) => {
  const { leader, join } = await layTable();
  const mona = new DukList(leader.page);
  const eirin = new DukList((await join('Eirin')).page);
  await mona.open();
  await eirin.open();
  const words = 'NAV fatter vedtak om AAP';
  await mona.lay(words, 'Jobb', 'Gjøre nå');
  await eirin.lay('Jeg forstår ikke vedtaket', 'Økonomi', 'Vanskelig');

  const note = eirin.note(words);
  await expect(note.getByText('Hva betyr')).toBeVisible();
  await eirin.page.context().setOffline(true);
  await note.getByRole('button', { name: 'AAP', exact: true }).press('Enter');
  await expect(note.getByText('AAP: Penger fra NAV mens en er syk og prøver å finne ut av jobb.')).toBeVisible();
  await note.getByRole('button', { name: 'vedtak', exact: true }).click();
  await expect(note.getByText('vedtak: Et svar fra NAV')).toBeVisible();
  await expect(note.getByText('AAP: ')).toBeHidden();
  expect(await seriousFindings(eirin.page)).toEqual([]);
  await eirin.page.context().setOffline(false);

  const own = mona.note('Jeg forstår ikke vedtaket');
  await expect(own).toBeVisible();
  await expect(own.getByText('Hva betyr')).toHaveCount(0);
});

test('whoever writes a long sentence for a service is asked whether it could be two, and nobody else', async ({
  layTable,
}) => {
  const { leader, join } = await layTable();
  const mona = new DukList(leader.page);
  const eirin = new DukList((await join('Eirin')).page);
  await mona.open();
  await eirin.open();
  const long = Array.from({ length: 13 }, () => 'og så').join(' ');
  await mona.lay(long, 'Jobb', 'Gjøre nå');
  const asked = 'Setningen er lang. Kan den deles i to?';
  await mona
    .note(long)
    .getByRole('button', { name: /^Skriv: / })
    .click();
  await expect(mona.page.getByText(asked)).toBeVisible();
  await expect(eirin.note(long)).toBeVisible();
  await expect(eirin.page.getByText(asked)).toHaveCount(0);
});
