import { DiskForTests } from '../../server/storage/sqlite/diskForTests.ts';
import type { Participant } from '../people/participant.ts';
import { expect, test } from '../product/productTest.ts';
import { Product } from '../product/startProduct.ts';

const own = test.extend<{ readonly disk: DiskForTests; readonly server: Product }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are wanted from this pattern.
  disk: async ({}, use) => {
    const disk = new DiskForTests();
    await use(disk);
    disk.remove();
  },
  server: async ({ disk }, use) => {
    const server = await Product.start({ DUK_DATA_DIR: disk.folder });
    await use(server);
    await server.remove();
  },
});

const words = (participant: Participant) => participant.page.getByText('Vi får ikke lagret akkurat nå.');

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
    await expect(leader.sheet.savedSign).toHaveText(/Ikke lagret – \d+ endringer venter/);
    await expect(words(leader)).toBeVisible();
    expect(await eirin.sheet.whereIs('Skrevet på en disk som bare kan leses')).toBe('');
    // The server runs, tries again and again, and is not in the way of who repairs the disk.
    await expect(() => disk.unmount()).toPass();
    await leader.sheet.newNote('Og en til');
    await expect(words(leader)).toBeVisible();
    disk.repair();
    disk.mount();
    const back = performance.now();
    await leader.sheet.expectSaved();
    testInfo.annotations.push({ type: 'saved again after', description: `${Math.round(performance.now() - back)} ms` });
    await expect(words(leader)).toBeHidden();
    await expect.poll(() => eirin.sheet.whereIs('Og en til')).not.toBe('');

    await server.killHard();
    await server.startAgain();
    const late = await join('Sein');
    await expect.poll(() => late.sheet.whereIs('Skrevet før feilen')).not.toBe('');
    await expect.poll(() => late.sheet.whereIs('Skrevet på en disk som bare kan leses')).not.toBe('');
    await expect.poll(() => late.sheet.whereIs('Og en til')).not.toBe('');
  },
);
