import { PassThrough } from 'node:stream';
import { boardParams, type News } from '@duken/shared/protocol';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { AccessWatch, Sessions, StreamPlaces } from '../access/index.ts';
import { keepAliveMs, problemReplies, sendProblem } from '../http/index.ts';
import type { Seat } from '../storage/index.ts';
import type { BoardNews } from './boardNews.ts';

/** How long a reader whose stream ended waits before coming back, in milliseconds: up to twice this, each their own. */
const comeBackAfterMs = 400;

/** Seconds until it is worth asking again where there is no place. */
const fullForS = 30;

/** Server-sent events: which rows of a board changed. A stream ends when its reader's access does. */
export function newsRoutes(options: {
  readonly sessions: Sessions;
  readonly news: BoardNews;
  readonly accessWatch: AccessWatch;
  readonly places: StreamPlaces;
}): FastifyPluginAsyncZod {
  const { sessions, news, accessWatch, places } = options;
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
        const stream = new PassThrough();
        let seat: Seat | undefined;
        const watched = accessWatch.open(sessions.questionFor(request, boardId, 'read'), (answer) => {
          const was = seat;
          seat = answer.ok ? answer.value : undefined;
          if (!was || (seat && isSame(was, seat)) || stream.writableEnded || stream.destroyed) return;
          // Who they are here, and what they may do, is news to them alone.
          tell('access');
          if (!seat) stream.end();
        });
        const atDoor = await watched.first;
        if (!atDoor.ok) return sendProblem(reply, atDoor.failure);
        const place = places.take(boardId, atDoor.value.participant.id);
        if (!place.ok) {
          watched.end();
          return sendProblem(reply.header('retry-after', String(fullForS)), place.failure);
        }
        seat = atDoor.value;
        const write = (text: string) => {
          // What is full here waits for a reader that no longer reads; a browser that still does asks again.
          if (stream.writableNeedDrain) stream.destroy();
          else stream.write(text);
        };
        const tell = (changed: News['changed']) => write(`data: ${JSON.stringify({ changed })}\n\n`);
        const unsubscribe = news.subscribe(boardId, (changed) => {
          if (stream.writableEnded || stream.destroyed) return;
          tell(changed);
        });
        const keepAlive = setInterval(() => write(': here\n\n'), keepAliveMs);
        open.add(stream);
        // Also when the reader leaves: Fastify destroys what it was sending.
        stream.on('close', () => {
          clearInterval(keepAlive);
          unsubscribe();
          watched.end();
          place.value();
          open.delete(stream);
        });
        // Left alone, a browser takes three seconds to come back from a server that stopped.
        stream.write(`retry: ${Math.round(comeBackAfterMs * (1 + Math.random()))}\n: here\n\n`);
        return reply.header('content-type', 'text/event-stream').header('x-accel-buffering', 'no').send(stream);
      },
    );
  };
}

function isSame({ participant: one }: Seat, { participant: other }: Seat): boolean {
  return one.id === other.id && one.role === other.role;
}
