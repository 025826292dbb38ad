import { Counter, Gauge, type Registry } from 'prom-client';
import type { Storage, StorageSize } from './storage.ts';

/** How old the figures may be before storage is asked again, in milliseconds: asking costs it some work. */
const maxAgeMs = 30_000;

/**
 * How much is kept, and whether the other servers can be heard. A scrape tells what storage said last and never waits for it: while storage is away, the rest must be
 * told all the more.
 *
 * @param onUnknown storage could not say
 * @returns asks storage now; to be awaited before anybody comes, so that the first scrape has something to tell
 */
export function storageMetrics(
  registry: Registry,
  storage: Pick<Storage, 'size' | 'bus'>,
  onUnknown: (error: unknown) => void,
): () => Promise<void> {
  let size: StorageSize | undefined;
  let askedAt = performance.now();

  async function ask(): Promise<void> {
    askedAt = performance.now();
    try {
      size = await storage.size();
    } catch (error) {
      size = undefined;
      onUnknown(error);
    }
  }

  function gauge(name: string, help: string, figure: keyof StorageSize): void {
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        if (performance.now() - askedAt > maxAgeMs) void ask();
        this.set(size?.[figure] ?? Number.NaN);
      },
    });
  }
  gauge(
    'duk_journal_rows',
    'Entries in the journals of all documents, as of the last scrape but one; with PostgreSQL an estimate.',
    'journalRows',
  );
  gauge(
    'duk_journal_bytes',
    'Bytes on disk of the journal with its index; with SQLite of the one file that holds everything.',
    'journalBytes',
  );
  const { bus } = storage;
  new Gauge({
    name: 'duk_bus_up',
    help: 'Whether the other servers can be heard: 1 or 0. A server that has its storage for itself says 1.',
    registers: [registry],
    collect() {
      this.set(bus.isUp ? 1 : 0);
    },
  });
  new Counter({
    name: 'duk_bus_messages_unsent_total',
    help: 'Messages to the other servers that could not be sent.',
    registers: [registry],
    collect() {
      this.reset();
      this.inc(bus.unsent);
    },
  });
  new Counter({
    name: 'duk_bus_messages_unopened_total',
    help: "Messages that were not sealed with their case's key, or altered on their way: of a server of another version, or of nobody's.",
    registers: [registry],
    collect() {
      this.reset();
      this.inc(bus.unopened);
    },
  });
  return ask;
}
