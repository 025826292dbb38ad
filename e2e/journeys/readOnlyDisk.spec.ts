import { DiskForTests } from '../../server/storage/sqlite/diskForTests.ts';
import { notSavedWords, testOnDisk } from '../product/diskTest.ts';
import { expect } from '../product/productTest.ts';

const own = testOnDisk(() => new DiskForTests());

own(
  'the disk turns read-only and is repaired: nobody is told that anything was saved meanwhile, and nothing is lost',
  async ({ disk, server, layTable }, testInfo) => {
    const { leader, join } = await layTable(server);
    const eirin = await join('Eirin');
    await leader.sheet.newNote('Skrevet før feilen');
    await leader.sheet.expectSaved();
    await expect.poll(() => eirin.sheet.whereIs('Skrevet før feilen')).not.toBe('');

    disk.turnReadOnly();
    await leader.sheet.newNote('Skrevet på en disk som bare kan leses');
    await expect(leader.sheet.savedSign).toContainText('Ikke lagret');
    await expect(leader.sheet.waiting).toContainText('venter på å bli lagret');
    await expect(notSavedWords(leader)).toBeVisible();
    expect(await eirin.sheet.whereIs('Skrevet på en disk som bare kan leses')).toBe('');
    // The server runs, tries again and again, and is not in the way of who repairs the disk.
    await expect(() => disk.unmount()).toPass();
    await leader.sheet.newNote('Og en til');
    await expect(notSavedWords(leader)).toBeVisible();
    disk.repair();
    disk.mount();
    const back = performance.now();
    await leader.sheet.expectSaved();
    testInfo.annotations.push({ type: 'saved again after', description: `${Math.round(performance.now() - back)} ms` });
    await expect(notSavedWords(leader)).toBeHidden();
    await expect.poll(() => eirin.sheet.whereIs('Og en til')).not.toBe('');

    await server.killHard();
    await server.startAgain();
    const late = await join('Sein');
    await expect.poll(() => late.sheet.whereIs('Skrevet før feilen')).not.toBe('');
    await expect.poll(() => late.sheet.whereIs('Skrevet på en disk som bare kan leses')).not.toBe('');
    await expect.poll(() => late.sheet.whereIs('Og en til')).not.toBe('');
  },
);
