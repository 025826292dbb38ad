import { writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { LoginProvider } from '../product/loginProvider.ts';
import { newExampleBoard } from '../product/newBoard.ts';
import { expect, test } from '../product/productTest.ts';
import { freePort, Product } from '../product/startProduct.ts';
import { seriousFindings } from './findings.ts';

/** Colours are the same at every size: the dim ones are looked at on one. */
const widthForDimColours = 1440;

/** Looks at a page by day and by night. */
async function expectNoBarriers(page: Page, what: string): Promise<void> {
  await standStill(page);
  expect.soft(await seriousFindings(page), what).toEqual([]);
  if (page.viewportSize()?.width !== widthForDimColours) return;
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(page.locator('html')).toHaveAttribute('data-color-scheme', 'dark');
  await standStill(page);
  expect.soft(await seriousFindings(page, ['color-contrast']), `${what}, dim`).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
}

/** A colour half-way through a fade is nobody's colour. */
async function standStill(page: Page): Promise<void> {
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {}))),
  );
}

test.describe('every page can be used by everyone', { tag: '@phone' }, () => {
  test('the front page, and the questions for a new duk', { tag: '@table' }, async ({ leader: { page } }) => {
    await page.goto('/');
    await expect(page.getByRole('heading', { name: 'Dine duker' })).toBeVisible();
    await expectNoBarriers(page, 'front page');

    await page.getByRole('button', { name: 'Ny duk' }).click();
    await expect(page.getByRole('dialog', { name: 'En ny duk' })).toBeVisible();
    await expectNoBarriers(page, 'new duk');

    await page.getByRole('button', { name: 'Lag duken' }).click();
    await expect(page.getByText('Gi duken et navn, så dere kjenner den igjen.')).toBeVisible();
    await expectNoBarriers(page, 'new duk without a name');

    await page.getByLabel('Hva skal duken hete?').fill('Planen til Eirin');
    await page.getByLabel('Hva heter du?').fill('Mona');
    await page.getByRole('button', { name: 'Lag duken' }).click();
    await expect(page.getByRole('dialog', { name: 'Duken er klar' })).toBeVisible();
    await expectNoBarriers(page, 'the leader’s own link');
  });

  test('practising to lead a meeting, and being done', async ({ leader: { page } }) => {
    await page.goto('/');
    await page.getByRole('button', { name: 'Begynn å øve' }).click();
    const bar = page.getByRole('region', { name: 'Øv på et møte' });
    await expect(bar.getByRole('heading', { name: 'Åpne møtet' })).toBeVisible();
    await expectNoBarriers(page, 'a task to practise');
    const skip = bar.getByRole('button', { name: 'Hopp over' });
    while (await skip.isVisible()) await skip.click();
    await expect(bar.getByRole('heading', { name: 'Du har ledet et møte' })).toBeVisible();
    await expectNoBarriers(page, 'the end of practising');
  });

  test('a page that is not there', async ({ leader: { page } }) => {
    await page.goto('/finnes/ikke');
    await expect(page.getByRole('heading', { name: 'Her er det ingen side' })).toBeVisible();
    await expectNoBarriers(page, 'not found');
  });

  test('the leader’s week, a team, and leaving', async ({ layTable, product }) => {
    const { leader, seat } = await layTable(product, newExampleBoard);
    const { page } = leader;
    await page.goto('/uka');
    await expect(page.getByRole('heading', { name: /^Over fristen, uten svar/ })).toBeVisible();
    await page
      .getByRole('button', { name: /^Flytt fristen: / })
      .first()
      .click();
    await expect(page.getByLabel('Ny frist')).toBeVisible();
    await expectNoBarriers(page, 'the leader’s week');

    await page.goto(`/duk/${seat.boardId}/team`);
    await page
      .getByRole('button', { name: /^Endre det som står om / })
      .first()
      .click();
    await expect(page.getByLabel('Hvorfor er de med?')).toBeVisible();
    await expectNoBarriers(page, 'a team, with somebody opened');

    await page.goto(`/duk/${seat.boardId}/forlat`);
    await expect(page.getByRole('button', { name: 'Forlat duken' })).toBeVisible();
    await expectNoBarriers(page, 'leaving the duk');
  });

  test('what somebody tells once, as its author, a newcomer and a reader', async ({ layTable, product }) => {
    const { leader, seat, join } = await layTable(product, newExampleBoard);
    const [{ page }, other] = [await join('Eirin'), await join('Hanne')];
    const board = `/api/boards/${seat.boardId}`;
    const personOf = async (of: Page) => (await (await of.request.get(`${board}/me`)).json()).personId as string;
    await leader.page.request.patch(`${board}/people/${await personOf(page)}`, { data: { isSubject: true } });
    await page.goto(`/duk/${seat.boardId}/historie`);
    await expect(page.getByText('Det du skriver, lagres mens du skriver.')).toBeVisible();
    await expectNoBarriers(page, 'a story, before anything is told');
    await page.getByLabel('Historien din').fill('Jeg heter Eirin.');
    await expect(page.getByText('Lagret', { exact: true })).toBeVisible();

    await other.page.goto(`/duk/${seat.boardId}`);
    await expect(other.page.getByText('Eirin har en historie. Spør om du kan lese den.')).toBeVisible();
    await expectNoBarriers(other.page, 'a newcomer hears that there is a story');
    await other.page.getByRole('button', { name: 'Spør om å lese' }).click();
    await expect(page.getByText('Spør om å få lese den')).toBeVisible();
    await expectNoBarriers(page, 'a story, and somebody who asks');
    await page.goto(`/duk/${seat.boardId}`);
    await expect(page.getByText('Hanne spør om å få lese historien din.')).toBeVisible();
    await expectNoBarriers(page, 'somebody asks, told on the duk');
    await page.getByRole('link', { name: 'Svar' }).click();
    await page.getByRole('button', { name: 'Si ja til Hanne' }).click();
    await other.page.goto(`/duk/${seat.boardId}/historie`);
    await expect(other.page.getByText('Jeg heter Eirin.')).toBeVisible();
    await expectNoBarriers(other.page, 'a story that one may read');
    await page.getByRole('button', { name: 'Slett historien …' }).click();
    await expect(page.getByRole('dialog', { name: 'Slett historien' })).toBeVisible();
    await expectNoBarriers(page, 'erasing a story');
  });

  test('the way in, for those with a link, with one that fails, and without', async ({ leader, newParticipant }) => {
    await leader.makeBoard('Planen til Eirin');
    const { page } = await newParticipant('Eirin');
    await page.goto(leader.page.url());
    await expect(page.getByRole('heading', { name: 'Du trenger en lenke' })).toBeVisible();
    await expectNoBarriers(page, 'without a link');

    await page.goto(await leader.inviteTo('Skrive på duken'));
    await page.getByLabel('Hva heter du?').fill('Eirin');
    await expectNoBarriers(page, 'with a link');

    await page.getByRole('button', { name: 'Bli med' }).click();
    await expect(page.getByText('Velg hvem du er')).toBeVisible();
    await expectNoBarriers(page, 'with a link, and a question not answered');

    await page.goto(`/duk/nobody#${'A'.repeat(43)}`);
    await expect(page.getByRole('heading', { name: 'Denne lenken virker ikke lenger' })).toBeVisible();
    await expectNoBarriers(page, 'with a link that fails');
  });

  test('the duk on the canvas, with an open note', { tag: '@table' }, async ({ layTable, product }) => {
    const { leader } = await layTable(product, newExampleBoard);
    const { page, sheet } = leader;
    await expectNoBarriers(page, 'canvas');

    await page.getByRole('button', { name: 'Ny lapp' }).click();
    await expect(page.getByRole('status').filter({ hasText: /^(Klikk|Trykk) der lappen skal ligge/ })).toBeVisible();
    await expectNoBarriers(page, 'a note in the hand');
    await page.keyboard.press('Escape');

    await sheet.takeAndLay();
    await sheet.type('Det jeg vil si');
    await expectNoBarriers(page, 'open note');

    await sheet.closeNote();
    await expect(page.getByRole('toolbar', { name: 'Verktøy for lappen' })).toBeVisible();
    await expectNoBarriers(page, 'chosen note');
    await page.getByRole('button', { name: 'Penn' }).click();
    await expectNoBarriers(page, 'pen');

    await page.getByRole('button', { name: 'Mer', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Møtet', exact: true })).toBeVisible();
    await expectNoBarriers(page, 'more');
  });

  test('the dialogs of the duk', async ({ layTable, product }) => {
    const { leader } = await layTable(product, newExampleBoard);
    const { page, sheet } = leader;
    await sheet.takeAndLay();
    await sheet.type('Det jeg vil si');
    for (const [button, dialog] of [
      ['Flytt til …', 'Flytt lappen'],
      ['Gjør til tiltak', 'Nytt tiltak'],
    ] as const) {
      await page.getByRole('button', { name: button }).click();
      await expect(page.getByRole('dialog', { name: dialog })).toBeVisible();
      await expectNoBarriers(page, dialog);
      await leader.closeDialog();
    }
    await page.getByRole('button', { name: 'Slett', exact: true }).click();
    await expect(page.getByText('Lappen er slettet.')).toBeVisible();
    await expectNoBarriers(page, 'deleted note');

    for (const [item, dialog] of [
      ['Papirkurv', 'Papirkurv'],
      ['Møtet', 'Møtet'],
    ] as const) {
      await leader.openFromMore(item);
      await expect(page.getByRole('dialog', { name: dialog }).getByRole('heading').first()).toBeVisible();
      await expectNoBarriers(page, dialog);
      await leader.closeDialog();
    }
    await leader.openFromBar('Frys møtet');
    await expect(page.getByRole('dialog', { name: 'Frys møtet' }).getByText('Dette blir med')).toBeVisible();
    await expectNoBarriers(page, 'freeze');
    await leader.closeDialog();

    await leader.openInvitation();
    await expectNoBarriers(page, 'invitation');
    await page.getByRole('dialog').getByRole('button', { name: 'Lag lenke' }).click();
    await expect(page.getByLabel('Lenken', { exact: true })).toBeVisible();
    await expectNoBarriers(page, 'invitation with a link');
  });

  test('the duk as a list, and its tiltak', async ({ layTable, product }) => {
    const { leader, seat } = await layTable(product, newExampleBoard);
    const { page } = leader;
    await page.goto(`/duk/${seat.boardId}?vis=liste`);
    await expect(page.getByText('Hva vil du legge på duken?')).toBeVisible();
    await expectNoBarriers(page, 'list');

    await page
      .getByRole('button', { name: /^Skriv: / })
      .first()
      .click();
    await expect(page.getByRole('textbox', { name: /^Skriv: / })).toBeFocused();
    await expectNoBarriers(page, 'list with an open note');

    await leader.openFromMore('Følg møtet');
    await expect(page.getByRole('heading', { name: 'Vil dere følge møtet?' })).toBeVisible();
    await expectNoBarriers(page, 'just the cloth, or a meeting led by steps');
    await page.getByRole('button', { name: 'Følg møtet' }).click();
    await page.getByRole('button', { name: 'Mer om steget' }).click();
    await page.getByRole('button', { name: 'Det som fungerer', exact: true }).click();
    await page.getByRole('button', { name: '20 min' }).click();
    await page.getByRole('button', { name: 'Samle alle' }).click();
    await expect(page.getByText('1 av 1 ser det samme nå.')).toBeVisible();
    await expectNoBarriers(page, 'a meeting led by steps');

    await page.goto(`/duk/${seat.boardId}?vis=tiltak`);
    await expect(page.getByRole('heading', { name: 'Tiltak' }).first()).toBeVisible();
    await expectNoBarriers(page, 'tiltak');
  });

  test('the plan, compared with another, its formats and its duk', async ({ layTable, product }) => {
    const { leader, seat } = await layTable(product, newExampleBoard);
    const { page } = leader;
    await page.goto(`/duk/${seat.boardId}/plan/3?mot=1`);
    await expect(page.getByRole('heading', { name: 'Fra versjon 1 til versjon 3' })).toBeVisible();
    await expect(page.getByText('Nytt').first()).toBeVisible();
    await expectNoBarriers(page, 'plan');

    await page.getByRole('button', { name: 'Andre formater' }).click();
    await expect(page.getByRole('link', { name: 'Tiltakene til Excel (CSV)' })).toBeVisible();
    await expectNoBarriers(page, 'formats');
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'Se duken slik den var' }).click();
    await expect(page.getByRole('dialog').getByRole('application')).toBeVisible();
    await expectNoBarriers(page, 'the duk as it was');
  });

  test('the journey over time, and who is round the person', async ({ layTable, product }) => {
    const { leader, seat } = await layTable(product, newExampleBoard);
    const { page } = leader;
    await page.goto(`/duk/${seat.boardId}/ferden`);
    await expect(page.getByRole('img', { name: /^Situasjonen som helhet: .*1 trinn opp/ })).toBeVisible();
    await expectNoBarriers(page, 'journey over time');
    await page.getByRole('link', { name: 'Hvem som er rundt' }).click();
    await expect(page.getByText('2 tjenester, 2 personer å møte.').first()).toBeVisible();
    await expectNoBarriers(page, 'who is round the person');
  });

  test('paper to be printed and photographed', async ({ layTable }) => {
    const { leader, seat } = await layTable();
    const { page } = leader;
    await page.goto(`/duk/${seat.boardId}/papir`);
    await expect(page.getByRole('heading', { name: 'Ta bilde av arket' })).toBeVisible();
    await expectNoBarriers(page, 'paper and pen');
  });

  test('what a municipality can begin its statements from, and saying what shuts one out', async ({
    leader: { page },
  }) => {
    await page.route('**/api/municipality', (route) =>
      route.fulfill({ json: { steps: [], accessibility: { email: 'uu@kommune.no', canSend: true } } }),
    );
    await page.goto('/personvern');
    await expect(page.getByRole('heading', { name: 'Personvern', level: 1 })).toBeVisible();
    expect(await seriousFindings(page)).toEqual([]);
    await page.goto('/');
    await page.getByRole('link', { name: 'Tilgjengelighet: si fra om noe stenger deg ute' }).click();
    await expect(page.getByRole('heading', { name: 'Tilgjengelighet', level: 1 })).toBeVisible();
    await page.getByRole('button', { name: 'Send' }).click();
    await expect(page.getByText('Skriv hva som stoppet deg.')).toBeVisible();
    await expect(page.getByLabel('Hva stoppet deg?')).toBeFocused();
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.type('Knappen er for liten');
    // No mail server here: the words stay, and there is another way.
    await page.getByRole('button', { name: 'Send' }).click();
    await expect(page.getByText('Vi fikk ikke sendt det nå.', { exact: false })).toBeVisible();
    await expect(page.getByLabel('Hva stoppet deg?')).toHaveValue('Knappen er for liten');
    await page.route('**/api/barriers', (route) => route.fulfill({ status: 204 }));
    await page.getByRole('button', { name: 'Send' }).click();
    await expect(page.getByText('Takk. Det er sendt.')).toBeVisible();
    await expect(page.getByLabel('Hva stoppet deg?')).toHaveValue('');
    expect(await seriousFindings(page)).toEqual([]);
  });

  test('the gains of invented persons, and a price that is missing', async ({ leader: { page } }) => {
    await page.goto('/gevinst');
    await expect(page.getByText('Det lønner seg fra og med år 1.')).toBeVisible();
    await expectNoBarriers(page, 'gains');
    await page.getByLabel('Oppfølging, en time').fill('');
    await expect(page.getByText('Oppfølging, en time: prisen mangler.')).toBeVisible();
    await expectNoBarriers(page, 'gains without a price');
  });

  test('a survey of staff, and how a meeting was', async ({ layTable, product }) => {
    const { leader, seat, join } = await layTable(product, newExampleBoard);
    const { page } = leader;
    await page.goto('/undersokelse');
    await page.getByRole('button', { name: 'Lag lenkene' }).click();
    await expect(page.getByRole('heading', { name: 'Lenkene er klare' })).toBeVisible();
    await expectNoBarriers(page, 'survey links');
    const links = await page.getByLabel('Lenker til dem som skal svare').inputValue();
    await page.goto(links.split('\n')[0] ?? '');
    await expect(page.getByRole('group', { name: /^Hva har du som ansatt/ })).toBeVisible();
    await expectNoBarriers(page, 'survey');

    await page.goto('/rapport');
    await expect(page.getByText('Eksempel, telles ikke')).toBeVisible();
    await expectNoBarriers(page, 'report of the programme');

    const eirin = await join('Eirin');
    await eirin.page.goto(`/duk/${seat.boardId}/puls`);
    await expect(eirin.page.getByRole('group', { name: 'Ble du hørt?' })).toBeVisible();
    await expectNoBarriers(eirin.page, 'how the meeting was');
  });

  test('the consents of a case: none, one, writing one down, withdrawing it', async ({ layTable }) => {
    const { leader, seat } = await layTable();
    const { page } = leader;
    await page.goto(`/duk/${seat.boardId}/samtykke`);
    await expect(page.getByText('Det er ikke registrert noe samtykke ennå.')).toBeVisible();
    await expectNoBarriers(page, 'no consent');

    await page.getByRole('button', { name: 'Registrer samtykke' }).click();
    const form = page.getByRole('dialog', { name: 'Registrer samtykke' });
    await form.getByRole('button', { name: 'Registrer', exact: true }).click();
    await expect(form.getByText('Skriv minst én tjeneste.')).toBeVisible();
    await expectNoBarriers(page, 'a consent with what it lacks');

    await form.getByLabel('Hvilke tjenester kan dele med hverandre?').fill('NAV');
    await form.getByLabel('Hva ble dere enige om?').fill('NAV kan være med.');
    await form.getByLabel('Hvem gir samtykket?').fill('Eirin');
    await form.getByRole('button', { name: 'Registrer', exact: true }).click();
    await expect(page.getByRole('article', { name: 'NAV' })).toBeVisible();
    await expectNoBarriers(page, 'a consent');

    await page.getByRole('button', { name: 'Trekk tilbake samtykket for NAV' }).click();
    await expect(page.getByRole('dialog', { name: 'Trekke tilbake samtykket?' })).toBeVisible();
    await expectNoBarriers(page, 'withdrawing');
  });

  test('who has looked at a case, what its leader notes, and somebody who may not know', async ({
    layTable,
    product,
  }) => {
    const { leader, seat, join } = await layTable(product, newExampleBoard);
    const gro = await join('Gro');
    await leader.page.goto(`/duk/${seat.boardId}/logg`);
    await expect(leader.page.getByText('Gro var på duken')).toBeVisible();
    await expect(leader.page.getByLabel('Vis', { exact: true })).toBeVisible();
    await expectNoBarriers(leader.page, 'who has looked');
    await gro.page.goto(`/duk/${seat.boardId}/logg`);
    await expect(gro.page.getByText('Bare investeringslederen og den planen handler om')).toBeVisible();
    await expectNoBarriers(gro.page, 'who has looked is not theirs to know');

    const { page } = leader;
    await page.goto(`/duk/${seat.boardId}/kontakt`);
    await expect(page.getByText('Ingenting er notert ennå.')).toBeVisible();
    await page.getByRole('button', { name: 'Lagre linjen' }).click();
    await expect(page.getByText('Skriv noe først.')).toBeVisible();
    await expectNoBarriers(page, 'an empty contact log, and a line without words');
    await page.getByLabel('Hva skjedde?').fill('Ringte NAV. De ringer tilbake fredag.');
    await page.getByRole('button', { name: 'Lagre linjen' }).press('Enter');
    await page.getByRole('button', { name: /^Rett linjen fra/ }).press('Enter');
    await expect(page.getByLabel('Hva skal rettes?')).toBeFocused();
    await page.keyboard.type('Det var Boligkontoret.');
    await expectNoBarriers(page, 'a correction that is being written');
    await page.getByRole('button', { name: 'Lagre rettelsen' }).press('Enter');
    await expect(page.getByRole('status').filter({ hasText: 'Linjen er lagret.' })).toBeFocused();
    await expect(page.getByRole('article')).toContainText(/De ringer tilbake fredag.*Rettelse.*Det var Boligkontoret/s);
    await gro.page.goto(`/duk/${seat.boardId}/kontakt`);
    await expect(gro.page.getByText('Kontaktloggen er for dem som leder saken.')).toBeVisible();
  });

  test('Min plan, and what one chooses for it', async ({ layTable, product }) => {
    const { leader, seat } = await layTable(product, newExampleBoard);
    const { page } = leader;
    await page.goto(`/duk/${seat.boardId}/plan/3/min`);
    await expect(page.getByRole('heading', { name: 'Dette gjør jeg' })).toBeVisible();
    await page.getByText('Hva skal stå der?').click();
    await expect(page.getByRole('group', { name: 'Hvilken drøm?' })).toBeVisible();
    await expectNoBarriers(page, 'min plan');
  });

  test('a draft for the leader, and for whom it is about', async ({ layTable, product }) => {
    const { leader, seat, join } = await layTable(product, newExampleBoard);
    const { page } = leader;
    const eirin = await join('Eirin');
    const board = `/api/boards/${seat.boardId}`;
    const { personId } = await (await eirin.page.request.get(`${board}/me`)).json();
    await page.request.patch(`${board}/people/${personId}`, { data: { isSubject: true } });
    const made = await page.request.post(`${board}/meetings`, { data: { date: '2026-11-30', present: [] } });
    await page.request.post(`${board}/meetings/${(await made.json()).meetingId}/freeze`, { data: {} });

    await eirin.page.goto(`/duk/${seat.boardId}/plan/4/din`);
    await eirin.page.getByRole('button', { name: 'Jeg trenger tid' }).first().click();
    await expect(eirin.page.getByText('✓ Lagret')).toBeVisible();
    await expectNoBarriers(eirin.page, 'one’s own plan');
    await eirin.page.getByRole('button', { name: 'Ja, jeg godkjenner planen' }).click();
    await expect(eirin.page.getByRole('dialog', { name: 'Vil du si ja til planen?' })).toBeVisible();
    await expectNoBarriers(eirin.page, 'saying yes');

    await page.goto(`/duk/${seat.boardId}/plan/4`);
    await expect(page.getByText('Eirin trenger tid')).toBeVisible();
    await expectNoBarriers(page, 'a draft');
    await page.getByRole('button', { name: 'Før en muntlig godkjenning' }).click();
    await expect(page.getByRole('dialog', { name: 'Før en muntlig godkjenning' })).toBeVisible();
    await expectNoBarriers(page, 'an approval in words');
    await page.keyboard.press('Escape');

    await eirin.page.getByRole('button', { name: 'Ja, jeg sier ja' }).click();
    await expect(eirin.page.getByText('Takk. Planen er godkjent.')).toBeVisible();
    await expectNoBarriers(eirin.page, 'one’s own plan, approved');
    await expect(page.getByText(/^Godkjent av Eirin/)).toBeVisible();
    await expectNoBarriers(page, 'a plan that is approved');
    await page.goto(`/duk/${seat.boardId}/plan/4/arkiv`);
    await page.getByRole('button', { name: 'Lagre svaret' }).click();
    await expect(page.getByText('Skriv det arkivet kaller den.')).toBeVisible();
    await expectNoBarriers(page, 'a plan for the archive');
  });

  test('a duk without a plan, and one that is lost', async ({ layTable }) => {
    const { leader, seat, join } = await layTable();
    await leader.page.goto(`/duk/${seat.boardId}/plan`);
    await expect(leader.page.getByRole('heading', { name: 'Det er ingen plan ennå' })).toBeVisible();
    await expectNoBarriers(leader.page, 'no plan yet');

    const eirin = await join('Eirin');
    await leader.page.goto(`/duk/${seat.boardId}`);
    await leader.openInvitation();
    await leader.withdrawUsedLink();
    await expect(eirin.page.getByRole('heading', { name: 'Du har ikke lenger tilgang' })).toBeVisible();
    await expectNoBarriers(eirin.page, 'withdrawn');
  });

  test('setting up, signing in, and one’s own account', async ({ newPage }, testInfo) => {
    // With a product of its own.
    test.slow();
    // Its page need not be there to have a button.
    const provider = new LoginProvider(await freePort());
    const providersFile = testInfo.outputPath('providers.json');
    await writeFile(providersFile, JSON.stringify([provider.settings]));
    const product = await Product.start({ DUK_LOGIN_PROVIDERS: providersFile });
    try {
      const page = await newPage({ url: product.url });
      await page.goto('/oppsett');
      await expect(page.getByLabel('Kommandoen')).toBeVisible();
      await expectNoBarriers(page, 'how to set up');
      await page.goto(`/oppsett${new URL(await product.setupLink()).hash}`);
      await page.getByRole('button', { name: 'Lag kontoen' }).click();
      await expect(page.getByText('Skriv navnet ditt.')).toBeVisible();
      await expectNoBarriers(page, 'setting up, with nothing filled in');
      await page.getByLabel('Navnet ditt').fill('Mona');
      await page.getByLabel('E-postadresse').fill('mona@kommune.no');
      await page.getByRole('textbox', { name: 'Passord' }).fill('traktor himmel saks onsdag');
      await page.getByRole('button', { name: 'Lag kontoen' }).click();
      await expect(page.getByRole('link', { name: 'Mona' })).toBeVisible();
      await page.goto('/konto');
      await expect(page.getByText('· denne nettleseren')).toBeVisible();
      await expectNoBarriers(page, 'one’s own account');
      await page.goto('/administrasjon');
      await page.getByRole('button', { name: 'Ny konto' }).click();
      await page.getByLabel('Navnet', { exact: true }).fill('Per');
      await page.getByLabel('E-postadresse').fill('per@kommune.no');
      // As when the sign-in is too old: that it is refused then, the server's tests say.
      const json = { type: '/problems/freshSignInNeeded', title: '', status: 403, detail: '' };
      const tooOld = { status: 403, contentType: 'application/problem+json', json };
      await page.route('/api/accounts', (route) => route.fulfill(tooOld), { times: 1 });
      await page.getByRole('button', { name: 'Lag kontoen' }).click();
      await expect(page.getByText('Vi må vite at det er deg.')).toBeVisible();
      await expectNoBarriers(page, 'a new account, with the password asked for');
      await expect(page.getByLabel('Navnet', { exact: true })).toHaveValue('Per');
      await page.getByRole('dialog').getByRole('textbox', { name: 'Passord' }).fill('traktor himmel saks onsdag');
      await page.getByRole('button', { name: 'Lag kontoen' }).click();
      await expect(page.getByRole('dialog', { name: 'Lenken til Per' })).toBeVisible();
      await expectNoBarriers(page, 'a link to an account');
      await page.keyboard.press('Escape');
      await expect(page.getByText('per@kommune.no')).toBeVisible();
      await expectNoBarriers(page, 'accounts');
      await page.getByRole('button', { name: 'Ny lenke til Per' }).click();
      await expectNoBarriers(page, 'what another link means');
      await page.getByRole('button', { name: 'Lag lenken' }).click();
      await expect(page.getByRole('dialog', { name: 'Lenken til Per' })).toBeVisible();
      const link = await page.getByRole('dialog').getByRole('textbox').inputValue();
      await page.keyboard.press('Escape');
      await page.goto('/inntak');
      await expect(page.getByText('Ingen er foreslått ennå.')).toBeVisible();
      await expectNoBarriers(page, 'the core team’s list, empty');
      await page.goto('/inntak/ny');
      await page.getByRole('button', { name: 'En til' }).click();
      await page.getByRole('group', { name: 'Nummer 1' }).getByLabel('Hvem').fill('Tor');
      await page.getByRole('button', { name: 'Lagre' }).click();
      await expect(page.getByText('Skriv hvem og hvorfor, eller ta bort linjen.')).toBeVisible();
      await expectNoBarriers(page, 'somebody is proposed, not whole');
      await page.getByLabel('Hva kaller dere dem?').fill('Ungdommen fra praksisplassen');
      await page.getByRole('textbox', { name: 'Hvorfor' }).fill('Fant praksisplassen');
      await page.getByRole('button', { name: 'Lagre' }).click();
      await page.getByText('Hvem har sett og gjort hva').click();
      await expectNoBarriers(page, 'somebody who was proposed');
      await page.getByRole('button', { name: 'De har sagt ja …' }).click();
      await page.getByRole('button', { name: 'Før at de har sagt ja' }).click();
      await expectNoBarriers(page, 'a consent before there is a duk, not whole');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Slett …' }).click();
      await expect(page.getByRole('dialog', { name: 'Slett forslaget for godt' })).toBeVisible();
      await expectNoBarriers(page, 'erasing a proposal');
      await page.goto('/inntak');
      await expect(page.getByRole('link', { name: /^Ungdommen fra praksisplassen/ })).toBeVisible();
      await expectNoBarriers(page, 'the core team’s list');
      const other = await newPage({ url: product.url });
      await other.goto(link);
      await expect(other.getByRole('heading', { name: 'Velkommen, Per' })).toBeVisible();
      await expectNoBarriers(other, 'choosing a password');
      await other.goto('/logg-inn');
      await expect(other.getByRole('heading', { name: 'Logg inn' })).toBeVisible();
      await expect(other.getByRole('link', { name: 'Logg inn med Kommunens innlogging' })).toBeVisible();
      await expectNoBarriers(other, 'signing in');
      await other.goto('/logg-inn?feil=mayNotLead&fra=kommunen');
      await expect(other.getByRole('link', { name: 'Logg inn som en annen' })).toBeVisible();
      await expectNoBarriers(other, 'signed in there, and may not lead');
      // From elsewhere a password is half the way.
      const step = await newPage({ url: `http://localhost:${product.port}` });
      await step.setExtraHTTPHeaders({ via: '1.1 proxy' });
      await step.goto('/logg-inn');
      await step.getByLabel('E-postadresse').fill('mona@kommune.no');
      await step.getByRole('textbox', { name: 'Passord' }).fill('traktor himmel saks onsdag');
      await step.getByRole('button', { name: 'Logg inn', exact: true }).click();
      await expect(step.getByRole('heading', { name: 'Ett steg til: passnøkkel' })).toBeVisible();
      await expectNoBarriers(step, 'the step to a passkey');
    } finally {
      await product.remove();
    }
  });
});
