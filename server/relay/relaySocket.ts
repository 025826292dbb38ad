import { EventEmitter } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { type DocumentId, documentIdOf, documentRights } from '@duken/shared/access';
import { boardParams, documentParams } from '@duken/shared/protocol';
import websocket, { type WebsocketPluginOptions } from '@fastify/websocket';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { WebSocket } from 'ws';
import { sendProblem } from '../http/index.ts';
import { maxFrameHeadBytes, type RelayLimits } from './limits.ts';
import type { Admitted, Watch } from './people/admission.ts';
import { Passage } from './people/passage.ts';

/** Parts that one message may come in. Browsers send none in more than a few hundred, and each part costs memory. */
const maxFragments = 2_048;
/** Chunks of bytes that one message may come in: a whole document over a line with small packets takes some 15,000. */
const maxBufferedChunks = 32_768;

/** What the socket library says of a message that is more than it may be. */
const tooLargeErrors = new Set<unknown>(['WS_ERR_UNSUPPORTED_MESSAGE_LENGTH', 'WS_ERR_TOO_MANY_BUFFERED_PARTS']);

/** Seconds until it is worth knocking again at a server that is full. */
const fullForS = 30;

function destroyBroken(this: Duplex): void {
  this.destroy();
}

/** What is known of somebody who was let in, until there is a socket. */
interface Guest {
  readonly documentId: DocumentId;
  readonly admitted: Admitted;
  readonly passage: Passage;
  readonly response: ServerResponse;
}

declare module 'fastify' {
  interface FastifyRequest {
    guest: Guest | null;
  }
}

/** Somebody who has come through the door. */
export interface Arrival {
  readonly socket: WebSocket;
  /** What the socket reads from and writes to. */
  readonly stream: Socket;
  readonly documentId: DocumentId;
  readonly admitted: Admitted;
  /** Their access from now on; to be ended with the socket. */
  readonly passage: Passage;
  /** The trace that the request belongs to, as W3C Trace Context says it, unchecked. */
  readonly traceparent: string | string[] | undefined;
}

export interface RelaySocketOptions {
  readonly limits: Pick<RelayLimits, 'maxStep2Bytes'>;
  readonly watch: Watch;
  /** Whether the server holds as many sockets as it has room for. */
  readonly isFull: () => boolean;
  /** Opens the door to somebody who knocks, when it is their turn. */
  readonly knock: (request: IncomingMessage, open: () => void) => void;
  readonly onArrival: (arrival: Arrival) => void;
  /** Somebody who knocked has had an ordinary answer, for whatever reason. */
  readonly onRefused: () => void;
  /** The socket library has already closed a connection, for a frame too large to read. */
  readonly onTooLarge: () => void;
  readonly stop: () => Promise<void>;
}

