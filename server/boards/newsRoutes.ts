import { PassThrough } from 'node:stream';
import { may } from '@duken/shared/access';
import type { ParticipantId } from '@duken/shared/board';
import { boardParams, type News } from '@duken/shared/protocol';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type AccessAnswer, type AccessWatch, askerOf, type Sessions, type StreamPlaces } from '../access/index.ts';
import { keepAliveMs, problemReplies, sendProblem } from '../http/index.ts';
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
        let answer: AccessAnswer | undefined;
        const watched = accessWatch.open(sessions.doorQuestionFor(request, boardId), (now) => {
          const was = answer;
          answer = now;
          if (!was || isSame(was, now) || stream.writableEnded || stream.destroyed) return;
          // Who they are here, and what they may do, is news to them alone.
          tell('access');
          if (!now.ok && now.failure.kind !== 'waiting') stream.end();
        });
        const atDoor = await watched.first;
        let participantId: ParticipantId;
        if (atDoor.ok) participantId = atDoor.value.participant.id;
        else if (atDoor.failure.kind === 'waiting') participantId = atDoor.failure.participantId;
        else return sendProblem(reply, atDoor.failure);
        const place = places.take(boardId, participantId);
        if (!place.ok) {
          watched.end();
          return sendProblem(reply.header('retry-after', String(fullForS)), place.failure);
        }
        answer = atDoor;
        const write = (text: string) => {
          // What is full here waits for a reader that no longer reads; a browser that still does asks again.
          if (stream.writableNeedDrain) stream.destroy();
          else stream.write(text);
        };
        const tell = (changed: News['changed']) => write(`data: ${JSON.stringify({ changed })}\n\n`);
        const unsubscribe = news.subscribe(boardId, (changed) => {
          if (stream.writableEnded || stream.destroyed || !isTheirs(changed, answer)) return;
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

/** Whoever waits hears nothing; who the people are is the leader's to know, and that there is a plan theirs who may read it. */
function isTheirs(changed: News['changed'], answer: AccessAnswer | undefined): boolean {
  if (!answer?.ok) return false;
  const deed = changed === 'people' ? 'keepPeople' : changed === 'plans' ? 'readPlans' : 'read';
  return may(askerOf(answer.value), deed);
}

function isSame(one: AccessAnswer, other: AccessAnswer): boolean {
  if (!one.ok || !other.ok)
    return one.ok === other.ok && !one.ok && !other.ok && one.failure.kind === other.failure.kind;
  const seats = [one.value, other.value].map((seat) => JSON.stringify([seat.participant, seat.person]));
  return seats[0] === seats[1];
}
