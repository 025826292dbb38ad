import type { FastifyReply, FastifyRequest } from 'fastify';
import type { WebSocket, WebSocketServer } from 'ws';

/**
 * Makes a socket of an upgrade below `/sync/`, for a route whose handler has let somebody in and that is none of the relay’s own.
 * @param welcome gets the socket at once, if the line still stands; the route hears of a cut line from the stream
 */
export type ToSocket = (
  request: FastifyRequest,
  reply: FastifyReply,
  sockets: WebSocketServer,
  welcome: (socket: WebSocket) => void,
) => unknown;
