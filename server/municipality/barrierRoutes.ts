import { barrierRequest } from '@duken/shared/protocol';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Secrets } from '../access/index.ts';
import { problemReplies, sendProblem } from '../http/index.ts';
import type { Messenger } from '../mail/index.ts';

/** How often an address may say so in a minute: a whole table behind one address, and no flood of e-mail. */
const barriersPerMinute = 6;

/** Writes to whoever answers for that nobody is shut out. Without such an address, or a way there, undefined. */
export type SendBarrier = (text: string) => Promise<void>;

/** @param contact an e-mail address */
export function sendBarrierWith(
  messengers: readonly Messenger[],
  contact: string | undefined,
  secrets: Secrets,
): SendBarrier | undefined {
  for (const messenger of messengers) {
    const to = contact === undefined ? undefined : messenger.addressOf({ email: contact });
    if (to !== undefined)
      return async (text) => messenger.send({ to, subject: 'Noe i Duken stenger noen ute', text, id: secrets.newId() });
  }
  return undefined;
}

/** Takes what shuts somebody out straight to the municipality, from whoever says so. Nothing of it is kept here, or who it was. */
export function barrierRoutes(
  send: SendBarrier | undefined,
  onFailed: (error: unknown) => void,
): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      '/api/barriers',
      {
        // Counted once it has been found to be something to send.
        config: { rateLimit: { max: barriersPerMinute, timeWindow: '1 minute', hook: 'preHandler' } },
        schema: {
          summary: 'Tells the municipality what shuts somebody out, by e-mail; nothing of it is kept here',
          body: barrierRequest,
          response: { 204: z.undefined(), ...problemReplies },
        },
      },
      async ({ body }, reply) => {
        if (!send) return sendProblem(reply, { kind: 'barrierNotSent' });
        const answer = body.answerTo ? `Svar til: ${body.answerTo}` : 'Den som skrev, ba ikke om svar.';
        try {
          await send(`${body.words}\n\n${answer}\n`);
        } catch (error) {
          onFailed(error);
          return sendProblem(reply, { kind: 'barrierNotSent' });
        }
        return reply.code(204).send();
      },
    );
  };
}
