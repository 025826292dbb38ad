import type { Server } from 'node:http';
import type { FastifyHttpOptions, FastifyInstance } from 'fastify';
import { sendProblem } from './problem.ts';

/** Fastify's settings for a stop. Whoever is being answered gets their answer; the hook below speaks to the others. */
export const closingSettings: Pick<FastifyHttpOptions<Server>, 'forceCloseConnections' | 'return503OnClosing'> = {
  forceCloseConnections: 'idle',
  return503OnClosing: false,
};

/**
 * Stops listening the moment a stop begins, while sockets are still being closed: a proxy whose new connection is refused
 * tries the next server at once, whatever was asked. A 503 it would have to hand on, unless it knew that asking twice does no
 * harm. What comes on connections that are open gets one all the same, `/readyz` included.
 */
export function handOverWhenClosing(app: FastifyInstance): void {
  let isClosing = false;
  let closed = Promise.resolve();
  app.addHook('onRequest', async (_request, reply) => {
    if (isClosing) return sendProblem(reply.header('retry-after', '1'), { kind: 'stopping' });
  });
  app.addHook('preClose', async () => {
    isClosing = true;
    // Else the connection of an answer on its way now would be kept for a minute, in case its people ask for more.
    app.server.keepAliveTimeout = 1;
    app.server.keepAliveTimeoutBuffer = 0;
    // Resolves when every connection has ended; Fastify itself does not wait for a server that others have closed.
    closed = new Promise((resolve) => app.server.close(() => resolve()));
  });
  app.addHook('onClose', () => closed);
}