/** `GET /sync/:boardId` and `/sync/:boardId/:part`. Whoever may not come gets an ordinary HTTP answer, before there is a socket. */
export function relaySocket(options: RelaySocketOptions): FastifyPluginAsync {
  async function checkAdmission(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    if (options.isFull()) {
      return sendProblem(reply.header('retry-after', String(fullForS)), { kind: 'serverFull' });
    }
    const params = documentParams.safeParse(request.params);
    if (!params.success) {
      const isPartUnknown = boardParams.safeParse(request.params).success;
      return sendProblem(reply, { kind: isPartUnknown ? 'notFound' : 'accessEnded' });
    }
    const { boardId, part = 'duk' } = params.data;
    const passage = new Passage((hear) => options.watch(request, boardId, hear));
    const stream = request.raw.socket;
    if (upgrading.has(stream)) upgrading.set(stream, passage);
    const admission = await passage.ask();
    // An ordinary request leads to no socket, nor does one whose line is cut.
    if (upgrading.get(stream) !== passage) passage.end();
    if (!admission.ok) return sendProblem(reply, { kind: admission.status === 401 ? 'notIn' : 'accessEnded' });
    const documentId = documentIdOf(boardId, part, admission.person);
    if (!documentRights(documentId, admission.role, admission.person).mayRead) {
      passage.end();
      return sendProblem(reply, { kind: 'notAllowed' });
    }
    request.guest = { documentId, admitted: admission, passage, response: reply.raw };
    return undefined;
  }

  function hearError(error: Error, socket: WebSocket): void {
    if ('code' in error && tooLargeErrors.has(error.code)) options.onTooLarge();
    // After a fault in what it read, the socket closes itself with the right code; else it is cut.
    else if (socket.readyState === socket.OPEN) socket.terminate();
  }

  /** In a function of its own: what is heard for as long as the socket lives must not hold the request. */
  function hearErrors(socket: WebSocket): void {
    socket.on('error', (error) => hearError(error, socket));
  }

  /** Upgrades that have not become sockets of ours, and whose each is once that has been asked. */
  const upgrading = new Map<Duplex, Passage | undefined>();
  /** One for all: each socket that lives would keep its own. */
  function forgetUpgrade(this: Duplex): void {
    upgrading.get(this)?.end();
    upgrading.delete(this);
  }

  /**
   * Where the socket library hears of upgrades. A knock that waits is a socket and the head of a request; all that
   * answering it takes is made when it is its turn.
   */
  const door = new EventEmitter();

  // The library's types do not know the two in the middle, and ask for a whole server.
  const socketOptions: WebsocketPluginOptions['options'] & Record<'maxFragments' | 'maxBufferedChunks', number> = {
    server: door as Server,
    maxPayload: options.limits.maxStep2Bytes + maxFrameHeadBytes,
    maxFragments,
    maxBufferedChunks,
    perMessageDeflate: false,
  };

  const plugin: FastifyPluginAsync = async (app) => {
    app.server.on('upgrade', (request, stream, head) => {
      // A knock with a body: what Node hands on then is not the socket, and would be read past all that watches it.
      if (stream !== request.socket) {
        request.socket.destroy();
        return;
      }
      upgrading.set(stream, undefined);
      stream.on('close', forgetUpgrade);
      // Node hears of its errors no more, and the socket library not yet.
      stream.on('error', destroyBroken);
      const open = () => {
        stream.off('error', destroyBroken);
        if (!stream.destroyed) door.emit('upgrade', request, stream, head);
      };
      // There is no place to wait in: then it is told so at once.
      if (options.isFull()) open();
      else options.knock(request, open);
    });
    app.decorateRequest('guest', null);
    await app.register(websocket, {
      options: socketOptions,
      errorHandler: (error, socket) => hearError(error, socket),
      preClose: function preClose(done) {
        // Who knocks from now on gets an ordinary answer from a server that closes. Fastify has answered those just
        // before so too, but leaves their connections open, and would then wait for them.
        this.server.removeAllListeners('upgrade');
        options.stop().then(() => {
          for (const stream of upgrading.keys()) stream.destroy();
          this.websocketServer.close(() => done());
        }, done);
      },
    });
    app.addHook('onResponse', async (request, reply) => {
      if (!request.ws) return;
      options.onRefused();
      // Else what was made for the answer would live as long as its closed socket does in Node: until the next full
      // collection, which those who knock without end would bring about.
      const stream = request.raw.socket;
      if (reply.raw.socket === stream) reply.raw.detachSocket(stream);
    });
    const route = {
      method: 'GET',
      preValidation: checkAdmission,
      handler: (_request: FastifyRequest, reply: FastifyReply) => sendProblem(reply, { kind: 'notFound' }),
      wsHandler: (socket: WebSocket, request: FastifyRequest) => {
        if (!request.guest) throw new Error('A socket came past admission');
        const { documentId, admitted, passage, response } = request.guest;
        const stream = request.raw.socket;
        upgrading.delete(stream);
        stream.off('close', forgetUpgrade);
        // As long as the socket lives, the request and its answer would live in memory with it: a third of what a person
        // at the table costs. They are let go of, here and where the library hears of errors.
        response.detachSocket(stream);
        hearErrors(socket.removeAllListeners('error'));
        options.onArrival({
          socket,
          stream,
          documentId,
          admitted,
          passage,
          traceparent: request.headers.traceparent,
        });
      },
    };
    app.route({ ...route, url: '/sync/:boardId' });
    app.route({ ...route, url: '/sync/:boardId/:part' });
  };
  // Not in a scope of its own: the socket library must see every upgrade, also one to an address that has no socket, or
  // that connection would be left hanging and hold up the stop.
  return Object.assign(plugin, { [Symbol.for('skip-override')]: true });
}
