import { seriousFindings } from '../accessibility/findings.ts';
import { DukList } from '../people/dukList.ts';
import type { Participant } from '../people/participant.ts';
import { expect, test } from '../product/productTest.ts';

const phone = { width: 390, height: 844 };

/** What is asked on a child's page, and how it was answered. */
function questionTo({ page }: Participant, words: string) {
  return page.getByRole('region', { name: words });
}

test('a child lets its mother write for it, both stand on the note, and the child takes it back', async ({
  leader,
  newParticipant,
}) => {
  await leader.makeBoard('Planen til Thea');
  const link = await leader.inviteTo('Skrive på duken');
  const [thea, mother] = [await newParticipant('Thea'), await newParticipant('Mamma')];
  await thea.page.setViewportSize(phone);
  await thea.joinBy(link, 'Barn');
  await mother.joinBy(link, 'Familie og nettverk');
  const [theas, mothers] = [new DukList(thea.page), new DukList(mother.page)];
  await mothers.open();
  const childsVoice = mother.page.getByRole('button', { name: 'Barn', exact: true });
  await expect(mothers.box).toBeVisible();
  await expect(childsVoice).toHaveCount(0);

  await test.step('the leader names the mother', async () => {
    const helper = leader.page.getByLabel('Hvem skriver for Thea?');
    await expect(helper.getByRole('option')).toHaveText(['Ingen', 'Mona', 'Mamma']);
    await helper.selectOption('Mamma');
    await expect(leader.page.getByText('Thea har ikke svart ennå.')).toBeVisible();
    await expect(leader.page.getByLabel('Hvem skriver for Mamma?')).toHaveCount(0);
    expect(await seriousFindings(leader.page)).toEqual([]);
  });

  await test.step('the child is asked, and says yes', async () => {
    const question = questionTo(thea, 'Mamma vil skrive for deg. Er det greit?');
    await expect(question.getByRole('button', { name: 'Nei' })).toBeVisible();
    expect(await seriousFindings(thea.page)).toEqual([]);
    await expect(childsVoice).toHaveCount(0);
    await question.getByRole('button', { name: 'Ja, det er greit' }).click();
    const answered = questionTo(thea, 'Mamma kan skrive for deg.');
    await expect(answered.getByRole('button', { name: 'Nei, ikke lenger' })).toBeFocused();
    expect(await seriousFindings(thea.page)).toEqual([]);
    await expect(leader.page.getByText('Thea har sagt ja.')).toBeVisible();
  });

  await test.step('the mother writes for her, and both stand on the note', async () => {
    await childsVoice.click();
    await mothers.lay('Jeg vil ha hund', 'Jobb', 'Fungerer');
    await expect(theas.note('Jeg vil ha hund')).toContainText('Barn · skrevet av Mamma');
    // The child's own words say only whose they are.
    await theas.lay('Og en katt', 'Jobb', 'Fungerer');
    await expect(theas.note('Og en katt')).toContainText('Barn · Thea');
    await expect(mothers.note('Og en katt').getByRole('button', { name: 'Skriv' })).toHaveCount(0);
    await expect(mothers.note('Jeg vil ha hund').getByRole('button', { name: 'Skriv' })).toBeVisible();
    await leader.closeDialog();
    await expect.poll(() => leader.sheet.readNotes()).toContainEqual(expect.stringContaining('skrevet av Mamma'));
  });

  await test.step('the child writes on it as on its own', async () => {
    await theas.note('Jeg vil ha hund').getByRole('button', { name: 'Skriv' }).click();
    await thea.page.getByRole('textbox', { name: /^Skriv: / }).fill('Jeg vil ha en liten hund');
    await thea.page.getByRole('button', { name: /^Ferdig: / }).click();
    await expect(mothers.note('Jeg vil ha en liten hund')).toBeVisible();
  });

  await test.step('the child takes it back, and the voice is gone from the open page', async () => {
    await questionTo(thea, 'Mamma kan skrive for deg.').getByRole('button', { name: 'Nei, ikke lenger' }).click();
    await expect(questionTo(thea, 'Mamma skriver ikke for deg.')).toBeVisible();
    await expect(childsVoice).toHaveCount(0);
    await expect(mothers.note('liten hund').getByRole('button', { name: 'Skriv' })).toHaveCount(0);
    await expect(theas.note('liten hund').getByRole('button', { name: 'Skriv' })).toBeVisible();
    await mothers.lay('Det må vi snakke om', 'Jobb', 'Fungerer');
    await expect(theas.note('Det må vi snakke om')).toContainText('Familie og nettverk · Mamma');
  });
});
