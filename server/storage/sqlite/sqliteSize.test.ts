import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BoardId } from '@duken/shared/board';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Storage } from '../index.ts';
import { openStorage } from '../openStorage.ts';

describe('how large the file and its journal are', () => {
  let dataDir: string;
  let storage: Storage;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'duken-size-'));
    const opened = await openStorage({ dataDir });
    if (!opened.ok) throw new Error(opened.failure.kind);
    storage = opened.value;
  });
  afterEach(async () => {
    await storage.close();
    await rm(dataDir, { recursive: true });
  });

  const boardNumber = (number: number) => `board-${String(number).padStart(5, '0')}` as BoardId;
  const append = (boardIds: readonly BoardId[], bytes = 1) =>
    storage.journal.append(new Map(boardIds.map((id) => [id, [new Uint8Array(bytes)]])));

  it('counts no entries where nobody has written', async () => {
    expect(await storage.size()).toMatchObject({ journalRows: 0, journalBytes: expect.any(Number) });
  });

  it('counts every entry of more boards than it takes in one go, and not those that were compacted away', async () => {
    const boards = Array.from({ length: 1_203 }, (_, number) => boardNumber(number));
    await append(boards);
    await append(boards.slice(0, 700));
    await append(boards.slice(600, 601));
    expect((await storage.size()).journalRows).toBe(1_203 + 700 + 1);
    expect(await storage.journal.compact(boardNumber(600), Uint8Array.of(1), 2)).toBe(true);
    expect((await storage.size()).journalRows).toBe(1_203 + 700);
  });

  it('grows by what is written, from the moment it is on disk', async () => {
    const before = (await storage.size()).journalBytes;
    await append([boardNumber(1)], 3_000_000);
    expect((await storage.size()).journalBytes).toBeGreaterThan(before + 3_000_000);
  });
});
