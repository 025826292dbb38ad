import { termsReply } from '@duken/shared/protocol';
import type { Term } from '@duken/shared/words';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';

/** The words that the operator explains, for whoever asks: there is nothing of anybody's in them. */
export function termRoutes(terms: readonly Term[]): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/api/words',
      {
        schema: { summary: 'Words that the operator explains, beside those that ship', response: { 200: termsReply } },
      },
      async () => ({ words: terms.map(({ forms, ...term }) => ({ ...term, forms: [...forms] })) }),
    );
  };
}
