import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';

/** Describes the API from the schemas that check it. Register before the routes. */
export async function describeApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Duken',
        version: '1',
        description:
          'Boards, who may enter them, their meetings and plan versions. Errors are problem details (RFC 9457).',
      },
      components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'duk' } } },
      security: [{ session: [] }],
    },
    // Pages, health and the socket are no part of the API.
    transform: (route) =>
      jsonSchemaTransform(route.url.startsWith('/api/') ? route : { ...route, schema: { hide: true } }),
  });
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger());
}
