import { signOutReply } from '@duken/shared/protocol';
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { AccessWatch, Sessions } from '../access/index.ts';
import { problemReplies } from '../http/index.ts';
import type { SignedIn } from '../storage/index.ts';

/** A browser leaves everything it is in. */
export function sessionRoutes(options: {
  readonly sessions: Sessions;
  readonly accessWatch: AccessWatch;
  /** Where who was signed in signs out at the provider that they signed in by, if there is one. */
  readonly signOutUrlFor: (signedIn: SignedIn | undefined, request: FastifyRequest) => Promise<string | undefined>;
}): FastifyPluginAsyncZod {
  return async (app) => {
    app.delete(
      '/api/session',
      {
        schema: {
          summary:
            "Ends this browser's session, and at once all that is open by it; tells where to sign out at the provider too",
          response: { 200: signOutReply, 204: z.undefined(), ...problemReplies },
        },
      },
      async (request, reply) => {
        const signedIn = await options.sessions.signedIn(request);
        for (const boardId of await options.sessions.end(request, reply)) options.accessWatch.changed(boardId);
        // They are out here before a provider is asked, which may take its time.
        const signOutUrl = await options.signOutUrlFor(signedIn, request);
        // Not "cookies": that takes those of every service on the same domain.
        reply.header('clear-site-data', '"cache", "storage"');
        return signOutUrl === undefined ? reply.code(204).send() : { signOutUrl };
      },
    );
  };
}
