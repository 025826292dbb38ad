import { seriousFindings } from '../accessibility/findings.ts';
import { newExampleBoard } from '../product/newBoard.ts';
import { expect, test } from '../product/productTest.ts';

const smallestPhone = { width: 320, height: 640 };

test('Kaja answers on a phone that keeps nothing, and the leader’s Monday and the duk say so', async ({
  product,
  newPage,
}) => {
  const seat = await newExampleBoard(product);
  const week = await newPage(seat);
  await week.goto('/uka');
  await test.step('all tiltak of the leader’s cases can be taken home as one table', async () => {
    const began = week.waitForEvent('download');
    await week.getByRole('link', { name: 'Last ned alle tiltakene i sakene dine (CSV)' }).click();
    expect((await began).suggestedFilename()).toBe('duk.csv');
  });
  await test.step('what leaves the building is looked over, a case at a time, by keyboard', async () => {
    await week.getByRole('button', { name: /^Se over ordene: / }).press('Enter');
    const dialog = week.getByRole('dialog', { name: 'Se over ordene' });
    await expect(dialog.getByLabel('Det Leif skal gjøre')).not.toHaveValue('');
    expect(await seriousFindings(week)).toEqual([]);
    await dialog.getByRole('button', { name: 'Ordene er greie' }).press('Enter');
    await expect(dialog).toBeHidden();
    await expect(week.getByRole('heading', { name: 'Ord som går ut av huset' })).toHaveCount(0);
  });
  const link = await test.step('the leader looks over the words, and makes the link', async () => {
    await week.getByRole('button', { name: 'Svarlenke til Kaja' }).click();
    const dialog = week.getByRole('dialog', { name: 'Svarlenke til Kaja' });
    await dialog.getByLabel('Slik står det på siden').fill('Avtale veiledning');
    expect(await seriousFindings(week)).toEqual([]);
    await dialog.getByRole('button', { name: 'Lag lenke' }).click();
    const made = await dialog.getByLabel('Lenken', { exact: true }).inputValue();
    await week.keyboard.press('Escape');
    return made;
  });

  const phone = await newPage({ url: product.url });
  await phone.setViewportSize(smallestPhone);
  await phone.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('storage is blocked', 'SecurityError');
    };
    for (const store of ['localStorage', 'sessionStorage', 'indexedDB'])
      Object.defineProperty(window, store, { get: refuse });
  });
  await phone.goto(link);
  await test.step('Kaja taps once, and sees that it was heard', async () => {
    await expect(phone.getByRole('heading', { name: 'Avtale veiledning' })).toBeVisible();
    for (const name of ['Gjort', 'I gang', 'Trenger hjelp']) {
      const box = await phone.getByRole('button', { name }).boundingBox();
      expect(box?.height).toBeGreaterThanOrEqual(44);
    }
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await phone.getByRole('button', { name: 'Trenger hjelp' }).click();
    await expect(phone.getByText('Takk for at du sier fra.')).toBeVisible();
    expect(await seriousFindings(phone)).toEqual([]);
  });
  await test.step('the days go into a calendar of Kaja’s own, by an address that Kaja can take back', async () => {
    await phone.getByText('Få dagene inn i kalenderen din').click();
    await phone.getByRole('button', { name: 'Lag kalenderlenke' }).click();
    const address = await phone.getByLabel('Kalenderlenken din').inputValue();
    const calendar = await phone.request.get(address);
    expect(await calendar.text()).toContain('SUMMARY:Du har noe å svare på i Duken');
    expect(await seriousFindings(phone)).toEqual([]);
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await phone.getByRole('button', { name: 'Trekk tilbake kalenderlenkene' }).click();
    await expect(phone.getByText('Kalenderlenkene virker ikke lenger.')).toBeVisible();
    expect((await phone.request.get(address)).status()).toBe(403);
  });

  await test.step('it is first in the leader’s week, without a reload, and seen to with a press', async () => {
    const first = week.getByRole('region').filter({ has: week.getByRole('heading', { name: /^Ber om hjelp/ }) });
    await expect(first.getByText('Kaja trenger hjelp')).toBeVisible();
    expect(await seriousFindings(week)).toEqual([]);
    await first.getByRole('button', { name: /^Jeg tar tak i det/ }).press('Enter');
    await expect(first).toHaveCount(0);
  });

  await test.step('in the case, by person, it stands what Kaja said, and who has said nothing', async () => {
    const list = await newPage(seat);
    await list.goto(`/duk/${seat.boardId}?vis=tiltak`);
    await list.getByRole('button', { name: 'Etter person' }).click();
    await expect(list.getByText(/^Kaja \d+\. \S+: trenger hjelp$/)).toBeVisible();
    await expect(list.getByText('Leif har ikke svart')).toBeVisible();
    expect(await seriousFindings(list)).toEqual([]);
    await list.close();
  });

  await test.step('Kaja is done, and the duk says who said so', async () => {
    await phone.getByRole('button', { name: 'Gjort' }).click();
    await expect(phone.getByText('Takk! Det er notert som gjort.')).toBeVisible();
    await expect(week.getByRole('button', { name: 'Svarlenke til Kaja' })).toHaveCount(0);
    await week.goto(`/duk/${seat.boardId}?vis=tiltak`);
    await expect(week.getByText(/^meldt av Kaja \d/)).toBeVisible();
  });

  await test.step('whoever is not Kaja has a way out, after which the phone knows nobody', async () => {
    await phone.getByRole('button', { name: 'Glem meg her' }).click();
    await expect(phone.getByRole('heading', { name: 'Du er glemt her' })).toBeVisible();
    await phone.reload();
    await expect(phone.getByText(/^Åpne lenken du har fått/)).toBeVisible();
  });

  await test.step('the next meeting begins with it, and goes through the open ones by keyboard', async () => {
    await week.getByRole('button', { name: 'Mer', exact: true }).click();
    await week.getByRole('button', { name: 'Møtet', exact: true }).click();
    await week.getByRole('dialog', { name: 'Møtet' }).getByRole('button', { name: 'Åpne møtet' }).click();
    const since = week.getByRole('region', { name: /^Siden møtet 16. september/ });
    await expect(since.getByText('1 gjort, 3 uten svar')).toBeVisible();
    await since.getByRole('button', { name: 'Se dem ett for ett' }).press('Enter');
    await expect(since.getByText('1 av 3')).toBeVisible();
    expect(await seriousFindings(week)).toEqual([]);
    await since.getByRole('button', { name: 'Neste' }).press('Enter');
    await since.getByRole('button', { name: 'Gjort', exact: true }).press('Enter');
    await expect(since.getByText('2 gjort, 2 uten svar')).toBeVisible();
    await expect(since.getByText('2 av 3')).toBeVisible();
    await since.getByRole('button', { name: 'Skjul det som er gjort siden sist' }).press('Enter');
    await expect(since).toHaveCount(0);
  });
});
