import { layoutsReply } from '@duken/shared/protocol';
import type { Layouts } from '@duken/shared/template';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';

/** The layouts a board can be made with, for whoever asks: there is nothing of anybody's in them. */
export function layoutRoutes(layouts: Layouts): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/api/layouts',
      { schema: { summary: 'The layouts a board can be made with', response: { 200: layoutsReply } } },
      async () => ({ layouts: [...layouts.values()] }),
    );
  };
}
