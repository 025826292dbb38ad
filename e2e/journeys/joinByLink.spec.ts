import { expect, test } from '../product/productTest.ts';

test.describe('joining by a link', { tag: '@phone' }, () => {
  test('somebody with a link gives a name and is in', async ({ leader, newParticipant }) => {
    await leader.makeBoard('Planen til Eirin');
    const link = await leader.inviteTo('Skrive på duken');
    const eirin = await newParticipant('Eirin');
    await eirin.joinBy(link);

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

  test('a link that was changed on the way says whom to ask', async ({ leader, newParticipant }) => {
    await leader.makeBoard('Planen til Eirin');
    const link = await leader.inviteTo('Skrive på duken');
    const guest = await newParticipant('Ukjent');
    const lastLetter = link.endsWith('A') ? 'B' : 'A';
    await guest.openLink(link.slice(0, -4) + lastLetter.repeat(4));
    await guest.page.getByLabel('Hva heter du?').fill('Ukjent');
    await guest.page.getByRole('button', { name: 'Bli med' }).click();

    await expect(guest.page.getByRole('heading', { name: 'Denne lenken virker ikke lenger' })).toBeVisible();
    await expect(guest.page.getByText('vanligvis investeringslederen')).toBeVisible();
  });

  test('an address without a secret shows nothing of the duk', async ({ leader, newParticipant }) => {
    await leader.makeBoard('Planen til Eirin');
    const guest = await newParticipant('Ukjent');
    await guest.openLink(leader.page.url());

    await expect(guest.page.getByRole('heading', { name: 'Du trenger en lenke' })).toBeVisible();
    await expect(guest.page.getByText('Eirin')).toHaveCount(0);
  });

  test('a withdrawn link closes the duk for those who came by it, within a second', async ({
    leader,
    newParticipant,
  }) => {
    await leader.makeBoard('Planen til Eirin');
    const link = await leader.inviteTo('Skrive på duken');
    const eirin = await newParticipant('Eirin');
    await eirin.joinBy(link);
    await leader.withdrawUsedLink();

    const ended = eirin.page.getByRole('heading', {
      name: /^Du (har ikke lenger tilgang|er ikke med på duken lenger)$/,
    });
    await expect(ended).toBeVisible({ timeout: 1000 });
    await expect(eirin.page.getByText(/investeringslederen/)).toBeVisible();
    const late = await newParticipant('Sein');
    await late.openLink(link);
    await late.page.getByLabel('Hva heter du?').fill('Sein');
    await late.page.getByRole('button', { name: 'Bli med' }).click();
    await expect(late.page.getByRole('heading', { name: 'Denne lenken virker ikke lenger' })).toBeVisible();
  });
});

test('the leader comes back as leader on another machine by their own link', async ({ leader, newParticipant }) => {
  await leader.makeBoard('Planen til Eirin');
  const again = await newParticipant('Mona');
  await again.joinBy(leader.leaderLink);

  await expect(again.page.getByRole('button', { name: 'Inviter' })).toBeVisible();
});
