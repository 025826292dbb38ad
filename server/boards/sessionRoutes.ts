import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { AccessWatch, Sessions } from '../access/index.ts';
import { problemReplies } from '../http/index.ts';

/** A browser leaves everything it is in. */
export function sessionRoutes(options: {
  readonly sessions: Sessions;
  readonly accessWatch: AccessWatch;
}): FastifyPluginAsyncZod {
  return async (app) => {
    app.delete(
      '/api/session',
      {
        schema: {
          summary: "Ends this browser's session, and at once all that is open by it",
          response: { 204: z.undefined(), ...problemReplies },
        },
      },
      async (request, reply) => {
        for (const boardId of await options.sessions.end(request, reply)) options.accessWatch.changed(boardId);
        // Not "cookies": that takes those of every service on the same domain.
        reply.header('clear-site-data', '"cache", "storage"');
        return reply.code(204).send();
      },
    );
  };
}
