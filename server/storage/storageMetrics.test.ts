import { Registry } from 'prom-client';
import { describe, expect, it, vi } from 'vitest';
import { StorageUnavailable } from './journal.ts';
import { loneBus } from './roomBus.ts';
import type { StorageSize } from './storage.ts';
import { storageMetrics } from './storageMetrics.ts';

const size: StorageSize = { journalRows: 7, journalBytes: 4096 };

async function shown(registry: Registry, names = 'duk_journal_'): Promise<string[]> {
  return (await registry.metrics()).split('\n').filter((line) => line.startsWith(names));
}

describe('figures of what is kept', () => {
  it('are what storage said before anybody came', async () => {
    const registry = new Registry();
    await storageMetrics(registry, { size: async () => size, bus: loneBus }, vi.fn())();
    expect(await shown(registry)).toEqual(['duk_journal_rows 7', 'duk_journal_bytes 4096']);
  });

  it('are asked for again after half a minute, and no scrape waits for the answer', async () => {
    const registry = new Registry();
    const answers = [Promise.resolve(size), Promise.withResolvers<StorageSize>().promise];
    const ask = vi.fn(() => answers.shift() ?? Promise.resolve(size));
    await storageMetrics(registry, { size: ask, bus: loneBus }, vi.fn())();
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
    await storageMetrics(registry, { size: () => Promise.reject(error), bus: loneBus }, onUnknown)();
    expect(await shown(registry)).toEqual(['duk_journal_rows Nan', 'duk_journal_bytes Nan']);
    expect(onUnknown).toHaveBeenCalledWith(error);
  });

  it('say whether the other servers are heard, and how much they were not told', async () => {
    const registry = new Registry();
    const bus = { ...loneBus, isUp: true, unsent: 0 };
    storageMetrics(registry, { size: async () => size, bus }, vi.fn());
    expect(await shown(registry, 'duk_bus_')).toEqual([
      'duk_bus_up 1',
      'duk_bus_messages_unsent_total 0',
      'duk_bus_messages_unopened_total 0',
    ]);
    Object.assign(bus, { isUp: false, unsent: 3, unopened: 2 });
    expect(await shown(registry, 'duk_bus_')).toEqual([
      'duk_bus_up 0',
      'duk_bus_messages_unsent_total 3',
      'duk_bus_messages_unopened_total 2',
    ]);
  });
});
