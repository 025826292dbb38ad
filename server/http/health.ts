import type { FastifyInstance } from 'fastify';
import type { Storage } from '../storage/index.ts';
import { routine } from './requestLog.ts';

/** For those on call: `/healthz` says that the process answers, `/readyz` that storage does. */
export function healthRoutes(app: FastifyInstance, storage: Pick<Storage, 'check'>): void {
  app.get('/healthz', routine, async () => ({ status: 'ok' }));
  app.get('/readyz', routine, async () => {
    await storage.check();
    return { status: 'ok' };
  });
}
