import { unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DiskForTests } from './storage/sqlite/diskForTests.ts';
import { BoardUser, openTestServer, type TestServer } from './testing/index.ts';

const mebibyte = 1024 * 1024;

describe('a disk that is nearly full', () => {
  let disk: DiskForTests;
  let server: TestServer;
  beforeEach(async () => {
    disk = new DiskForTests(64);
    server = await openTestServer({ dataDir: disk.folder, minFreeDiskBytes: 32 * mebibyte });
  });
  afterEach(async () => {
    await server.close();
    disk.remove();
  });

  it('takes no new boards, and all that people do on those there are', async () => {
    const origin = `http://127.0.0.1:${await server.listen()}`;
    const mona = await BoardUser.withNewBoard(origin);
    const ballast = join(disk.folder, 'ballast');
    writeFileSync(ballast, Buffer.alloc(24 * mebibyte));
    server.waitMs(5_000);

    const stranger = server.person();
    for (const reply of [
      await stranger.post('/api/boards', { title: 'Duk', templateId: 'simple' }),
      await stranger.post('/api/demos/eirin'),
    ]) {
      expect([reply.statusCode, reply.json().type]).toEqual([507, '/problems/diskNearlyFull']);
      expect(reply.json().detail).toContain('Dukene som finnes, virker som før');
    }
    expect(stranger.cookie).toBeUndefined();

    const eirin = await BoardUser.joining(origin, mona.boardId, mona.joinSecret, 'Eirin', 'citizen');
    const window = eirin.openBoard(origin);
    await expect.poll(() => window.provider.synced).toBe(true);
    window.write('a');
    await window.allSaved();
    const { meetingId } = (await mona.post(origin, '/meetings', {
      date: '2026-11-30',
      present: [{ name: 'Mona' }],
    })) as { meetingId: string };
    expect(await mona.post(origin, `/meetings/${meetingId}/freeze`, {})).toMatchObject({ version: 1 });

    unlinkSync(ballast);
    server.waitMs(5_000);
    await stranger.makeBoard();
  });
});
