import { Gauge, type Registry } from 'prom-client';
import type { Renderer } from './renderer.ts';

/** How busy the making of files is, for those on call. */
export function exportMetrics(registry: Registry, renderer: Pick<Renderer, 'queued'>): void {
  new Gauge({
    name: 'duk_exports_queued',
    help: 'PDF and PNG files being made, one at a time, or waiting to be, right now.',
    registers: [registry],
    collect() {
      this.set(renderer.queued);
    },
  });
}
