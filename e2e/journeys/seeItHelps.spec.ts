import type { Page } from '@playwright/test';
import { DukList } from '../people/dukList.ts';
import { newExampleBoard } from '../product/newBoard.ts';
import { expect, test } from '../product/productTest.ts';

test(
  'how far a case has come is seen on the duk, in its plan and in the leader’s week, and its table is moved by keys',
  {
    tag: '@phone',
  },
  async ({ layTable, product }, testInfo) => {
    const { leader, seat } = await layTable(product, newExampleBoard);
    const { page } = leader;
    const sentence = /^Fra «Uholdbar» til «Utsatt» på 10 måneder: 1 trinn opp\.$/;
    const staircase = page.getByRole('img', { name: /Uholdbar, som sist\. .*Utsatt, 1 trinn opp\.$/ });
    const seeIt = async () => {
      await expect(page.getByText(sentence).first()).toBeVisible();
      await expect(staircase).toBeVisible();
    };

    await page.goto(`/duk/${seat.boardId}?vis=liste`);
    await page.getByRole('button', { name: 'Investeringsferden' }).click();
    await expect(staircase).toHaveCount(0);
    await page.getByText('Ferden over tid', { exact: true }).click();
    await seeIt();

    await page.goto('/uka');
    await page.getByText('Ferden over tid', { exact: true }).first().click();
    await seeIt();

    // The family's copy has kinder words.
    await page.goto(`/duk/${seat.boardId}/plan`);
    await expect(
      page.getByText('Fra «Nå er det tungt» til «Ikke trygt ennå» på 10 måneder: 1 trinn opp.').first(),
    ).toBeVisible();
    await expect(page.getByRole('img', { name: /Ikke trygt ennå, 1 trinn opp\.$/ })).toBeVisible();

    await page.goto(`/duk/${seat.boardId}/rundt`);
    const table = page.getByRole('region', { name: 'Hvem som er rundt' });
    await table.focus();
    const left = () => table.evaluate(({ scrollLeft }) => scrollLeft);
    expect(await left()).toBe(0);
    await page.keyboard.press('ArrowRight');
    if (testInfo.project.name === 'phone') await expect.poll(left).toBeGreaterThan(0);
    else expect(await table.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
  },
);

test('a price is changed, and what a life costs moves with it', { tag: '@phone' }, async ({ leader: { page } }) => {
  const sum = (name: string) => page.locator('dl > div').filter({ has: page.getByText(name, { exact: true }) });
  await page.goto('/gevinst');
  await page.getByRole('radio', { name: 'Alle tre' }).check();
  await expect(sum('Verst')).toContainText('54 200 000 kr');
  await expect(sum('Best')).toContainText('21 127 000 kr');
  await expect(sum('Forskjell')).toContainText('33 073 000 kr');

  await page.getByRole('radio', { name: '«Karuchi», familie med lav inntekt' }).check();
  await expect(sum('Best')).toContainText('\u2212350 000 kr');
  const home = page.getByLabel('Midlertidig bolig, en måned');
  await home.fill('50 000');
  await expect(sum('Verst')).toContainText('16 200 000 kr');
  await expect(page.getByRole('img', { name: /Til sammen 16 200 000 kr mot/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /^Sum 16 200 000/ })).toBeVisible();

  await home.fill('-1');
  await expect(page.getByText('Midlertidig bolig, en måned: prisen er under 0.')).toBeVisible();
  await home.fill('');
  await expect(page.getByText('Midlertidig bolig, en måned: prisen mangler.')).toBeVisible();
  await page.getByRole('button', { name: 'Tilbake til eksempelprisene' }).click();
  await expect(sum('Verst')).toContainText('15 000 000 kr');
  await page.getByRole('button', { name: 'Angre' }).click();
  await expect(page.getByText('Midlertidig bolig, en måned: prisen mangler.')).toBeVisible();
});

test('staff answer by a link each, and nothing is told before five have', { tag: '@phone' }, async ({
  layTable,
  newPage,
  product,
}) => {
  const { page } = (await layTable()).leader;
  await page.goto('/undersokelse');
  await page.getByLabel('Hvor mange skal få en lenke?').fill('6');
  await page.getByRole('button', { name: 'Lag lenkene' }).click();
  const links = (await page.getByLabel('Lenker til dem som skal svare').inputValue()).split('\n');
  const result = await page.getByLabel('Lenke til resultatet').inputValue();
  const [first = '', ...others] = links;

  const staff = await newPage({ url: product.url });
  await staff.goto(first);
  await staff.getByRole('button', { name: 'Send svaret' }).click();
  await expect(staff.getByText('Velg minst ett svar før du sender.')).toBeVisible();
  await staff.getByLabel('Mer effektiv saksbehandling').check();
  await staff.getByLabel('Økt mestring').check();
  await staff.getByRole('button', { name: 'Send svaret' }).click();
  await expect(staff.getByRole('heading', { name: 'Takk for svaret' })).toBeVisible();
  expect(await staff.context().cookies()).toEqual([]);
  await openAnew(staff, first);
  await expect(staff.getByText('Lenken er brukt', { exact: false })).toBeVisible();

  const answer = async (link: string): Promise<void> => {
    const data = { secret: new URL(link).hash.slice(1), marks: { staff: ['efficient'] } };
    expect((await staff.request.post('/api/surveys/answer', { data })).status()).toBe(204);
  };
  for (const link of others.slice(0, 3)) await answer(link);
  await openAnew(staff, result);
  await expect(staff.getByText('Færre enn fem svar er lagt sammen så langt.', { exact: false })).toBeVisible();
  await expect(staff.getByRole('table')).toHaveCount(0);

  await answer(others[3] ?? '');
  await openAnew(staff, result);
  await expect(staff.getByText('5 svar er lagt sammen.', { exact: false })).toBeVisible();
  await expect(staff.getByRole('row', { name: 'Mer effektiv saksbehandling 5 100 %' })).toBeVisible();
  await expect(staff.getByRole('row', { name: 'Økt mestring færre enn 5' })).toBeVisible();
  await expect(staff.getByText('1 lenke er ikke brukt.')).toBeVisible();
});

test('the citizen says in three taps how the meeting was, and only added up is it seen', { tag: '@phone' }, async ({
  layTable,
}) => {
  const { leader, seat, join } = await layTable();
  const eirin = await join('Eirin');
  const board = `/api/boards/${seat.boardId}`;
  const pulse = `/duk/${seat.boardId}/puls`;
  await eirin.page.goto(pulse);
  await expect(eirin.page.getByText('Det er ikke holdt noe møte ennå.', { exact: false })).toBeVisible();

  await leader.page.goto(`/duk/${seat.boardId}?vis=liste`);
  await new DukList(leader.page).lay('Egen leilighet', 'Bosituasjon', 'Kort sikt');
  await expect(leader.page.getByText('Lagret', { exact: true })).toBeVisible();
  const made = await leader.page.request.post(`${board}/meetings`, { data: { date: '2026-11-30', present: [] } });
  const { meetingId } = await made.json();
  expect((await leader.page.request.post(`${board}/meetings/${meetingId}/freeze`, { data: {} })).status()).toBe(201);

  await eirin.page.reload();
  for (const [question, answer] of [
    ['Ble du hørt?', 'Ja'],
    ['Gikk det passe fort?', 'For fort'],
    ['Forsto du alt?', 'Det meste'],
  ] as const)
    await tap(eirin.page, question, answer);
  await eirin.page.getByRole('button', { name: 'Send svaret' }).click();
  await expect(eirin.page.getByText('Takk. Svaret er lagt sammen med de andres.')).toBeVisible();
  await eirin.page.reload();
  await expect(eirin.page.getByText('Du har svart for dette møtet. Takk!')).toBeVisible();

  await leader.page.goto(pulse);
  await expect(leader.page.getByText('Spørsmålene er til innbyggeren og familien.', { exact: false })).toBeVisible();
  await leader.page.goto('/undersokelse');
  await expect(leader.page.getByText('Færre enn fem svar er lagt sammen så langt.', { exact: false })).toBeVisible();
  await expect(leader.page.getByText('For fort')).toHaveCount(0);
});

/** By its link: what is secret in an address is out of it at once. */
async function openAnew(page: Page, link: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(link);
}

async function tap(page: Page, question: string, answer: string): Promise<void> {
  await page.getByRole('group', { name: question }).getByText(answer, { exact: true }).click();
}
