import { describe, expect, it } from 'vitest';
import { BoardQuota } from './boardQuota.ts';
import { DiskRoom } from './diskRoom.ts';
import { admitNewBoardWith } from './newBoards.ts';

describe('whether an address may make one more board', () => {
  it('is no while the disk is nearly full, which takes nothing of what it may make that day', async () => {
    let free = 0;
    let now = 0;
    const clock = () => now;
    const diskRoom = new DiskRoom({ freeBytes: async () => free }, { minFreeBytes: 1_000, clock });
    const admit = admitNewBoardWith({ diskRoom, quota: new BoardQuota(1), clock });
    for (let attempt = 0; attempt < 3; attempt++) {
      expect(await admit('192.0.2.1')).toEqual({ ok: false, failure: { kind: 'diskNearlyFull' } });
    }
    free = 1_000;
    now = 5_000;
    expect(await admit('192.0.2.1')).toMatchObject({ ok: true });
    expect(await admit('192.0.2.1')).toMatchObject({ ok: false, failure: { kind: 'tooManyBoards' } });
  });
});
