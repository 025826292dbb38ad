import { Registry } from 'prom-client';
import { describe, expect, it, vi } from 'vitest';
import { StorageUnavailable } from './journal.ts';
import type { StorageSize } from './storage.ts';
import { storageMetrics } from './storageMetrics.ts';

const size: StorageSize = { journalRows: 7, journalBytes: 4096 };

async function shown(registry: Registry): Promise<string[]> {
  return (await registry.metrics()).split('\n').filter((line) => line.startsWith('duk_'));
}

describe('figures of what is kept', () => {
  it('are what storage said before anybody came', async () => {
    const registry = new Registry();
    await storageMetrics(registry, { size: async () => size }, vi.fn())();
    expect(await shown(registry)).toEqual(['duk_journal_rows 7', 'duk_journal_bytes 4096']);
  });

  it('are asked for again after half a minute, and no scrape waits for the answer', async () => {
    const registry = new Registry();
    const answers = [Promise.resolve(size), Promise.withResolvers<StorageSize>().promise];
    const ask = vi.fn(() => answers.shift() ?? Promise.resolve(size));
    await storageMetrics(registry, { size: ask }, vi.fn())();
    await shown(registry);
    expect(ask).toHaveBeenCalledTimes(1);
    const later = performance.now() + 31_000;
    const clock = vi.spyOn(performance, 'now').mockReturnValue(later);
    expect(await shown(registry)).toEqual(['duk_journal_rows 7', 'duk_journal_bytes 4096']);
    await shown(registry);
    expect(ask).toHaveBeenCalledTimes(2);
    clock.mockRestore();
  });

  it('are not told when storage does not know, and whoever keeps the log hears why', async () => {
    const registry = new Registry();
    const onUnknown = vi.fn();
    const error = new StorageUnavailable('away');
    await storageMetrics(registry, { size: () => Promise.reject(error) }, onUnknown)();
    expect(await shown(registry)).toEqual(['duk_journal_rows Nan', 'duk_journal_bytes Nan']);
    expect(onUnknown).toHaveBeenCalledWith(error);
  });
});
