import type { BoardId } from '@duken/shared/board';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { keysForTests } from '../../sealing/keysForTests.ts';
import type { Storage } from '../index.ts';
import { openStorage } from '../openStorage.ts';
import { Cluster } from './clusterForTests.ts';

let cluster: Cluster;
beforeAll(async () => {
  cluster = await Cluster.start();
});
afterAll(() => cluster.remove());

describe('how large the journal in PostgreSQL is', () => {
  async function open(): Promise<{ storage: Storage; databaseUrl: string }> {
    const databaseUrl = await cluster.newSchema();
    const opened = await openStorage({ dataDir: '/nowhere', keys: keysForTests, databaseUrl });
    if (!opened.ok) throw new Error(opened.failure.kind);
    onTestFinished(() => opened.value.close());
    return { storage: opened.value, databaseUrl };
  }
  const append = async (storage: Storage, entries: number, bytes = 1) => {
    for (let entry = 0; entry < entries; entry++) {
      await storage.journal.append(new Map([[`board-${entry % 3}` as BoardId, [new Uint8Array(bytes).fill(entry)]]]));
    }
  };

  it('is nothing to speak of where nobody has written', async () => {
    const { storage } = await open();
    const { journalRows, journalBytes } = await storage.size();
    expect(journalRows).toBe(0);
    expect(journalBytes).toBeLessThan(100_000);
  });

  it('counts entries as of the last time the database looked through its tables, or nearer to now', async () => {
    const { storage, databaseUrl } = await open();
    await append(storage, 40);
    await cluster.ask(databaseUrl, 'analyze journal');
    expect((await storage.size()).journalRows).toBe(40);
  });

  it('grows by what is written, large updates included', async () => {
    const { storage } = await open();
    const before = (await storage.size()).journalBytes;
    const incompressible = crypto.getRandomValues(new Uint8Array(60_000));
    await storage.journal.append(new Map([['board' as BoardId, Array.from({ length: 20 }, () => incompressible)]]));
    expect((await storage.size()).journalBytes).toBeGreaterThan(before + 500_000);
  });
});
