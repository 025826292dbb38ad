import type { Socket } from 'node:net';
import { boardParams } from '@duken/shared/protocol';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { type WebSocket, WebSocketServer } from 'ws';
import { keepAliveMs, sendProblem, type ToSocket } from '../http/index.ts';
import type { ReadLedNewsTo } from './ledNews.ts';
import type { NewsReader, ReadNewsTo } from './newsReader.ts';
import { fullForS } from './newsRoutes.ts';

/** Close codes, as the relay's own. */
const [stopping, saysNothing, accessEnded] = [1001, 1003, 4403];

/** Bytes of the largest message that is read at all: a reader of news has nothing to say. */
const maxHeardBytes = 125;

/** Pings that are answered between two of our own. */
const maxPings = 60;

/** Bytes that may wait for a reader that does not read. */
const maxWaitingBytes = 64 * 1024;

/**
 * The same news as a WebSocket, for the pages: over plain HTTP/1.1 a browser opens six connections to a server, and a stream
 * holds one as long as it lasts. Sockets have an allowance of their own. It only tells; whoever says something is closed.
 */
export function newsSocket(
  readNewsTo: ReadNewsTo,
  readLedNewsTo: ReadLedNewsTo,
  toSocket: ToSocket,
): FastifyPluginAsyncZod {
  return async (app) => {
    const open = new Map<WebSocket, Socket>();
    // Nothing comes in that would be worth unpacking, and pings are answered with care.
    const sockets = new WebSocketServer({
      noServer: true,
      clientTracking: false,
      maxPayload: maxHeardBytes,
      perMessageDeflate: false,
      autoPong: false,
    });
    app.addHook('preClose', async () => {
      for (const [socket, stream] of open) {
        socket.close(stopping, 'The server is stopping; come back in a moment');
        stream.destroySoon();
      }
    });

    /** @param read begins to read, and says how to stop */
    async function tellBySocket(
      request: FastifyRequest,
      reply: FastifyReply,
      read: (reader: NewsReader) => ReturnType<ReadNewsTo>,
    ): Promise<unknown> {
      const stream = request.raw.socket;
      let socket: WebSocket | undefined;
      let hasEnded = false;
      /** Told before there is a socket. */
      const early: string[] = [];
      const reading = await read({
        tell: (changed) => {
          const text = JSON.stringify({ changed });
          if (!socket) early.push(text);
          else send(socket, text);
        },
        end: () => {
          hasEnded = true;
          socket?.close(accessEnded, 'This access has ended');
        },
      });
      if (!reading.ok) {
        const { kind } = reading.failure;
        if (kind === 'serverFull' || kind === 'tooManyWindows') reply.header('retry-after', String(fullForS));
        return sendProblem(reply, reading.failure);
      }
      const answered = toSocket(request, reply, sockets, (opened) => {
        socket = opened;
        open.set(opened, stream);
        stream.once('close', () => {
          open.delete(opened);
          reading.value();
        });
        for (const text of early) send(opened, text);
        lookAfter(opened);
        if (hasEnded) opened.close(accessEnded, 'This access has ended');
      });
      // No upgrade, or its line is cut.
      if (!socket) reading.value();
      return answered;
    }

    app.get(
      '/sync/:boardId/news',
      { exposeHeadRoute: false, schema: { hide: true, params: boardParams } },
      (request, reply) => {
        const { boardId } = request.params;
        return tellBySocket(request, reply, (reader) => readNewsTo(request, boardId, reader));
      },
    );

    // No board has this id: ours are longer.
    app.get('/sync/followup/news', { exposeHeadRoute: false, schema: { hide: true } }, (request, reply) =>
      tellBySocket(request, reply, (reader) => readLedNewsTo(request, reader)),
    );
  };
}

function send(socket: WebSocket, text: string): void {
  if (socket.readyState !== socket.OPEN) return;
  if (socket.bufferedAmount > maxWaitingBytes) socket.terminate();
  else socket.send(text);
}

function lookAfter(socket: WebSocket): void {
  let isThere = true;
  let pings = 0;
  const keepAlive = setInterval(() => {
    if (!isThere) socket.terminate();
    isThere = false;
    pings = 0;
    socket.ping();
  }, keepAliveMs);
  socket.on('close', () => clearInterval(keepAlive));
  socket.on('pong', () => {
    isThere = true;
  });
  socket.on('ping', () => {
    pings += 1;
    if (pings > maxPings) socket.terminate();
    else socket.pong();
  });
  socket.on('message', () => socket.close(saysNothing, 'News are only heard'));
}
