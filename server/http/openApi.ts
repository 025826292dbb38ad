import { document1 } from '@duken/shared/board';
import { planVersion1, planVersion2 } from '@duken/shared/plan';
import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import { z } from 'zod';

/**
 * What is kept for ever, each format by its number: a plan version as it is stored and exported as JSON, and a board's document
 * as JSON. Whoever reads an archive in twenty years finds here what is in it.
 */
const formats = {
  PlanVersionFormat1: planVersion1,
  PlanVersionFormat2: planVersion2,
  DocumentSchema1: document1,
} as const;

/** As OpenAPI 3.1 takes them: JSON Schema 2020-12, without naming the dialect in each. */
function schemaOf(format: z.ZodType): object {
  const { $schema: _, ...schema } = z.toJSONSchema(format, { io: 'input' });
  return schema;
}

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
      components: {
        schemas: Object.fromEntries(Object.entries(formats).map(([name, format]) => [name, schemaOf(format)])),
        securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'duk' } },
      },
      security: [{ session: [] }],
    },
    // Pages, health and the socket are no part of the API.
    transform: (route) =>
      jsonSchemaTransform(route.url.startsWith('/api/') ? route : { ...route, schema: { hide: true } }),
  });
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger());
}
