import { expect, test } from '../product/productTest.ts';

test('the leader empties the bin for good, while another looks into it and undoes, and nobody gets the words back', {
  tag: '@servers',
}, async ({ layTable }) => {
  const { leader, join } = await layTable();
  const eirin = await join('Eirin');
  await leader.sheet.newNoteIn('now', 'Jobb', 'Angret på dette');
  await leader.sheet.newNoteIn('works', 'Bosituasjon', 'Ringe NAV');
  await eirin.sheet.goTo('Angret på dette');
  await eirin.page.keyboard.press('Delete');
  await expect.poll(() => leader.sheet.readNotes()).toHaveLength(1);
  await eirin.page.getByRole('button', { name: 'Papirkurv', exact: true }).click();
  const eirinsBin = eirin.page.getByRole('dialog', { name: 'Papirkurv' });
  await expect(eirinsBin.getByRole('listitem')).toHaveCount(1);
  await expect(eirinsBin.getByRole('button', { name: 'Tøm papirkurven' })).toHaveCount(0);

  await leader.page.getByRole('button', { name: 'Papirkurv', exact: true }).click();
  const dialog = leader.page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Tøm papirkurven' }).click();
  await expect(dialog.getByRole('heading', { name: 'Tømme papirkurven for godt?' })).toBeFocused();
  await expect(dialog).toContainText('1 lapp fjernes for godt');
  await expect(dialog).toContainText('Det kan ikke angres');
  await dialog.getByRole('button', { name: 'Tøm papirkurven' }).click();
  await expect(dialog).toContainText('Papirkurven er tom');
  await expect(eirinsBin).toContainText('Papirkurven er tom');

  await eirin.page.keyboard.press('Escape');
  await eirin.page.getByTitle('Angre', { exact: true }).click();
  await eirin.sheet.newNoteIn('dream', 'Jobb', 'Jeg skriver videre');
  await eirin.sheet.expectSaved();
  await leader.page.keyboard.press('Escape');
  await expect.poll(() => leader.sheet.readNotes()).toHaveLength(2);
  await eirin.page.reload();
  await expect.poll(() => eirin.sheet.readNotes()).toHaveLength(2);
  expect((await eirin.sheet.readAll()).join()).not.toContain('Angret');

  const reader = await join('Observatør', 'viewer');
  await expect.poll(() => reader.sheet.readNotes()).toHaveLength(2);
  await reader.page.getByRole('button', { name: 'Mer', exact: true }).click();
  await expect(reader.page.getByRole('button', { name: 'Papirkurv', exact: true })).toHaveCount(0);
});
