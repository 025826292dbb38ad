import { expect, test } from '../product/productTest.ts';

test('the code of the invitation is there with the duk, and one click away at any time; the leader’s key is another thing', async ({
  leader,
  newParticipant,
}) => {
  const { page } = leader;
  const code = Promise.withResolvers<void>();
  await page.route(/\/assets\/browser-/, async (route) => {
    await code.promise;
    await route.continue();
  });
  await page.goto('/');
  await page.getByRole('button', { name: 'Ny duk' }).click();
  const questions = page.getByRole('dialog', { name: 'En ny duk' });
  await questions.getByLabel('Hva skal duken hete?').fill('Ida og barna');
  await questions.getByLabel('Hva heter du?').fill('Mona');
  await questions.getByRole('button', { name: 'Lag duken' }).click();
  const made = page.getByRole('dialog', { name: 'Duken er klar' });
  // What one is about to press stays where it is when the code comes.
  const goes = made.getByRole('button', { name: 'Gå til duken' });
  const before = await goes.boundingBox();
  await expect(made.getByRole('img', { name: /QR-kode/ })).toHaveCount(0);
  code.resolve();
  await expect(made.getByRole('img', { name: /QR-kode/ })).toBeVisible();
  expect(await goes.boundingBox()).toEqual(before);
  const link = await made.getByLabel('Invitasjon til de andre').inputValue();
  await expect(made.getByLabel('Din lederlenke')).toBeHidden();
  await made.getByText('Vis nøkkelen').click();
  expect(new URL(await made.getByLabel('Din lederlenke').inputValue()).pathname).toMatch(/\/leder$/);
  await made.getByRole('button', { name: 'Gå til duken' }).click();
  // The cloth is laid: the plan is theirs.
  await expect(page.getByRole('button', { name: 'Planen til Ida og barna. Endre' })).toBeVisible();

  const invitation = page.getByRole('dialog', { name: 'Inviter til duken' });
  for (const again of [false, true]) {
    if (again) await page.reload();
    await leader.openInvitation();
    await expect(invitation.getByRole('img', { name: /QR-kode/ })).toBeVisible();
    expect(await invitation.getByLabel('Lenken', { exact: true }).inputValue()).toBe(link);
    await leader.closeDialog();
  }
  const ida = await newParticipant('Ida');
  await ida.joinBy(link);

  // Another window knows that there is one, and not its secret.
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByRole('button', { name: 'Inviter' }).click();
  await expect(other.getByRole('img', { name: /QR-kode/ })).toHaveCount(0);
  await other.getByRole('button', { name: 'Lag ny: Invitasjonen som ble laget med duken' }).click();
  await other.getByRole('button', { name: 'Lag lenke' }).click();
  await expect(other.getByRole('img', { name: /QR-kode/ })).toBeVisible();

  // Taken back, it is not shown any more.
  await leader.openInvitation();
  await invitation.getByRole('button', { name: 'Trekk tilbake: Invitasjonen som ble laget med duken' }).click();
  await page
    .getByRole('dialog', { name: 'Trekke tilbake lenken?' })
    .getByRole('button', { name: 'Trekk tilbake' })
    .click();
  await expect(invitation.getByRole('img', { name: /QR-kode/ })).toHaveCount(0);
});
