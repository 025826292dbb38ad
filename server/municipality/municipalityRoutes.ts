import type { GuideStep } from '@duken/shared/guide';
import { type MunicipalityReply, municipalityReply } from '@duken/shared/protocol';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';

/** What the municipality has set up for its meetings, for whoever asks: there is nothing of anybody's in it. */
export function municipalityRoutes({
  steps,
  childContact,
  accessibility,
}: {
  readonly steps: readonly GuideStep[];
  readonly childContact: MunicipalityReply['childContact'];
  readonly accessibility: MunicipalityReply['accessibility'];
}): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/api/municipality',
      {
        schema: {
          summary:
            'The municipality’s own steps of a meeting, whom a child can ring, and who answers for that nobody is shut out',
          response: { 200: municipalityReply },
        },
      },
      async () => ({
        steps: steps.map(({ columns, ...step }) => ({ ...step, columns: [...columns] })),
        ...(childContact ? { childContact } : {}),
        ...(accessibility ? { accessibility } : {}),
      }),
    );
  };
}
