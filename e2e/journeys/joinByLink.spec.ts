import { Participant } from '../people/participant.ts';
import { expect, test } from '../product/productTest.ts';

test.describe('joining by a link', { tag: '@phone' }, () => {
  test('somebody with a link is told nothing of the case, says who they are, and is in', async ({
    leader,
    newParticipant,
  }) => {
    await leader.makeBoard('Planen til Eirin');
    const link = await leader.inviteTo('Skrive på duken');
    const eirin = await newParticipant('Eirin');
    await eirin.openLink(link);
    await expect(eirin.page.getByText('Du er invitert til en duk.')).toBeVisible();
    await expect(eirin.page.getByText(/Planen til Eirin|Mona/)).toHaveCount(0);
    await eirin.sayWho();

    await expect(eirin.page).toHaveURL(/\/duk\/[^/#]+$/);
    const table = leader.page.getByRole('region', { name: 'Rundt bordet' });
    await expect(table.getByRole('listitem').filter({ hasText: 'Eirin' })).toContainText('er her nå');
  });

  test('a name is needed, and the page says so', async ({ leader, newParticipant }) => {
    await leader.makeBoard('Planen til Eirin');
    const link = await leader.inviteTo('Skrive på duken');
    const guest = await newParticipant('');
    await guest.openLink(link);
    await guest.page.getByRole('button', { name: 'Bli med' }).click();

    await expect(guest.page.getByText('Skriv et navn, så de andre vet hvem du er.')).toBeVisible();
    await expect(guest.page.getByLabel('Hva heter du?')).toBeFocused();
  });

  test('whose voice it is, is needed too, and nobody speaks as the citizen by accident', async ({
    leader,
    newParticipant,
  }) => {
    await leader.makeBoard('Planen til Eirin');
    const link = await leader.inviteTo('Skrive på duken');
    const henning = await newParticipant('Henning');
    await henning.openLink(link);
    await henning.page.getByLabel('Hva heter du?').fill('Henning');
    await expect(henning.page.getByRole('radio', { checked: true })).toHaveCount(0);
    await henning.page.getByRole('button', { name: 'Bli med' }).click();
    await expect(henning.page.getByText('Velg hvem du er')).toBeVisible();
    await henning.page.getByRole('radio', { name: 'Tjeneste' }).check();
    await henning.page.getByRole('button', { name: 'Bli med' }).click();

    const table = leader.page.getByRole('region', { name: 'Rundt bordet' });
    await expect(table.getByRole('listitem').filter({ hasText: 'Henning' })).toContainText('Tjeneste');
    await expect(henning.page.getByRole('button', { name: 'Tjeneste', pressed: true })).toBeVisible();
  });

  test('who only reads is asked for a name alone', async ({ leader, newParticipant }) => {
    await leader.makeBoard('Planen til Eirin');
    const link = await leader.inviteTo('Bare lese', 'Bestemor');
    const list = leader.page.getByRole('region', { name: 'Lenker som er laget' });
    await expect(list.getByRole('listitem').filter({ hasText: 'Bestemor' })).toContainText('Kan lese');
    const granny = await newParticipant('Bestemor');
    await granny.openLink(link);
    await expect(granny.page.getByLabel('Hva heter du?')).toBeVisible();
    await expect(granny.page.getByRole('radio')).toHaveCount(0);
    await granny.sayWho('none');
  });

  test('a link that was changed on the way says whom to ask', async ({ leader, newParticipant }) => {
    await leader.makeBoard('Planen til Eirin');
    const link = await leader.inviteTo('Skrive på duken');
    const guest = await newParticipant('Ukjent');
    const lastLetter = link.endsWith('A') ? 'B' : 'A';
    await guest.openLink(link.slice(0, -4) + lastLetter.repeat(4));

    await expect(guest.page.getByRole('heading', { name: 'Denne lenken virker ikke lenger' })).toBeVisible();
    await expect(guest.page.getByLabel('Hva heter du?')).toHaveCount(0);
    await expect(guest.page.getByText('vanligvis investeringslederen')).toBeVisible();
  });

  test('an address without a secret shows nothing of the duk', async ({ leader, newParticipant }) => {
    await leader.makeBoard('Planen til Eirin');
    const guest = await newParticipant('Ukjent');
    await guest.openLink(leader.page.url());

    await expect(guest.page.getByRole('heading', { name: 'Du trenger en lenke' })).toBeVisible();
    await expect(guest.page.getByText('Eirin')).toHaveCount(0);
  });

  test('a withdrawn link closes the duk for those who came by it @servers', async ({ leader, newParticipant }) => {
    await leader.makeBoard('Planen til Eirin');
    const link = await leader.inviteTo('Skrive på duken');
    const eirin = await newParticipant('Eirin');
    await eirin.joinBy(link);
    await leader.withdrawUsedLink();

    const ended = eirin.page.getByRole('heading', {
      name: /^Du (har ikke lenger tilgang|er ikke med på duken lenger)$/,
    });
    await expect(ended).toBeVisible();
    await expect(eirin.page.getByText(/investeringslederen/)).toBeVisible();
    const late = await newParticipant('Sein');
    await late.openLink(link);
    await expect(late.page.getByRole('heading', { name: 'Denne lenken virker ikke lenger' })).toBeVisible();
  });
});

test('the leader takes one person away, and the others by the same link stay @servers', async ({
  leader,
  newParticipant,
}) => {
  await leader.makeBoard('Planen til Eirin');
  const link = await leader.inviteTo('Skrive på duken');
  const [eirin, stranger] = [await newParticipant('Eirin'), await newParticipant('Feil Person')];
  await eirin.joinBy(link);
  await stranger.joinBy(link, 'Tjeneste');
  await leader.remove('Feil Person');

  await expect(stranger.page.getByText(/tatt ut av duken/)).toBeVisible();
  const table = leader.page.getByRole('region', { name: 'Rundt bordet' });
  await expect(table.getByRole('listitem').filter({ hasText: 'Feil Person' })).toHaveCount(0);
  await expect(table.getByRole('listitem').filter({ hasText: 'Eirin' })).toContainText('er her nå');
  await stranger.openLink(link);
  await stranger.sayWho();
  await expect(stranger.page.getByText('Investeringslederen må slippe deg inn.')).toBeVisible();
  await expect(stranger.page.getByText('Planen til Eirin')).toHaveCount(0);
  await expect(eirin.page.getByRole('button', { name: 'Ny lapp' })).toBeVisible();
});

test('somebody who opens their link again in another tab is the same there, and goes on in the first', async ({
  leader,
  newParticipant,
}) => {
  await leader.makeBoard('Planen til Eirin');
  const link = await leader.inviteTo('Skrive på duken');
  const eirin = await newParticipant('Eirin');
  await eirin.joinBy(link);
  await eirin.sheet.newNote('Før');
  await eirin.sheet.expectSaved();
  const comesBack = eirin.page.waitForEvent('websocket', (socket) => /\/sync\/[^/]+$/.test(socket.url()));
  const again = new Participant(await eirin.page.context().newPage(), 'Eirin');
  await again.openLink(link);
  await expect(again.page.getByRole('button', { name: 'Ny lapp' })).toBeVisible();
  await comesBack;

  await eirin.sheet.newNote('Etter');
  await eirin.sheet.expectSaved();
  await again.sheet.goTo('Etter');
  await again.sheet.goTo('Før');
  const table = leader.page.getByRole('region', { name: 'Rundt bordet' });
  await expect(table.getByRole('listitem').filter({ hasText: 'Eirin' })).toHaveCount(1);
});

test('the leader comes back as leader on another machine by their own link', async ({ leader, newParticipant }) => {
  await leader.makeBoard('Planen til Eirin');
  const again = await newParticipant('Mona');
  await again.openLink(leader.leaderLink);
  await expect(again.page.getByText('Dette er en lederlenke.')).toBeVisible();
  await expect(again.page.getByText('Planen til Eirin')).toHaveCount(0);
  await again.sayWho('none');

  await expect(again.page.getByRole('button', { name: 'Inviter' })).toBeVisible();
});

test('the leader makes a link for one machine more, and takes it back @servers', async ({ leader, newParticipant }) => {
  await leader.makeBoard('Planen til Eirin');
  await leader.openInvitation();
  await leader.page.getByText('Lag en nøkkel til deg selv').click();
  await leader.page.getByRole('button', { name: 'Lag en lederlenke' }).click();
  const link = await leader.page.getByLabel('Ny lederlenke').inputValue();
  const again = await newParticipant('Mona');
  await again.joinBy(link, 'none');
  await expect(again.page.getByRole('button', { name: 'Inviter' })).toBeVisible();

  const links = leader.page.getByRole('region', { name: 'Lenker som er laget' });
  await expect(links.getByRole('listitem').filter({ hasText: 'den du kom inn med' }).getByRole('button')).toHaveCount(
    0,
  );
  await leader.page.getByRole('button', { name: 'Trekk tilbake: Lederlenke' }).click();
  const question = leader.page.getByRole('dialog', { name: 'Trekke tilbake lenken?' });
  await question.getByRole('button', { name: 'Trekk tilbake' }).click();
  await expect(again.page.getByRole('heading', { name: 'Du har ikke lenger tilgang' })).toBeVisible();
});

test('a browser that keeps no cookies says so, keeps the link, and lets nobody in twice', async ({
  layTable,
  newPage,
}) => {
  const { leader, seat } = await layTable();
  const link = await leader.inviteTo('Skrive på duken');
  const page = await newPage({ url: seat.url });
  let joins = 0;
  page.on('request', (request) => {
    if (request.url().endsWith('/join')) joins += 1;
  });
  // Says that it keeps them, and does not: the answer that names the session is forgotten.
  await page.route('**/join', async (route) => {
    const response = await route.fetch();
    await page.context().clearCookies();
    const { 'set-cookie': _, ...headers } = response.headers();
    await route.fulfill({ response, headers });
  });
  const guest = new Participant(page, 'Eirin');
  await guest.openLink(link);
  await guest.page.getByLabel('Hva heter du?').fill('Eirin');
  await guest.page.getByRole('radio', { name: 'Innbygger' }).check();
  await guest.page.getByRole('button', { name: 'Bli med' }).click();
  await expect(page.getByRole('heading', { name: 'Nettleseren husker deg ikke' })).toBeVisible();
  await page.getByRole('button', { name: 'Prøv igjen' }).click();
  await expect(page.getByRole('heading', { name: 'Nettleseren husker deg ikke' })).toBeVisible();
  expect([joins, new URL(page.url()).hash.length]).toEqual([1, 44]);

  // One that says so is believed before anybody is let in.
  await page.addInitScript(() => Object.defineProperty(navigator, 'cookieEnabled', { get: () => false }));
  await page.reload();
  await guest.page.getByLabel('Hva heter du?').fill('Eirin');
  await guest.page.getByRole('radio', { name: 'Innbygger' }).check();
  await guest.page.getByRole('button', { name: 'Bli med' }).click();
  await expect(page.getByText('tar ikke vare på informasjonskapsler')).toBeVisible();
  expect(joins).toBe(1);
});

test('one gives oneself another name, and the others see it at once @servers @phone', async ({
  leader,
  newParticipant,
}) => {
  await leader.makeBoard('Planen til Eirin');
  const link = await leader.inviteTo('Skrive på duken');
  const eirin = await newParticipant('Eirn');
  await eirin.joinBy(link);
  await eirin.openFromMore('Endre navnet mitt');
  const dialog = eirin.page.getByRole('dialog', { name: 'Endre navnet mitt' });
  await expect(dialog.getByLabel('Hva heter du?')).toHaveValue('Eirn');
  await dialog.getByLabel('Hva heter du?').fill('  ');
  await dialog.getByRole('button', { name: 'Lagre navnet' }).click();
  await expect(dialog.getByText('Skriv et navn, så de andre vet hvem du er.')).toBeVisible();
  await dialog.getByLabel('Hva heter du?').fill('Eirin');
  await dialog.getByRole('button', { name: 'Lagre navnet' }).click();
  await expect(dialog).toBeHidden();
  const table = leader.page.getByRole('region', { name: 'Rundt bordet' });
  await expect(table.getByRole('listitem').filter({ hasText: 'Eirin' })).toContainText('er her nå');
});
