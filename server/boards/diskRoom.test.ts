import { describe, expect, it, vi } from 'vitest';
import { DiskRoom } from './diskRoom.ts';

describe('room on the disk for a new board', () => {
  it.each([
    [1_000, true],
    [999, false],
    [undefined, true], // A database, whose disk is not ours to ask.
  ])('with %s bytes free of the 1,000 that must be: %s', async (free, isEnough) => {
    const room = new DiskRoom({ freeBytes: async () => free }, { minFreeBytes: 1_000, clock: () => 0 });
    expect(await room.isEnough()).toBe(isEnough);
  });

  it('is not doubted when the disk cannot say', async () => {
    const freeBytes = () => Promise.reject(new Error('EIO'));
    expect(await new DiskRoom({ freeBytes }, { minFreeBytes: 1, clock: () => 0 }).isEnough()).toBe(true);
  });

  it('is asked for every few seconds, however many boards are made', async () => {
    const freeBytes = vi.fn(async () => 0);
    let now = 0;
    const room = new DiskRoom({ freeBytes }, { minFreeBytes: 1, clock: () => now });
    expect(await Promise.all(Array.from({ length: 100 }, () => room.isEnough()))).not.toContain(true);
    now = 4_999;
    await room.isEnough();
    expect(freeBytes).toHaveBeenCalledOnce();
    now = 5_000;
    freeBytes.mockResolvedValue(1);
    expect(await room.isEnough()).toBe(true);
  });
});
