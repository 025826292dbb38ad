import { seriousFindings } from '../accessibility/findings.ts';
import { DukList } from '../people/dukList.ts';
import type { Participant } from '../people/participant.ts';
import { expect, test } from '../product/productTest.ts';

test('a round without names: each writes alone, and all of it lies on the duk at once, by nobody', async ({
  leader,
  newParticipant,
}) => {
  await leader.makeBoard('Planen til Ida');
  const link = await leader.inviteTo('Skrive på duken');
  await leader.closeDialog();
  const [ida, far] = [await newParticipant('Ida'), await newParticipant('Far')];
  await ida.page.setViewportSize({ width: 390, height: 844 });
  await ida.joinBy(link, 'Innbygger');
  await far.joinBy(link, 'Familie og nettverk');
  const people: readonly Participant[] = [leader, ida, far];
  for (const { page } of people) await new DukList(page).open();

  const write = async ({ page }: Participant, text: string): Promise<void> => {
    await page.getByLabel('Hva tenker du på?').fill(text);
    await page.getByRole('button', { name: 'Ta vare på' }).click();
    await page.getByLabel('Hvor skal den ligge?').selectOption({ label: 'Det som er vanskelig: Jobb' });
  };
  const done = ({ page }: Participant) => page.getByRole('button', { name: 'Jeg er ferdig' });

  await test.step('the leader opens it, and the others are asked to write along', async () => {
    await leader.openFromMore('Skriv stille');
    await leader.page.getByRole('button', { name: 'Åpne en runde' }).click();
    for (const { page } of [ida, far]) await page.getByRole('button', { name: 'Skriv med' }).click();
    await done(ida).click();
    await expect(ida.page.getByText('Skriv minst én lapp som er med i runden først.')).toBeVisible();
    expect(await seriousFindings(ida.page)).toEqual([]);
  });

  await test.step('nothing is laid before three are done', async () => {
    await write(ida, 'Jeg er redd for å miste jobben');
    await write(far, 'Jeg er sliten');
    await write(leader, 'Vi har for dårlig tid');
    await done(ida).click();
    await expect(leader.page.getByText('1 er ferdig', { exact: true })).toBeVisible();
    await leader.page.getByRole('button', { name: 'Legg runden på duken' }).click();
    await expect(leader.page.getByText('Minst tre må ha skrevet noe', { exact: false })).toBeVisible();
    await leader.page.getByRole('button', { name: 'Vent litt' }).click();
    await expect(leader.page.getByRole('heading', { name: 'Runde uten navn' })).toBeFocused();
    await done(far).click();
    await expect(leader.page.getByText('2 er ferdige', { exact: true })).toBeVisible();
    await done(leader).click();
    await expect(leader.page.getByText('3 er ferdige', { exact: true })).toBeVisible();
    expect(await seriousFindings(leader.page)).toEqual([]);
  });

  await test.step('then all of it lies there, and only each knows what was theirs', async () => {
    await leader.page.getByRole('button', { name: 'Legg runden på duken' }).click();
    await leader.page.getByRole('alert').getByRole('button', { name: 'Legg runden på duken' }).click();
    const list = new DukList(far.page);
    for (const words of ['Jeg er redd for å miste jobben', 'Jeg er sliten', 'Vi har for dårlig tid'])
      await expect(list.theme('Jobb').getByRole('listitem').filter({ hasText: words })).toContainText(
        'Runden uten navn',
      );
    const panel = ida.page.locator('.quietPanel');
    await expect(panel.getByRole('heading', { name: 'Dette la du i en runde' })).toBeVisible();
    await expect(panel.getByText('Jeg er redd for å miste jobben')).toBeVisible();
    await expect(panel.getByText('Jeg er sliten')).toHaveCount(0);
  });

  await test.step('what was written for a round that ended is not laid in one’s own name unawares', async () => {
    await leader.page.getByRole('button', { name: 'Åpne en runde' }).click();
    await expect(ida.page.getByRole('button', { name: 'Jeg er ferdig' })).toBeVisible();
    for (const words of ['Jeg tør ikke si det høyt', 'Heller ikke dette']) {
      await ida.page.getByLabel('Hva tenker du på?').fill(words);
      await ida.page.getByRole('button', { name: 'Ta vare på' }).click();
      await ida.page.getByLabel('Hvor skal den ligge?').last().selectOption({ label: 'Det som er vanskelig: Jobb' });
    }
    await leader.page.getByRole('button', { name: 'Avslutt runden' }).click();
    await leader.page.getByRole('alert').getByRole('button', { name: 'Avslutt runden' }).click();
    await expect(ida.page.getByText('Du skrev den for en runde uten navn.', { exact: false })).toHaveCount(2);
    await expect(ida.page.getByRole('button', { name: /^Legg alle på duken/ })).toHaveCount(0);
  });

  await test.step('one that is open is asked about before the meeting is frozen, and ended there', async () => {
    await leader.page.getByRole('button', { name: 'Åpne en runde' }).click();
    await expect(ida.page.getByRole('button', { name: 'Jeg er ferdig' })).toBeVisible();
    await leader.openFromBar('Frys møtet');
    const freeze = leader.page.getByRole('dialog', { name: 'Frys møtet' });
    await freeze.getByRole('button', { name: /^Se til runden/ }).click();
    await expect(freeze.getByRole('button', { name: 'Legg alt på duken' })).toHaveCount(0);
    await freeze.getByRole('button', { name: 'Avslutt runden' }).click();
    await expect(freeze.getByText('En runde uten navn er åpen', { exact: false })).toHaveCount(0);
    await expect(ida.page.getByRole('button', { name: 'Jeg er ferdig' })).toHaveCount(0);
  });
});
