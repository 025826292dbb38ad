import { documentIdOf, type LinkId } from '@duken/shared/access';
import type { BoardId, ParticipantId, PersonId } from '@duken/shared/board';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keysForTests } from '../sealing/keysForTests.ts';
import { openStorage, type Storage } from '../storage/index.ts';
import { Cluster } from '../storage/postgres/clusterForTests.ts';
import { Sweep } from './sweep.ts';

const graceMs = 60_000;

let cluster: Cluster;
beforeAll(async () => {
  cluster = await Cluster.start();
});
afterAll(() => cluster.remove());

async function openServer(databaseUrl: string): Promise<Storage> {
  const storage = await openStorage({ dataDir: '', keys: keysForTests, databaseUrl });
  if (!storage.ok) throw new Error(storage.failure.kind);
  return storage.value;
}

/** A board with somebody at it, and something in each of its documents. */
async function fill({ directory, journal }: Storage, boardId: BoardId, expiresAt: number): Promise<void> {
  const linkId = `link of ${boardId}` as LinkId;
  const board = { id: boardId, title: 'Eksempel', templateId: 'lorenskog', createdAt: 1, expiresAt };
  const link = { id: linkId, boardId, role: 'editor', secretHash: 'hash', lobby: false, createdAt: 1 } as const;
  await directory.createBoard(board, [link]);
  const newcomer = { boardId, linkId, name: 'Kari', role: 'editor', joinedAt: 2 } as const;
  const ids = { id: `kari of ${boardId}` as ParticipantId, personId: `person of ${boardId}` as PersonId };
  await directory.enter({ ...newcomer, ...ids }, { hash: `session of ${boardId}`, openedAt: 2, expiresAt: 10 ** 9 });
  const documents = [boardId, documentIdOf(boardId, 'translations'), documentIdOf(boardId, 'private', 'kari')];
  await journal.append(new Map(documents.map((id) => [id, [Uint8Array.of(0, 0)]])));
}

describe('several servers that look for boards which have ended', () => {
  it('erase each of them once, whole, and no other, though all look in the same moment', async () => {
    const databaseUrl = await cluster.newDatabase();
    const servers = [await openServer(databaseUrl), await openServer(databaseUrl), await openServer(databaseUrl)];
    const [first] = servers as [Storage, Storage, Storage];
    const ended = Array.from({ length: 12 }, (_, index) => `board-${index}` as BoardId);
    const stays = 'board-stays' as BoardId;
    for (const boardId of ended) await fill(first, boardId, 1_000);
    await fill(first, stays, 1_001);
    const erased: BoardId[] = [];
    const failures: unknown[] = [];
    const sweeps = servers.map(
      (storage) =>
        new Sweep({
          storage,
          clock: () => 1_000 + graceMs,
          onErased: (boardId) => erased.push(boardId),
          onFailed: (error) => failures.push(error),
        }),
    );
    await Promise.all(sweeps.map((sweep) => sweep.now()));
    for (const sweep of sweeps) await sweep.stop();
    expect(failures).toEqual([]);
    expect(erased.toSorted()).toEqual(ended.toSorted());
    for (const boardId of ended) {
      expect(await first.directory.findBoard(boardId)).toBeUndefined();
      expect(await first.journal.boardBytes(boardId)).toEqual(new Map());
      expect(await first.directory.findSeat(`session of ${boardId}`, boardId, 3)).toBeUndefined();
    }
    expect(await first.directory.findSeat(`session of ${stays}`, stays, 3)).toBeDefined();
    expect((await first.journal.boardBytes(stays)).size).toBe(3);
    for (const storage of servers) await storage.close();
  });
});
