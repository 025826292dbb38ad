import { seriousFindings } from '../accessibility/findings.ts';
import { expect, test } from '../product/productTest.ts';

test('a device whose clock is two days ahead asks once which day it is, and the meeting gets that day', async ({
  leader,
}) => {
  const inTwoDays = new Date();
  inTwoDays.setDate(inTwoDays.getDate() + 2);
  const day = (moment: Date): string =>
    moment.toLocaleDateString('nb-NO', { day: 'numeric', month: 'long', year: 'numeric' });
  const iso = new Date().toLocaleDateString('sv-SE');
  await leader.page.clock.setSystemTime(inTwoDays);
  await leader.makeBoard('Planen til Eirin');
  await leader.sheet.newNoteIn('now', 'Jobb', 'Ringe bedriften');
  await leader.page.getByRole('button', { name: 'Frys møtet' }).click();
  const freeze = leader.page.getByRole('dialog', { name: 'Frys møtet' });
  const asked = freeze.getByRole('region', { name: 'Hvilken dag er det i dag?' });
  await expect(asked.getByRole('button')).toHaveText([day(inTwoDays), day(new Date())]);
  await expect(freeze.getByLabel('Dato')).toHaveValue(inTwoDays.toLocaleDateString('sv-SE'));
  expect(await seriousFindings(leader.page)).toEqual([]);
  await asked.getByRole('button', { name: day(new Date()) }).click();
  await expect(asked).toHaveCount(0);
  await expect(freeze.getByLabel('Dato')).toHaveValue(iso);
  await leader.page.keyboard.press('Escape');

  await leader.sheet.goTo('Ringe bedriften');
  await leader.page.keyboard.press('t');
  const agreeing = leader.page.getByRole('dialog', { name: 'Nytt tiltak' });
  await expect(agreeing.getByRole('button', { name: 'Om en uke' })).toBeVisible();
  await expect(agreeing.getByText('Hvilken dag er det i dag?')).toHaveCount(0);
});
