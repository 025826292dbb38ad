import { expect, test } from '../product/productTest.ts';

test.describe('a link with a lobby', { tag: '@phone' }, () => {
  test('somebody knocks, the leader says who they are and lets them in, and nothing is told before', async ({
    leader,
    newParticipant,
  }) => {
    await leader.makeBoard('Planen til Eirin');
    const dialog = await leader.openLinkQuestions();
    await dialog.getByRole('switch', { name: 'Jeg slipper inn hver enkelt' }).check();
    await dialog.getByRole('button', { name: 'Lag lenke' }).click();
    const link = await dialog.getByLabel('Lenken', { exact: true }).inputValue();

    const granny = await newParticipant('Bestemor');
    await granny.openLink(link);
    await granny.sayWho('Familie og nettverk');
    await expect(granny.page.getByText('Investeringslederen må slippe deg inn')).toBeVisible();
    await expect(granny.page.getByText('Planen til Eirin')).toHaveCount(0);

    const knocking = leader.page.getByRole('region', { name: 'Én venter på å bli sluppet inn' });
    await expect(knocking.getByLabel('Hvem snakker på lappene?')).toHaveValue('family');
    await knocking.getByRole('button', { name: 'Slipp inn Bestemor', exact: true }).click();
    await expect(granny.page.getByRole('heading', { name: 'Planen til Eirin' })).toBeVisible();
    await expect(knocking).toHaveCount(0);
  });

  test('somebody who is not let in is told so, and whom to ask', async ({ leader, newParticipant }) => {
    await leader.makeBoard('Planen til Eirin');
    const dialog = await leader.openLinkQuestions();
    await dialog.getByRole('switch', { name: 'Jeg slipper inn hver enkelt' }).check();
    await dialog.getByRole('button', { name: 'Lag lenke' }).click();
    const stranger = await newParticipant('Ukjent');
    await stranger.openLink(await dialog.getByLabel('Lenken', { exact: true }).inputValue());
    await stranger.sayWho('Tjeneste');
    await leader.page.getByRole('button', { name: 'Ikke slipp inn Ukjent' }).click();
    await expect(stranger.page.getByRole('heading', { name: 'Du ble ikke sluppet inn' })).toBeVisible();
  });
});
