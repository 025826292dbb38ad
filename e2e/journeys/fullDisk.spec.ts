import { notSavedWords, testOnDisk } from '../product/diskTest.ts';
import { expect } from '../product/productTest.ts';
import { smallDisk } from '../product/smallDisk.ts';

const own = testOnDisk(smallDisk);

own(
  'the disk fills up: what is written stays on the screen, is said not to be saved, and is when there is room @phone',
  async ({ disk, server, layTable }, testInfo) => {
    const { leader, join } = await layTable(server);
    const eirin = await join('Eirin');
    await leader.sheet.newNote('Skrevet mens det var plass');
    await leader.sheet.expectSaved();
    await expect.poll(() => eirin.sheet.whereIs('Skrevet mens det var plass')).not.toBe('');

    disk.fill(server);
    await leader.sheet.newNote('Skrevet på en full disk');
    await expect(leader.sheet.savedSign).toContainText('Ikke lagret');
    await expect(leader.sheet.waiting).toContainText('venter på å bli lagret');
    await expect(notSavedWords(leader)).toBeVisible();
    await leader.page.screenshot({ path: testInfo.outputPath('full-disk.png') });
    // It stays so while the browser tries again and again, and nobody else has seen what may yet be lost.
    await leader.sheet.newNote('Og en til');
    await expect(notSavedWords(leader)).toBeVisible();
    expect(await eirin.sheet.whereIs('Skrevet på en full disk')).toBe('');
    await expect(eirin.sheet.savedSign).toHaveText(/Lagret/);

    disk.free(server);
    await leader.sheet.expectSaved();
    await expect(notSavedWords(leader)).toBeHidden();
    await expect.poll(() => eirin.sheet.whereIs('Skrevet på en full disk')).not.toBe('');
    await expect.poll(() => eirin.sheet.whereIs('Og en til')).not.toBe('');
    await server.killHard();
    await server.startAgain();
    const late = await join('Sein');
    await expect.poll(() => late.sheet.whereIs('Skrevet mens det var plass')).not.toBe('');
    await expect.poll(() => late.sheet.whereIs('Og en til')).not.toBe('');
  },
);
