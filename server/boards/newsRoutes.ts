import { PassThrough } from 'node:stream';
import { boardParams } from '@duken/shared/protocol';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { keepAliveMs, problemReplies, sendProblem } from '../http/index.ts';
import type { ReadNewsTo } from './newsReader.ts';

/** How long a reader whose stream ended waits before coming back, in milliseconds: up to twice this, each their own. */
const comeBackAfterMs = 400;

/** Seconds until it is worth asking again where there is no place. */
export const fullForS = 30;

/** Server-sent events, for programs: which rows of a board changed. A stream ends when its reader's access does. */
export function newsRoutes(readNewsTo: ReadNewsTo): FastifyPluginAsyncZod {
  return async (app) => {
    const open = new Set<PassThrough>();
    app.addHook('preClose', async () => {
      for (const stream of open) stream.end();
    });

    app.get(
      '/api/boards/:boardId/events',
      {
        // Nobody would close the stream that a HEAD asks for.
        exposeHeadRoute: false,
        schema: {
          summary: 'News, as server-sent events: data is {"changed": …}',
          params: boardParams,
          response: {
            200: { description: 'A stream', content: { 'text/event-stream': { schema: z.any() } } },
            ...problemReplies,
          },
        },
      },
      async (request, reply) => {
        const stream = new PassThrough();
        const write = (text: string) => {
          if (stream.writableEnded || stream.destroyed) return;
          // What is full here waits for a reader that no longer reads; a browser that still does asks again.
          if (stream.writableNeedDrain) stream.destroy();
          else stream.write(text);
        };
        const reading = await readNewsTo(request, request.params.boardId, {
          tell: (changed) => write(`data: ${JSON.stringify({ changed })}\n\n`),
          end: () => stream.end(),
        });
        if (!reading.ok) {
          const { kind } = reading.failure;
          if (kind === 'serverFull' || kind === 'tooManyWindows') reply.header('retry-after', String(fullForS));
          return sendProblem(reply, reading.failure);
        }
        const keepAlive = setInterval(() => write(': here\n\n'), keepAliveMs);
        open.add(stream);
        // Also when the reader leaves: Fastify destroys what it was sending.
        stream.on('close', () => {
          clearInterval(keepAlive);
          reading.value();
          open.delete(stream);
        });
        // Left alone, a browser takes three seconds to come back from a server that stopped.
        stream.write(`retry: ${Math.round(comeBackAfterMs * (1 + Math.random()))}\n: here\n\n`);
        return reply.header('content-type', 'text/event-stream').header('x-accel-buffering', 'no').send(stream);
      },
    );
  };
}
