import { PassThrough } from 'node:stream';
import { boardParams, type News } from '@duken/shared/protocol';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Sessions } from '../access/index.ts';
import { keepAliveMs, problemReplies, sendProblem } from '../http/index.ts';
import type { LinkRow } from '../storage/index.ts';
import type { BoardNews } from './boardNews.ts';

/** How long a reader whose stream ended waits before coming back, in milliseconds: up to twice this, each their own. */
const comeBackAfterMs = 400;

/** Server-sent events: which rows of a board changed. A stream ends when its reader's access does. */
export function newsRoutes(options: {
  readonly sessions: Sessions;
  readonly news: BoardNews;
  /** Told by which link somebody listens, so that `news` says `links` when it expires. */
  readonly onListening: (link: LinkRow) => void;
}): FastifyPluginAsyncZod {
  const { sessions, news } = options;
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
        const { boardId } = request.params;
        const seat = await sessions.seatFor(request, boardId, 'read');
        if (!seat.ok) return sendProblem(reply, seat.failure);

        options.onListening(seat.value.link);

        const stream = new PassThrough();
        const write = (text: string) => {
          // What is full here waits for a reader that no longer reads; a browser that still does asks again.
          if (stream.writableNeedDrain) stream.destroy();
          else stream.write(text);
        };
        const tell = (changed: News['changed']) => write(`data: ${JSON.stringify({ changed })}\n\n`);
        const endIfOut = async () => {
          const still = await sessions.seatFor(request, boardId, 'read');
          if (still.ok || stream.writableEnded) return;
          tell('access');
          stream.end();
        };
        const check = () => {
          endIfOut().catch((error: unknown) => {
            // Whether access still holds cannot be known now, so the stream ends; the browser asks again.
            request.log.warn({ err: error }, 'could not check access to news');
            stream.end();
          });
        };
        const unsubscribe = news.subscribe(boardId, (changed) => {
          if (stream.writableEnded || stream.destroyed) return;
          // That somebody's access ended is news to them alone, and `check` finds out whether this is the one.
          if (changed !== 'access') tell(changed);
          if (changed === 'links' || changed === 'access') check();
        });
        const keepAlive = setInterval(() => {
          write(': here\n\n');
          check();
        }, keepAliveMs);
        open.add(stream);
        // Also when the reader leaves: Fastify destroys what it was sending.
        stream.on('close', () => {
          clearInterval(keepAlive);
          unsubscribe();
          open.delete(stream);
        });
        // Left alone, a browser takes three seconds to come back from a server that stopped.
        stream.write(`retry: ${Math.round(comeBackAfterMs * (1 + Math.random()))}\n: here\n\n`);
        return reply.header('content-type', 'text/event-stream').header('x-accel-buffering', 'no').send(stream);
      },
    );
  };
}
