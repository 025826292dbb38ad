import { seriousFindings } from '../accessibility/findings.ts';
import { DukList } from '../people/dukList.ts';
import { expect, test } from '../product/productTest.ts';

test('whoever is quiet hands words to the leader, who reads them out; nobody else has them, and nothing lies on the duk', async ({
  layTable,
}) => {
  const { leader, join } = await layTable();
  const ida = await join('Ida');
  const far = await join('Far');
  await ida.page.setViewportSize({ width: 390, height: 844 });
  for (const { page } of [leader, ida, far]) await new DukList(page).open();
  const words = 'Jeg gruer meg til mandag';

  await test.step('a draft of one’s own is handed over, and one is told what that means', async () => {
    await ida.openFromMore('Skriv stille');
    await ida.page.getByLabel('Hva tenker du på?').fill(words);
    await ida.page.getByRole('button', { name: 'Ta vare på' }).click();
    await expect(ida.page.getByText('ser lederen navnet ditt og ordene', { exact: false })).toBeVisible();
    await ida.page.getByRole('button', { name: 'La lederen lese den høyt: Egen lapp 1' }).click();
    await expect(ida.page.getByText('Hos investeringslederen, som skal lese den høyt.')).toBeVisible();
    await expect(ida.page.getByRole('button', { name: /^Legg på duken/ })).toHaveCount(0);
    expect(await seriousFindings(ida.page)).toEqual([]);
  });

  await test.step('the leader is told without a name, reads it, and its writer is told', async () => {
    await expect(leader.page.getByText('Noen vil at du leser noe høyt.')).toBeVisible();
    await expect(leader.page.getByText(words)).toHaveCount(0);
    await leader.page.getByRole('button', { name: 'Vis det' }).click();
    const part = leader.page.getByRole('region', { name: 'Til deg, å lese høyt' });
    await expect(part.getByText(words)).toBeVisible();
    await expect(part.getByText('Fra Ida.', { exact: false })).toBeVisible();
    expect(await seriousFindings(leader.page)).toEqual([]);
    await part.getByRole('button', { name: 'Jeg har lest den' }).click();
    await expect(part.getByText('Alt er lest.')).toBeVisible();
    await expect(ida.page.getByText('Lest høyt.')).toBeVisible();
  });

  await expect(far.page.getByText('Noen vil at du leser noe høyt.')).toHaveCount(0);
  for (const { page } of [leader, far]) await expect(new DukList(page).note(words)).toHaveCount(0);
});
