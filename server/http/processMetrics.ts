import { constants, type PerformanceNodeEntry, PerformanceObserver, performance } from 'node:perf_hooks';
import { Counter, collectDefaultMetrics, Gauge, Histogram, type Registry } from 'prom-client';
import serverPackage from '../package.json' with { type: 'json' };

/**
 * Figures of the library's that cost a scrape time for each open socket: 40 ms of a busy server's one thread with 8,000.
 * How many sockets there are, the relay says for nothing.
 */
const costly = [
  'nodejs_active_handles',
  'nodejs_active_handles_total',
  'nodejs_active_requests',
  'nodejs_active_requests_total',
  'nodejs_active_resources',
  'nodejs_active_resources_total',
  'process_open_fds',
];

const gcKinds: Readonly<Record<number, string>> = {
  [constants.NODE_PERFORMANCE_GC_MAJOR]: 'major',
  [constants.NODE_PERFORMANCE_GC_MINOR]: 'minor',
  [constants.NODE_PERFORMANCE_GC_INCREMENTAL]: 'incremental',
  [constants.NODE_PERFORMANCE_GC_WEAKCB]: 'weakcb',
};

/** What the process itself is like: its memory, processor, event loop and garbage collection, and which version runs. */
export function processMetrics(registry: Registry): void {
  collectDefaultMetrics({ register: registry });
  for (const name of costly) registry.removeSingleMetric(name);
  countGarbageCollections(registry);
  const registers = [registry];
  new Counter({
    name: 'duk_event_loop_busy_seconds_total',
    help: 'Time the event loop has worked, and not waited for something to do. Its rate is how full the one thread is.',
    registers,
    collect() {
      this.reset();
      this.inc(performance.eventLoopUtilization().active / 1000);
    },
  });
  new Gauge({
    name: 'duk_build_info',
    help: 'Always 1; the labels say which version of Duken runs on which Node.',
    labelNames: ['version', 'node'],
    registers,
  }).set({ version: serverPackage.version, node: process.versions.node }, 1);
}

/** The library's own histogram takes the first collection of each turn of the event loop alone: a third went uncounted. */
function countGarbageCollections(registry: Registry): void {
  const name = 'nodejs_gc_duration_seconds';
  registry.removeSingleMetric(name);
  const durations = new Histogram({
    name,
    help: 'Garbage collection duration by kind, one of major, minor, incremental or weakcb.',
    labelNames: ['kind'],
    buckets: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5],
    registers: [registry],
  });
  new PerformanceObserver((list) => {
    for (const { detail, duration } of list.getEntries() as PerformanceNodeEntry[]) {
      const { kind } = detail as { readonly kind: number };
      durations.observe({ kind: gcKinds[kind] ?? 'other' }, duration / 1000);
    }
  }).observe({ entryTypes: ['gc'] });
}
