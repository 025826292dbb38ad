import { seriousFindings } from '../accessibility/findings.ts';
import { DukList } from '../people/dukList.ts';
import { expect, test } from '../product/productTest.ts';

test('two who see it differently stand side by side, and only those who wrote it close the pair', async ({
  leader,
  newParticipant,
}) => {
  await leader.makeBoard('Planen til Selam');
  const link = await leader.inviteTo('Skrive på duken');
  await leader.closeDialog();
  const far = await newParticipant('Far');
  await far.joinBy(link, 'Familie og nettverk');
  const [fars, leaders] = [new DukList(far.page), new DukList(leader.page)];
  await fars.open();
  await fars.lay('Hjemme har vi det bra', 'Bosituasjon', 'Fungerer');
  await leaders.open();
  await leaders.note('Hjemme har vi det bra').getByRole('button', { name: /^Valg/ }).click();
  await leader.page.getByRole('button', { name: 'Vi ser det ulikt' }).click();
  await leader.page.getByRole('textbox', { name: /^Skriv: / }).fill('Vi er bekymret');
  await leader.page.getByRole('button', { name: /^Ferdig: / }).click();

  const pair = far.page.getByRole('listitem').filter({ has: far.page.getByText('Vi ser det ulikt', { exact: true }) });
  await expect(pair.getByText('Hjemme har vi det bra')).toBeVisible();
  await expect(pair.getByText('Vi er bekymret')).toBeVisible();
  expect(await seriousFindings(far.page)).toEqual([]);

  await test.step('on the duk they lie side by side, and each is said with the other', async () => {
    await far.page.getByRole('navigation', { name: 'Visninger' }).getByRole('link', { name: 'Duk' }).click();
    await far.sheet.goTo('Hjemme har vi det bra');
    const heard = [await far.sheet.whereIs('Hjemme har vi det bra')];
    await far.page.keyboard.press('ArrowRight');
    heard.push(await far.sheet.whereIs('Vi er bekymret'));
    expect(heard).toEqual([
      expect.stringMatching(/^Hjemme har vi det bra.*Vi ser det ulikt: «Vi er bekymret» \(Tjeneste\)/),
      expect.stringMatching(/^Vi er bekymret.*Vi ser det ulikt: «Hjemme har vi det bra» \(Familie og nettverk\)/),
    ]);
  });

  await test.step('whoever was answered cannot close it, and can say that it stands', async () => {
    await fars.open();
    await fars.note('Vi er bekymret').last().getByRole('button', { name: /^Valg/ }).click();
    await expect(far.page.getByRole('button', { name: 'Vi ser det ulikt', exact: true })).toBeVisible();
    await expect(far.page.getByRole('button', { name: 'Ikke lenger ulikt' })).toHaveCount(0);
    await fars.note('Hjemme har vi det bra').last().getByRole('button', { name: /^Valg/ }).click();
    await far.page.getByRole('button', { name: 'La begge stå' }).click();
    await expect(far.page.getByText('Begge lappene står.', { exact: false })).toBeVisible();
    // The keyboard stands where it stood.
    await expect(far.page.getByRole('button', { name: 'Ikke lenger ulikt' })).toBeFocused();
  });

  await test.step('two notes that lie there already are set beside each other by whoever wrote one of them', async () => {
    await fars.lay('Hun sover godt', 'Bosituasjon', 'Fungerer');
    await leaders.note('Hun sover godt').last().getByRole('button', { name: /^Valg/ }).click();
    await expect(leader.page.getByRole('button', { name: 'Vi ser det ulikt', exact: true })).toBeVisible();
    await expect(leader.page.getByLabel('Ser du ulikt på en lapp som ligger her?')).toHaveCount(0);
    await leaders.lay('Hun er trøtt på skolen', 'Bosituasjon', 'Vanskelig');
    await leaders.note('Hun er trøtt på skolen').last().getByRole('button', { name: /^Valg/ }).click();
    const pick = leader.page.getByLabel('Ser du ulikt på en lapp som ligger her?');
    await pick.selectOption({ label: '«Hun sover godt» (Familie og nettverk)' });
    await leader.page.getByRole('button', { name: 'La begge stå', exact: true }).click();
    await expect(leader.page.getByText('Lappene står ved siden av hverandre.', { exact: false })).toBeVisible();
    await expect(fars.note('Hun sover godt').last()).toContainText('Vi ser det ulikt: Hun sover godt');
  });
});
