import { seriousFindings } from '../accessibility/findings.ts';
import { DukList } from '../people/dukList.ts';
import { expect, test } from '../product/productTest.ts';

test('a child writes beforehand from a phone, lays what it wants, and begins the meeting', async ({
  leader,
  newParticipant,
}) => {
  await leader.makeBoard('Planen til Liya');
  const link = await leader.inviteTo('Skrive på duken');
  await leader.closeDialog();
  const liya = await newParticipant('Liya');
  const { page } = liya;
  await page.setViewportSize({ width: 320, height: 740 });
  // As it is where the municipality has said whom a child can ring.
  await page.route('**/api/municipality', (route) =>
    route.fulfill({ json: { steps: [], childContact: { name: 'Helsesykepleier Kari', phone: '67 93 40 00' } } }),
  );
  await page.addInitScript(() => {
    const voice = { lang: 'nb-NO', name: 'Nora', localService: true, default: true, voiceURI: 'nora' };
    const said: string[] = [];
    const speech = Object.assign(new EventTarget(), {
      getVoices: () => [voice],
      cancel: () => undefined,
      speak: ({ text }: { text: string }) => void said.push(text),
    });
    Object.defineProperty(window, 'speechSynthesis', { value: speech });
    Object.defineProperty(window, 'SpeechSynthesisUtterance', {
      value: class {
        readonly text: string;
        constructor(text: string) {
          this.text = text;
        }
      },
    });
    Object.assign(window, { said });
  });
  await liya.joinBy(link.replace('#', '/barn#'), 'Barn');
  const heading = (name: string) => page.getByRole('heading', { name, level: 1 });

  await test.step('it is told who sees what, and whom to ring', async () => {
    await expect(heading('Hei, Liya!')).toBeVisible();
    await expect(
      page.getByText('Vi kan ikke love at foreldrene dine aldri får vite det.', { exact: false }),
    ).toBeVisible();
    await expect(page.getByRole('link', { name: /116 111/ })).toHaveAttribute('href', 'tel:116111');
    await expect(page.getByRole('link', { name: 'Ring 67 93 40 00, Helsesykepleier Kari' })).toHaveAttribute(
      'href',
      'tel:67934000',
    );
    expect(await seriousFindings(page)).toEqual([]);
  });

  await test.step('it presses drawings and writes, and nobody else has it', async () => {
    await page.getByRole('button', { name: 'Begynn' }).click();
    await page.getByRole('button', { name: 'Neste' }).click();
    await expect(heading('Hva er vanskelig?')).toBeFocused();
    await page.getByRole('button', { name: 'Redd' }).click();
    await page.getByRole('button', { name: 'Krangling' }).click();
    await expect(page.getByLabel('Skriv her')).toHaveValue('😨 Redd\n⚡ Krangling');
    await expect(page.getByText('Lappen kommer til å ligge her på duken: Det som er vanskelig')).toBeVisible();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Ta vare på' }).click();
    await expect(page.getByText('Tatt vare på. Bare du ser den.')).toBeVisible();
    await page.getByRole('button', { name: 'Neste' }).click();
    await page.getByRole('button', { name: 'Neste' }).click();
    await expect(heading('Lappene dine')).toBeFocused();
    await expect(page.getByText('Alt er tatt vare på, bare for deg')).toBeVisible();
  });

  const leaders = new DukList(leader.page);
  await leaders.open();
  await expect(leaders.note('Krangling')).toHaveCount(0);

  await test.step('it lays the note when it wants, and asks to begin', async () => {
    await page.getByRole('switch', { name: /Jeg vil at møtet begynner/ }).check();
    await page.getByRole('button', { name: 'Legg på duken: Lapp 1' }).click();
    await expect(page.getByText('Lappen ligger på duken. Nå ser alle den.')).toBeVisible();
    expect(await seriousFindings(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect(page.locator('html')).toHaveAttribute('data-color-scheme', 'dark');
    expect(await seriousFindings(page, ['color-contrast'])).toEqual([]);
    await expect(leaders.note('Krangling')).toContainText('Bare Liya kan endre denne');
    await expect(leaders.note('Krangling').getByRole('button', { name: 'Skriv', exact: true })).toHaveCount(0);
  });

  await test.step('it says who reads it, and the adults see that', async () => {
    await page.getByRole('radio', { name: 'Ingen leser høyt. Hver og en leser selv.' }).check();
    await expect(leaders.note('Krangling')).toContainText('Liya vil ikke at noen leser høyt');
    await page.getByRole('radio', { name: 'Jeg leser selv' }).check();
    await expect(leaders.note('Krangling')).toContainText('Liya leser selv');
  });

  await test.step('what it has laid is read to it, and it says what became of a wish', async () => {
    await page.getByRole('button', { name: 'Les for meg: På duken, 1' }).click();
    expect(await page.evaluate(() => (window as unknown as { said: string[] }).said.at(-1))).toContain('Krangling');
    await page.getByRole('button', { name: 'Tilbake' }).click();
    await page.getByLabel('Skriv her').fill('En hund');
    await page.getByRole('button', { name: 'Ta vare på' }).click();
    await page.getByRole('button', { name: 'Neste' }).click();
    await page.getByRole('button', { name: 'Legg på duken: Lapp 1' }).click();
    const wish = page.getByRole('listitem').filter({ hasText: 'En hund' });
    await wish.getByRole('radio', { name: 'Det er på vei' }).check();
    await expect(leaders.note('En hund')).toContainText('Det er på vei');
    await leaders.note('En hund').getByRole('button', { name: /^Valg/ }).click();
    await expect(leaders.note('En hund').getByLabel('Hvordan gikk det?')).toHaveCount(0);
    await leaders.note('En hund').getByRole('button', { name: /^Valg/ }).click();
  });

  await test.step('an adult asks it quietly whether it would change the note, and it says no', async () => {
    await leaders.note('Krangling').getByRole('button', { name: /^Valg/ }).click();
    await leader.page.getByRole('button', { name: 'Spør barnet stille' }).click();
    await leader.page.getByLabel('Hva ønsker du at barnet skal endre?').fill('Kan du skrive hvem som krangler?');
    expect(await seriousFindings(leader.page)).toEqual([]);
    await leader.page.getByRole('button', { name: 'Spør', exact: true }).click();
    await expect(leader.page.getByText('Liya har ikke svart. Det haster ikke.')).toBeVisible();
    await expect(page.getByText('spør: Kan du skrive hvem som krangler?', { exact: false })).toBeVisible();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Nei', exact: true }).click();
    await expect(page.locator('p').filter({ hasText: 'Du sa nei.' })).toBeFocused();
    await expect(leader.page.getByText('Liya sier nei. Lappen står som den er.')).toBeVisible();
    await leader.page.getByRole('button', { name: 'Lukk', exact: true }).click();
  });

  await test.step('the meeting asks the child first', async () => {
    await leader.openFromMore('Følg møtet');
    await leader.page.locator('.guide').getByRole('button', { name: 'Følg møtet' }).click();
    await expect(leader.page.getByRole('heading', { name: 'Hva vil du vise oss?' })).toBeVisible();
    await expect(leader.page.locator('.guide').getByText('Liya leser selv')).toBeVisible();
  });
});
