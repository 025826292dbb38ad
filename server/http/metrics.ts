import type { FastifyInstance } from 'fastify';
import { Counter, type Registry } from 'prom-client';
import { routine } from './requestLog.ts';

/** Counts answers under the route's pattern, never the address, which has ids in it. Register before the routes. */
export function countRequests(app: FastifyInstance, registry: Registry): void {
  const requests = new Counter({
    name: 'duk_http_requests_total',
    help: 'Answers to HTTP requests, by method, route and status.',
    labelNames: ['method', 'route', 'status'],
    registers: [registry],
  });
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request;
    requests.inc({ method, route: routeOptions.url ?? '(none)', status: reply.statusCode });
  });
}

/**
 * `GET /metrics`, as Prometheus reads it. It tells nothing private, for no label is an id, a name or a secret; all the same
 * it is for those on call, and a proxy towards the public keeps it to itself.
 */
export function metricsRoute(app: FastifyInstance, registry: Registry): void {
  app.get('/metrics', routine, async (_request, reply) => {
    const figures = await registry.metrics();
    return reply.header('content-type', registry.contentType).header('cache-control', 'no-store').send(figures);
  });
}
