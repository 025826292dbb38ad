import { seriousFindings } from '../accessibility/findings.ts';
import type { Participant } from '../people/participant.ts';
import { type Installation, startInstallation } from '../product/installation.ts';
import { expect, test } from '../product/productTest.ts';

/** The server goes away and may come back: for these journeys it must be their own. */
const own = test.extend<{ readonly server: Installation }>({
  server: async ({ servers }, use) => {
    const server = await startInstallation(servers);
    await use(server);
    await server.remove();
  },
});

const sign = ({ sheet }: Participant) => sheet.savedSign;

own(
  'the connection drops: one writes on, is told what waits, and it merges when it is back @servers',
  async ({ server, layTable }) => {
    const { leader, join } = await layTable(server);
    const eirin = await join('Eirin');
    await leader.sheet.newNoteIn('now', 'Jobb', 'Søke om startlån');
    await eirin.sheet.goTo('Søke om startlån');
    await server.killHard();
    await expect(sign(leader)).toContainText('Uten nett');

    await leader.sheet.newNoteIn('works', 'Jobb', 'Skrevet uten nett');
    await expect(leader.sheet.waiting).toHaveText('1 lapp venter på å bli lagret.');
    await eirin.sheet.openNote('Søke om startlån');
    await eirin.sheet.type('!');
    await eirin.sheet.closeNote();
    await expect(eirin.sheet.waiting).toHaveText('1 lapp venter på å bli lagret.');
    // It is told of the notes that wait, in words and on the list, and of no other.
    const inWords = leader.page.locator('.sheetInWords');
    await expect(inWords.getByText('Ikke lagret ennå')).toHaveCount(1);
    await expect(inWords.getByRole('listitem').filter({ hasText: 'Skrevet uten nett' })).toContainText(
      'Ikke lagret ennå',
    );
    // Before people leave, the room can see how it stands, and when all is kept.
    await sign(leader).click();
    const forAll = leader.page.getByRole('dialog', { name: 'Er alt lagret?' });
    await expect(forAll.getByRole('status')).toContainText('Uten nett');
    await expect(forAll).toContainText('Vent litt før dere går.');
    await server.startAgain();
    await expect(forAll.getByRole('status')).toContainText(/Alt er lagret kl\. \d/, { timeout: 20_000 });
    expect(await seriousFindings(leader.page)).toEqual([]);
    await leader.page.keyboard.press('Escape');
    await expect(inWords.getByText('Ikke lagret ennå')).toHaveCount(0);

    for (const { sheet } of [leader, eirin]) {
      await expect(sheet.savedSign).toContainText('Lagret', { timeout: 20_000 });
      await expect.poll(() => sheet.whereIs('Søke om startlån!')).not.toBe('');
      await expect.poll(() => sheet.whereIs('Skrevet uten nett')).not.toBe('');
    }
  },
);

own(
  'a page with something that waits asks before it is left, and one with nothing does not',
  async ({ server, layTable }) => {
    const { leader } = await layTable(server);
    const questions: string[] = [];
    leader.page.on('dialog', async (dialog) => {
      questions.push(dialog.type());
      await dialog.dismiss();
    });
    await leader.sheet.newNote('Lagret før vi laster på nytt');
    await leader.sheet.expectSaved();
    await leader.page.reload();
    await leader.sheet.expectSaved();
    expect(questions).toEqual([]);

    await server.killHard();
    await expect(sign(leader)).toContainText('Uten nett');
    await leader.sheet.newNote('Denne venter');
    await expect(leader.sheet.waiting).toContainText('venter');
    await leader.page.close({ runBeforeUnload: true });
    await expect.poll(() => questions).toEqual(['beforeunload']);
    await server.startAgain();
  },
);

own(
  'the power goes while two write in one note: after it is back, all is there, in both browsers @servers',
  async ({ server, layTable }) => {
    const { leader, join } = await layTable(server);
    const eirin = await join('Eirin');
    await leader.sheet.newNoteIn('now', 'Jobb', 'midt');
    await leader.sheet.openNote('midt');
    await eirin.sheet.openNote('midt');
    await leader.page.keyboard.press('Control+Home');
    const before = 'Dette skrev Mona mens strømmen gikk, ';
    const after = ', og dette skrev Eirin i den samme stunden.';
    const writing = Promise.all([
      leader.page.keyboard.type(before, { delay: 15 }),
      eirin.page.keyboard.type(after, { delay: 15 }),
    ]);
    await expect(leader.sheet.editor).toHaveValue(/^Dette skrev/);
    await server.killHard();
    await writing;
    await server.startAgain();

    for (const { sheet } of [leader, eirin]) {
      await expect(sheet.editor).toHaveValue(`${before}midt${after}`, { timeout: 20_000 });
      await expect(sheet.savedSign).toContainText('Lagret');
    }
    const late = await join('Sein');
    await expect.poll(() => late.sheet.whereIs(`${before}midt${after}`)).not.toBe('');
  },
);

test('this machine alone loses the network, says so, and catches up', async ({ layTable }) => {
  const { leader, join } = await layTable();
  const eirin = await join('Eirin');
  await eirin.page.context().setOffline(true);
  await eirin.sheet.newNoteIn('dream', 'Jobb', 'Et verksted');
  await expect(eirin.sheet.waiting).toHaveText('1 lapp venter på å bli lagret.');
  await leader.sheet.newNoteIn('now', 'Jobb', 'Ringe NAV');
  await eirin.page.context().setOffline(false);

  await expect(sign(eirin)).toContainText('Lagret', { timeout: 20_000 });
  await expect.poll(() => eirin.sheet.whereIs('Ringe NAV')).not.toBe('');
  await expect.poll(() => leader.sheet.whereIs('Et verksted')).not.toBe('');
});
