import type { Participant } from '../people/participant.ts';
import { test } from './productTest.ts';
import { Product } from './startProduct.ts';

/** A disk of its own for one server, to be troubled. */
interface TestDisk {
  readonly folder: string;
  remove(): void;
}

/** Journeys at a server whose folder lies on such a disk; both are gone when the journey ends. */
export function testOnDisk<Disk extends TestDisk>(makeDisk: () => Disk | Promise<Disk>) {
  return test.extend<{ readonly disk: Disk; readonly server: Product }>({
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are wanted from this pattern.
    disk: async ({}, use) => {
      const disk = await makeDisk();
      await use(disk);
      disk.remove();
    },
    server: async ({ disk }, use) => {
      const server = await Product.start({ DUK_DATA_DIR: disk.folder, DUK_LIMITS_FREE_DISK_BYTES: '1' });
      await use(server);
      await server.remove();
    },
  });
}

/** What people are told while the disk takes nothing. */
export function notSavedWords({ page }: Participant) {
  return page.getByText('Vi får ikke lagret akkurat nå.');
}
